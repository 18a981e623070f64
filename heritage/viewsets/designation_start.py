"""Entering a designation from the first screen: for which site?"""

from typing import Any, cast

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permissions import policy_registry
from wagtail.snippets.widgets import AdminSnippetChooser

from accounts.models import User
from heritage.models import Designation, HeritageSite
from heritage.policies import readable


class SiteForm(forms.Form):
    """A site that the user may read."""

    def __init__(self, *args, for_user: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["site"] = forms.ModelChoiceField(
            queryset=readable(HeritageSite.objects.all(), for_user),
            label=_("Heritage site"),
            widget=AdminSnippetChooser(HeritageSite),
        )


class DesignationStartView(WagtailAdminTemplateMixin, PermissionCheckedMixin, FormView):
    """Ask for the site, then show its status with what may lawfully come next."""

    page_title = _("New designation")
    header_icon = "clipboard-list"
    template_name = "heritage/designations/start.html"
    form_class = SiteForm
    permission_required = "add"

    @property
    def permission_policy(self):
        return policy_registry.get_by_type(Designation)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "for_user": cast(User, self.request.user)}

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "media": context["form"].media}

    def form_valid(self, form: forms.Form) -> HttpResponse:
        return redirect("heritage_site_status", form.cleaned_data["site"].pk)

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form))


def designation_start_urls() -> list:
    return [path("designations/start/", DesignationStartView.as_view(), name="heritage_designation_start")]
