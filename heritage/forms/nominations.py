"""Forms of a nomination as National Industrial Heritage: what it says, its steps, its annual reports."""

from collections.abc import Mapping

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from heritage.forms.steps import StepAlongForm, file_field
from heritage.lifecycles.national_industrial import FIELDS_OPEN
from heritage.models import AnnualReport, HeritageSite, Nomination
from heritage.models.nominations import NominationState
from heritage.services.nominating import begin_nomination, enter_annual_report, revise_nomination

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class NominationForm(forms.ModelForm):
    """What a nomination says, as far as its state still lets it be written."""

    class Meta:
        model = Nomination
        fields = (
            "applicant",
            "name_as_listed",
            "core_items",
            "core_items_words",
            "batch",
            "publicised_from",
            "publicised_to",
            "plaque_on",
            "note",
        )
        widgets = {
            "core_items": forms.CheckboxSelectMultiple,
            "core_items_words": forms.Textarea(attrs={"rows": 3}),
            "publicised_from": DAY,
            "publicised_to": DAY,
            "plaque_on": DAY,
            "note": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, data=None, *, site: HeritageSite, instance: Nomination | None, **kwargs) -> None:
        super().__init__(data, instance=instance, **kwargs)
        self.site = site
        self.nomination = instance
        still_open = FIELDS_OPEN[instance.state if instance else NominationState.DRAFT]
        for name in set(self.fields) - set(still_open):
            del self.fields[name]
        if "core_items" in self.fields:
            items = self.fields["core_items"]
            items.queryset = site.components.all()  # type: ignore[attr-defined]  # a choice of rows
            items.help_text = _(
                "Components of this site. One that is missing is entered as a component first."
            )
        if instance is None and "name_as_listed" in self.fields:
            self.initial["name_as_listed"] = site.name_zh

    def clean(self) -> dict:
        cleaned = super().clean() or {}
        first, last = cleaned.get("publicised_from"), cleaned.get("publicised_to")
        if first and last and last < first:
            self.add_error("publicised_to", _("The last day comes before the first."))
        return cleaned

    def carry_out(self, *, by: User) -> Nomination:
        given = {**self.cleaned_data}
        if "core_items" in given:
            given["core_items"] = list(given["core_items"])
        if self.nomination is None:
            return begin_nomination(site=self.site, by=by, **given)
        return revise_nomination(nomination=self.nomination, by=by, **given)


#: What the common papers are called, by the state that the step leads to.
LABELS: Mapping[str, Mapping[str, str | Promise]] = {
    NominationState.APPLIED: {"report": _("Application of the owner"), "happened_on": _("Applied on")},
    NominationState.REVIEWED: {"report": _("Opinion of the experts"), "body": _("Who reviewed")},
    NominationState.SITE_CHECKED: {"report": _("Record of the check on site"), "body": _("Who checked")},
    NominationState.PUBLICISED: {"report": _("Notice for objections")},
    NominationState.REJECTED: {"happened_on": _("Rejected on")},
}


class NominationStepForm(StepAlongForm):
    """The common form, in the words of this procedure."""

    def __init__(self, *args, target: str, **kwargs) -> None:
        super().__init__(*args, target=target, **kwargs)
        labels = LABELS.get(target, {})
        for name in self.fields.keys() & labels.keys():
            self.fields[name].label = str(labels[name])


class AnnualReportForm(forms.Form):
    """The report of one year, as the owner gave it."""

    year = forms.IntegerField(label=_("Year"))
    submitted_on = forms.DateField(label=_("Submitted on"), widget=DAY)

    def __init__(self, *args, nomination: Nomination, year: str, for_user: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.nomination = nomination
        self.fields["file"] = file_field(for_user, _("Report"), required=True)
        asked = int(year) if year.isascii() and year.isdecimal() and len(year) <= len("9999") else None
        self.initial = {"year": asked or timezone.localdate().year - 1}

    def carry_out(self, *, by: User) -> AnnualReport:
        return enter_annual_report(nomination=self.nomination, by=by, **self.cleaned_data)
