"""Forms of historic buildings: putting one forward, and what becomes of it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from heritage.forms.designations import decree_field
from heritage.forms.moves import MOVE_FORMS, MoveForm, happened_field
from heritage.forms.steps import reviewer_field
from heritage.models import Component, Designation, HeritageSite, Scheme
from heritage.models.designation_papers import PaperKind
from heritage.models.designations import SchemeStanding
from heritage.services.historic_buildings import (
    demolish_building,
    document_building,
    nominate_building,
    publish_candidate,
    relocate_building,
)


class NominateForm(forms.Form):
    """Lays a nomination before its service."""

    name_as_listed = forms.CharField(max_length=160, label=_("Name under which it is put forward"))
    grounds = forms.CharField(
        max_length=300,
        label=_("Why it is worth protecting"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What it shows of history and of the place. Internal; never published."),
    )
    component = forms.ModelChoiceField(
        queryset=Component.objects.none(),
        required=False,
        label=_("Component"),
        empty_label=_("The whole site"),
    )

    def __init__(self, *args, site: HeritageSite, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.site = site
        components = self.fields["component"]
        components.queryset = site.components.all()  # type: ignore[attr-defined]  # declared above
        self.initial = {"name_as_listed": site.name_zh}

    def carry_out(self, *, by: User) -> Designation:
        scheme = Scheme.objects.filter(standing=SchemeStanding.HISTORIC_BUILDING).earliest("sort_order")
        return nominate_building(site=self.site, scheme=scheme, by=by, **self.cleaned_data)


class PublishForm(MoveForm):
    service = staticmethod(publish_candidate)
    name_as_listed = forms.CharField(max_length=160, label=_("Name as listed"))
    batch = forms.CharField(max_length=40, required=False, label=_("Batch"))
    list_number = forms.CharField(max_length=40, required=False, label=_("Number in the list"))

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decree"] = decree_field(self.for_user)
        self.order_fields(("decree",))
        self.initial = {"name_as_listed": self.designation.name_as_listed}


class DocumentForm(MoveForm):
    """The marker and the five parts of the archive, each as a file."""

    service = staticmethod(document_building)
    documented_on = forms.DateField(
        label=_("Day on which it happened"), widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for kind in PaperKind:
            self.ask_for_file(kind.value, kind.label)

    def carry_out(self, *, by: User) -> Designation:
        archive = {kind.value: self.cleaned_data[kind.value] for kind in PaperKind}
        documented_on = self.cleaned_data["documented_on"]
        return document_building(
            designation=self.designation, documented_on=documented_on, archive=archive, by=by
        )


class ApprovedForm(MoveForm):
    """What an approval by the protection department rests on."""

    public_interest = forms.CharField(
        max_length=300,
        label=_("Public interest"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Which public interest asks for it, and why it cannot be protected where it stands."),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decree"] = decree_field(self.for_user)
        self.ask_for_file("application", _("Application of the planning and the relics department"))
        self.ask_for_file("consent", _("Consent of the relics department beside who approves"))
        self.fields["happened_edtf"] = happened_field()
        self.order_fields(("decree", "application", "consent", "public_interest", "happened_edtf"))


class RelocateBuildingForm(ApprovedForm):
    service = staticmethod(relocate_building)
    new_place = forms.CharField(max_length=200, label=_("New place"))


class DemolishForm(ApprovedForm):
    service = staticmethod(demolish_building)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["second"] = reviewer_field(self.for_user, self.designation)


BUILDING_FORMS: dict[str, type[MoveForm]] = {
    **MOVE_FORMS,
    "publish": PublishForm,
    "document": DocumentForm,
    "relocate": RelocateBuildingForm,
    "demolish": DemolishForm,
}


def forms_of(designation: Designation) -> dict[str, type[MoveForm]]:
    """Return the forms for the moves of a designation, by the move."""
    is_building = designation.scheme.standing == SchemeStanding.HISTORIC_BUILDING
    return BUILDING_FORMS if is_building else MOVE_FORMS
