"""The forms of an application and of its steps."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.documents.widgets import AdminDocumentChooser

from accounts.models import User
from heritage.forms.steps import StepAlongForm, file_field
from heritage.models import Component, HeritageSite, Intervention, RelocationCase
from heritage.models.interventions import InterventionKind
from heritage.policies import readable
from heritage.services.applying import enter_intervention, revise_intervention
from media.models import Attachment

DAY = {"type": "date"}


class InterventionForm(forms.Form):
    """What is applied for; the service says whether anybody can apply for it."""

    kind = forms.ChoiceField(choices=InterventionKind.choices, label=_("What is applied for"))
    component = forms.ModelChoiceField(
        Component.objects.none(), required=False, label=_("Component"), empty_label=_("The whole site")
    )
    title = forms.CharField(max_length=200, label=_("Title"))
    description = forms.CharField(
        required=False,
        label=_("What is to be done, and why"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Of a relocation or demolition also why it cannot be conserved where it stands."),
    )
    applicant = forms.CharField(max_length=160, label=_("Applicant"))
    applied_on = forms.DateField(label=_("Applied on"), widget=forms.DateInput(attrs=DAY))
    case = forms.ModelChoiceField(
        RelocationCase.objects.none(), required=False, label=_("Relocation case"), empty_label=_("No case")
    )

    field_order = ("kind", "component", "title", "description", "applicant", "applied_on", "application")

    def __init__(
        self,
        *args,
        site: HeritageSite,
        for_user: User,
        intervention: Intervention | None = None,
        given: dict[str, str],
        **kwargs,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.site = site
        self.intervention = intervention
        fields: Any = self.fields
        fields["component"].queryset = site.components.all()
        of_site = RelocationCase.objects.filter(enterprise__sites=site).select_related("enterprise")
        fields["case"].queryset = readable(of_site, for_user)
        fields["application"] = file_field(for_user, _("The application, as an uploaded file"))
        self.order_fields(self.field_order)
        if intervention is None:
            self.initial = given
        else:
            self.initial = {name: getattr(intervention, name) for name in self.fields}

    def carry_out(self, *, by: User) -> Intervention:
        if self.intervention is None:
            self.intervention = enter_intervention(site=self.site, by=by, **self.cleaned_data)
        else:
            revise_intervention(intervention=self.intervention, by=by, **self.cleaned_data)
        return self.intervention


def _yes_or_no(text: str) -> bool:
    return text == "yes"


class InterventionStepForm(StepAlongForm):
    """The papers of one step of an application."""

    is_agreed = forms.TypedChoiceField(
        choices=[("", "—"), ("yes", _("Agrees")), ("no", _("Does not agree"))],
        coerce=_yes_or_no,
        empty_value=None,
        required=False,
        label=_("What the opinion says"),
    )
    conditions = forms.CharField(
        required=False, label=_("Conditions of the approval"), widget=forms.Textarea(attrs={"rows": 3})
    )
    licence = forms.CharField(
        max_length=80, required=False, label=_("Number of the licence for conservation works")
    )
    receiver = forms.CharField(
        max_length=160, required=False, label=_("Collecting institution of the valuable parts")
    )
    receipt = forms.ModelChoiceField(
        Attachment.objects.none(),
        required=False,
        label=_("Receipt of the collecting institution"),
        widget=AdminDocumentChooser(),
    )
    is_nothing_salvaged = forms.BooleanField(
        required=False, label=_("No part was worth collecting, as the report says")
    )

    field_order = (
        "decree",
        "conditions",
        "report",
        "approval",
        "is_agreed",
        "body",
        "licence",
        "happened_on",
        "receiver",
        "receipt",
        "is_nothing_salvaged",
    )
    labels = {
        "decree": _("The written decision"),
        "approval": _("Opinion, as an uploaded file"),
        "body": _("Who carries it out or accepts it"),
    }

    def __init__(self, *args, for_user: User, **kwargs) -> None:
        super().__init__(*args, for_user=for_user, **kwargs)
        if "receipt" in self.fields:
            fields: Any = self.fields
            fields["receipt"].queryset = readable(Attachment.objects.all(), for_user)
