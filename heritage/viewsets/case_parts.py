"""The pages of a parcel and of a retained building: where they stand, their papers, what may come next."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.permissions import policy_registry

from heritage.courses import COURSES, course_of
from heritage.forms.steps import StepAlongForm
from heritage.lifecycles.identities import RELICS, Identity, legal_identity
from heritage.lifecycles.machine import Transition
from heritage.lifecycles.rights import INTERVENING, holds
from heritage.models import Parcel, RetainedBuilding
from heritage.models.interventions import InterventionKind
from heritage.services.lawful_steps import lawful_steps
from heritage.viewsets.case_base import CaseFormView, OfCaseView
from heritage.viewsets.case_links import take_back_url

#: By what kind of works a building is cleaned: of a relic a repair, of a historic building exterior works.
CLEANING_OF = {
    **dict.fromkeys(RELICS, InterventionKind.REPAIR),
    Identity.HISTORIC_BUILDING: InterventionKind.ALTER_EXTERIOR,
}


class OfPartMixin:
    """A screen of a part of a case, which is read where the case is read."""

    model: type[Parcel | RetainedBuilding]
    kind: str
    address: str
    part: Any

    def read_case(self, pk: int):
        self.part = self.read(self.model, pk)
        return super().read_case(self.part.case_id)

    @property
    def part_url(self) -> str:
        return reverse(self.address, args=[self.part.pk])

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*super().get_breadcrumbs_items(), {"url": self.part_url, "label": str(self.part)}]


class PartView(OfPartMixin, OfCaseView):
    template_name = "heritage/relocation/part.html"

    def get_page_title(self) -> str:
        return str(self.model._meta.verbose_name)

    def get_page_subtitle(self) -> str:
        return str(self.part)

    def get_context_data(self, **kwargs) -> dict:
        may_change = policy_registry.get_by_type(self.model).user_has_permission_for_instance
        form = reverse("heritage_evidence_edit", args=[self.case.pk, self.kind, self.part.pk])
        return {
            **super().get_context_data(**kwargs),
            "part": self.part,
            "courses": [
                {
                    "label": table.label,
                    "state": table.label_of(course_of(self.part).state_of(self.part, table)),
                    "steps": [(step, self._step_url(step)) for step in steps],
                }
                for table, steps in lawful_steps(self.part, self.officer)
            ],
            "trail": self._trail(),
            "take_back_url": take_back_url(self.address, self.part, self.officer),
            "edit_url": form if may_change(self.officer, "change", self.part) else "",
        }

    def _step_url(self, step) -> str:
        return reverse(f"{self.address}_move", args=[self.part.pk, step.target]) if step.is_open else ""

    def _trail(self) -> list[dict]:
        """Every recorded move, with the names of its states in whichever table knows them."""
        tables = COURSES[self.model].tables
        rows = self.part.moves.select_related("decree", "report", "made_by")
        return [
            {"move": row, "label": table.label_of(row.to_state)}
            for row in rows
            for table in tables
            if table.state(row.to_state)
        ]


class PartMoveView(OfPartMixin, CaseFormView):
    def dispatch(self, request: HttpRequest, *args, **kwargs):
        self.target = kwargs["target"]
        tables = [table for table in COURSES[self.model].tables if table.state(self.target)]
        if not tables:
            raise Http404
        self.table = tables[0]
        return super().dispatch(request, *args, **kwargs)

    @property
    def back_url(self) -> str:
        return self.part_url

    @property
    def row(self) -> Transition | None:
        """The row that leads to the target from where the part stands."""
        return self.table.find(
            origin=course_of(self.part).state_of(self.part, self.table), target=self.target
        )

    def get_page_title(self) -> str:
        row = self.row
        return self.table.label_of_move(row.move) if row else self.table.label_of(self.target)

    def get_page_subtitle(self) -> str:
        return str(self.part)

    def get_form(self) -> StepAlongForm:
        return StepAlongForm(
            self.given, subject=self.part, target=self.target, row=self.row, for_user=self.officer
        )

    def get_context_data(self, **kwargs) -> dict:
        shown = [step for _table, steps in lawful_steps(self.part, self.officer) for step in steps]
        asked = next((step for step in shown if step.target == self.target), None)
        return super().get_context_data(**kwargs) | {"step": asked}


class ParcelView(PartView):
    model, kind, address = Parcel, "parcel", "heritage_parcel"
    page_title = _("Parcel")


class ParcelMoveView(PartMoveView):
    model, kind, address = Parcel, "parcel", "heritage_parcel"


class BuildingView(PartView):
    model, kind, address = RetainedBuilding, "building", "heritage_building"
    page_title = _("Retained building")

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {"cleaning_url": self._cleaning_url()}

    def _cleaning_url(self) -> str:
        """Where the cleaning of a listed building is applied for; blank where nobody asks for it."""
        component = self.part.component
        works = CLEANING_OF.get(legal_identity(component.site, component))
        if works is None or not holds(self.officer, INTERVENING, component.site):
            return ""
        asked = {"kind": works.value, "component": component.pk, "case": self.case.pk}
        return f"{reverse('heritage_intervention_add', args=[component.site_id])}?{urlencode(asked)}"


class BuildingMoveView(PartMoveView):
    model, kind, address = RetainedBuilding, "building", "heritage_building"
