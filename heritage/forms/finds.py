"""The form of a find during works."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.documents.widgets import AdminDocumentChooser

from heritage.forms.scoped import ScopedForm
from heritage.models import Find, HeritageSite

MOMENTS = ("reported_at", "on_site_at")
DAYS = ("opinion_on", "reported_up_on", "state_opinion_on")


class FindForm(ScopedForm):
    """What was found, and when it was seen to; the site is that of the address and cannot be chosen."""

    class Meta:
        model = Find
        fields = (
            "what",
            "intervention",
            "reported_by",
            "reported_at",
            "on_site_at",
            "opinion_on",
            "opinion",
            "is_important",
            "reported_up_on",
            "state_opinion_on",
        )

    def __init__(self, *args, site: HeritageSite, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.instance.site = site
        fields: Any = self.fields
        fields["intervention"].queryset = site.interventions.all()
        fields["opinion"].widget = AdminDocumentChooser()
        for name in MOMENTS:
            fields[name].widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        for name in DAYS:
            fields[name].widget = forms.DateInput({"type": "date"})

    def clean_reported_at(self):
        return self._not_ahead("reported_at")

    def clean_on_site_at(self):
        return self._not_ahead("on_site_at")

    def clean(self) -> dict:
        """What follows a report does not come before it."""
        cleaned = super().clean()
        reported_at, on_site_at = cleaned.get("reported_at"), cleaned.get("on_site_at")
        if reported_at and on_site_at and on_site_at < reported_at:
            self.add_error("on_site_at", _("Not before the report."))
        for name in DAYS:
            day = cleaned.get(name)
            if day and reported_at and not timezone.localdate(reported_at) <= day <= timezone.localdate():
                self.add_error(name, _("Not before the report, and today at the latest."))
        return cleaned

    def _not_ahead(self, name: str):
        moment = self.cleaned_data[name]
        if moment and moment > timezone.now():
            raise ValidationError(_("This moment has not come yet."))
        return moment
