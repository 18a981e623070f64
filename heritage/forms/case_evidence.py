"""The forms by which evidence for the gates of a case is entered, one a kind."""

from dataclasses import dataclass
from functools import partial

from django import forms
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.documents.widgets import AdminDocumentChooser
from wagtail.snippets.widgets import AdminSnippetChooser

from heritage.forms.scoped import ScopedForm
from heritage.models import (
    Component,
    Decree,
    FiledPlan,
    HeritageSite,
    LandQuota,
    Parcel,
    PlannedStep,
    ProtectionMeasure,
    RelocationCase,
    RetainedBuilding,
)
from heritage.models.case_papers import CasePaper
from heritage.models.enterprises import RelocationStage
from heritage.models.scoped import ScopedModel
from heritage.policies import readable

#: What is found by searching, of fields of these names.
CHOOSERS = {"decree": partial(AdminSnippetChooser, Decree), "file": AdminDocumentChooser}


class EvidenceForm(ScopedForm):
    """A row of evidence of one case: the case is that of the address and cannot be chosen."""

    def __init__(self, *args, case: RelocationCase, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.case = case
        for name, chooser in CHOOSERS.items():
            if name in self.fields:
                self.fields[name].widget = chooser()
        if isinstance(self.instance, CasePaper):
            self.instance.case = case

    def _get_validation_exclusions(self) -> set[str]:
        """Let the model check what is unique within the case."""
        return super()._get_validation_exclusions() - {"case"}

    def sites_of_case(self) -> QuerySet[HeritageSite]:
        """The sites of the enterprise that the officer may read."""
        return readable(HeritageSite.objects.filter(enterprises=self.case.enterprise_id), self.for_user)


class MeasureForm(EvidenceForm):
    class Meta:
        model = ProtectionMeasure
        fields = ("site", "measure", "decree")

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["site"] = forms.ModelChoiceField(self.sites_of_case(), label=_("Heritage site"))


class PlanForm(EvidenceForm):
    class Meta:
        model = FiledPlan
        fields = ("kind", "title", "drawn_up_by", "filed_with", "filed_on", "filing_number", "file")


class ParcelForm(EvidenceForm):
    class Meta:
        model = Parcel
        fields = ("name", "whereabouts", "area_m2", "planned_use")


class BuildingForm(EvidenceForm):
    class Meta:
        model = RetainedBuilding
        fields = ("component", "restrictions")

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        components = Component.objects.filter(site__in=self.sites_of_case()).select_related("site")
        self.fields["component"] = forms.ModelChoiceField(components, label=_("Component"))


class QuotaForm(EvidenceForm):
    class Meta:
        model = LandQuota
        fields = ("kind", "area_m2", "decree")


class StepForm(EvidenceForm):
    class Meta:
        model = PlannedStep
        fields = ("stage", "planned_on")

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        steps = [(value, label) for value, label in RelocationStage.choices if value in PLANNABLE]
        self.fields["stage"] = forms.ChoiceField(choices=steps, label=_("Step"))


#: Whatever is known can be planned.
PLANNABLE = frozenset(RelocationStage.values) - {RelocationStage.UNKNOWN}


@dataclass(frozen=True)
class EvidenceKind:
    """A kind of evidence: its rows, its form, what adding one is called, and what its rows are named by."""

    model: type[ScopedModel]
    form: type[EvidenceForm]
    add_label: str | Promise
    named_by: tuple[str, ...] = ()


EVIDENCE_KINDS = {
    "measure": EvidenceKind(
        ProtectionMeasure, MeasureForm, _("Enter a protection measure"), ("site", "decree")
    ),
    "plan": EvidenceKind(FiledPlan, PlanForm, _("Enter a disposal plan")),
    "parcel": EvidenceKind(Parcel, ParcelForm, _("Enter a parcel")),
    "building": EvidenceKind(RetainedBuilding, BuildingForm, _("Enter a retained building"), ("component",)),
    "quota": EvidenceKind(LandQuota, QuotaForm, _("Enter a land quota"), ("decree",)),
    "step": EvidenceKind(PlannedStep, StepForm, _("Plan a step")),
}


def rows_of_case(kind: EvidenceKind, case: RelocationCase) -> QuerySet:
    """Return the rows of a kind that are evidence for a case."""
    rows = kind.model._default_manager.select_related(*kind.named_by)
    if issubclass(kind.model, CasePaper):
        return rows.filter(case=case)
    return rows.filter(site__enterprises=case.enterprise_id)
