"""Forms that are opened from elsewhere, with what is known there filled in already."""

from typing import Any

from django import forms
from django.http import HttpRequest

from heritage.models import HeritageSite
from heritage.policies import keys_among, readable


class PrefilledMixin:
    """Reads `?site=`: the key of a site that the user may read; any other names nothing."""

    def get_initial_form_instance(self):
        instance = super().get_initial_form_instance() or self.model()
        keys = keys_among([self.request.GET.get("site", "")])
        instance.site = readable(HeritageSite.objects.filter(pk__in=keys), self.request.user).first()
        return instance


def fill_from_address(form: forms.Form, request: HttpRequest) -> forms.Form:
    """Let the address fill in words, and rows that the form offers; any other names nothing."""
    for name in request.GET:
        value, field = request.GET[name], form.fields.get(name)
        if isinstance(field, forms.ModelChoiceField):
            offered: Any = field.queryset
            row = offered.filter(pk__in=keys_among([str(value)])).first()
            form.initial[name] = row.pk if row else None
        elif isinstance(field, forms.CharField):
            form.initial[name] = value
    return form
