"""Rows for tests of relocation: a plant with its case, its people, and evidence for every gate."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from heritage.gates import Evidence, GateReading, evidence_of, read_gates
from heritage.models import (
    Component,
    FiledPlan,
    LandQuota,
    NotEntered,
    Parcel,
    ParcelMove,
    PlannedStep,
    ProtectionMeasure,
    RelocationCase,
    RetainedBuilding,
    Survey,
)
from heritage.models.relocation_moves import BuildingMove, RecordedMove
from heritage.models.sites import Recognition
from media.models import Attachment
from tests.factories import attachment
from tests.heritage.designations import County, county
from tests.inventory import enterprise_in


@dataclass
class Plant:
    """A cement works in Changyi with two workshops and the case of its relocation."""

    place: County
    case: RelocationCase
    workshops: tuple[Component, Component]

    def gates(self) -> tuple[GateReading, ...]:
        return read_gates(self.evidence())

    def evidence(self) -> Evidence:
        case = RelocationCase.objects.get(pk=self.case.pk)
        return evidence_of([case])[case.pk]

    def states(self) -> dict[str, str]:
        """The state of every gate, by its key."""
        return {gate.key: gate.state.value for gate in self.gates()}

    def file(self) -> Attachment:
        return attachment("测试报告", self.case.collection)

    def survey(self, *seen: Component, is_confirmed: bool = True, **values: Any) -> Survey:
        """A survey of the site that has seen these components, confirmed unless told otherwise."""
        given = {
            "site": self.place.site,
            "surveyed_on": date(2026, 10, 8),
            "purpose": "before_relocation",
            "surveyors": "调查员",
            "observations": "红砖厂房",
            "confirmed_on": date(2026, 10, 20) if is_confirmed else None,
        }
        row = Survey.objects.create(**{**given, **values})
        row.components.set(seen)
        row.save()
        return row

    def not_entered(self, survey: Survey, component: Component) -> NotEntered:
        return NotEntered.objects.create(
            survey=survey, component=component, what=component.name_zh, reason="refused"
        )

    def recognise(self, recognition: str = Recognition.RECOGNISED) -> None:
        type(self.place.site).objects.filter(pk=self.place.site.pk).update(recognition=recognition)

    def measure(self) -> ProtectionMeasure:
        decree = self.place.decree("county_department")
        return ProtectionMeasure.objects.create(site=self.place.site, measure="原址保留", decree=decree)

    def plan(self, kind: str = "both") -> FiledPlan:
        return FiledPlan.objects.create(
            case=self.case,
            kind=kind,
            title="拆除活动污染防治方案",
            filed_with="生态环境局",
            filed_on=date(2026, 10, 9),
            file=self.file(),
        )

    def parcel(self, standing: str = "", name: str = "甲地块", **values: Any) -> Parcel:
        """A parcel, and the move that brought it to where it stands."""
        row = Parcel.objects.create(case=self.case, name=name, **values)
        if standing:
            put(row, standing, by=self.place.clerk)
        return row

    def building(self, standing: str = "", component: Component | None = None) -> RetainedBuilding:
        """A retained building, and the move that brought it to where it stands."""
        row = RetainedBuilding.objects.create(case=self.case, component=component or self.workshops[0])
        if standing:
            put(row, standing, by=self.place.clerk)
        return row

    def quota(self) -> LandQuota:
        decree = self.place.decree("city_government")
        return LandQuota.objects.create(case=self.case, kind="granted", area_m2=1200, decree=decree)

    def planned(self, stage: str, on: date) -> PlannedStep:
        return PlannedStep.objects.create(case=self.case, stage=stage, planned_on=on)

    def open(self, gate: str) -> None:
        """Add the evidence that opens a gate."""
        if gate == "G1":
            self.recognise()
            self.survey(*self.workshops)
            self.measure()
        elif gate == "G2":
            self.plan()
        elif gate in ("G3", "G5"):
            self.parcel("below_standard", name=gate)
        elif gate == "G4":
            self.building("clean")
        else:
            self.quota()

    def close(self, gate: str) -> None:
        """Take that evidence away again."""
        rows = {
            "G1": (Survey, ProtectionMeasure),
            "G2": (FiledPlan,),
            "G3": (ParcelMove, Parcel),
            "G4": (BuildingMove, RetainedBuilding),
            "G5": (ParcelMove, Parcel),
            "G6": (LandQuota,),
        }
        for model in rows[gate]:
            model.objects.all().delete()


def put(subject: RelocationCase | Parcel | RetainedBuilding, state: str, *, by) -> None:
    """Bring a case, parcel or building into a state without the services."""
    if isinstance(subject, RelocationCase):
        RelocationCase.objects.filter(pk=subject.pk).update(stage=state)
        subject.refresh_from_db()
        return
    model: type[RecordedMove] = type(subject.moves.model())
    model.objects.create(subject=subject, from_state="", to_state=state, made_by=by)


def plant(**values: Any) -> Plant:
    """A plant of which nothing is known but that it is to move."""
    place = county(Recognition.NOT_RECORDED)
    site = place.site
    workshops = tuple(Component.objects.create(site=site, name_zh=name) for name in ("一车间", "二车间"))
    enterprise = enterprise_in(site.division, site, is_live=False)
    case = RelocationCase.objects.create(enterprise=enterprise, **values)
    return Plant(place, case, workshops)


def today() -> date:
    return timezone.localdate()
