"""The tables of lifecycles F, G and H: every edge and path can be walked, everything else is refused."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from heritage.courses import COURSES, course_of
from heritage.lifecycles.buildings import BUILDING, BUILDING_USE
from heritage.lifecycles.machine import Transition
from heritage.lifecycles.parcels import PARCEL, PARCEL_USE
from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.lifecycles.relocation import CASE
from heritage.models import Intervention, Parcel, RelocationCase
from heritage.models.decrees import Authority, Origin
from heritage.services.lawful_steps import lawful_steps
from heritage.services.stepping import move_along
from tests.heritage.interventions import application
from tests.heritage.relocation import Plant, plant, put
from tests.heritage.walking import (
    Walk,
    leave_out_every_need,
    try_every_unlawful_pair,
    walk_every_row,
    walk_every_simple_path,
)

pytestmark = pytest.mark.django_db

GATES = ("G1", "G2", "G3", "G4")
OLDER = date(2012, 5, 17)


class RelocationWalk(Walk):
    """A plant with the evidence for every gate."""

    def __init__(self) -> None:
        self.plant: Plant = plant()
        for gate in GATES:
            self.plant.open(gate)
        self.subject: Any = self.make()

    def make(self) -> Any:
        return self.plant.case

    def put(self, state: str) -> None:
        put(self.subject, state, by=self.plant.place.clerk)

    def stands(self) -> tuple[str, int]:
        fresh = type(self.subject).objects.get(pk=self.subject.pk)
        states = [state.key for state in self.table.states]
        return course_of(fresh).state_of(fresh, self.table), fresh.moves.filter(to_state__in=states).count()

    def papers(self, row: Transition | None) -> dict[str, Any]:
        """Papers that satisfy every need of a row."""
        decides = row.authorities[0] if row and row.authorities else Authority.CITY_GOVERNMENT
        return {
            "decree": self.plant.place.decree(decides),
            "report": self.plant.file(),
            "body": "检测机构",
            "happened_on": self.plant.place.site.created_at.date(),
        }

    def go(self, target: str, row: Transition | None = None) -> None:
        self.move(target, **self.papers(row))

    def move(self, target: str, **papers: Any) -> None:
        move_along(subject=self.subject, target=target, by=self.plant.place.clerk, **papers)

    def go_without(self, need: str, row: Transition) -> None:
        papers = self.papers(row)
        if need in ("number", "body", "date"):
            blank = {"number": "document_number", "body": "issued_by_words", "date": "announced_on"}[need]
            lacking = {blank: None if need == "date" else "", "origin": Origin.REPORTED}
            papers["decree"] = self.plant.place.decree(row.authorities[0], **lacking)
        elif need == "authority":
            papers["decree"] = self.plant.place.decree(Authority.OTHER)
        elif need == "paper":
            papers |= {"decree": None, "report": None}
        elif need in self.ARGUMENTS:
            papers[self.ARGUMENTS[need]] = "" if need == "drawn_up_by" else None
        else:
            self.take_away(need)
        try:
            self.move(row.target, **papers)
        finally:
            self.give_back(need)

    ARGUMENTS = {
        "decree": "decree",
        "happened_on": "happened_on",
        "drawn_up_by": "body",
        **dict.fromkeys(
            (
                "survey_report",
                "investigation",
                "risk_assessment",
                "plan",
                "effect",
                "contamination_survey",
                "reuse_risk",
                "cleaning_plan",
                "cleaning_record",
                "verification",
            ),
            "report",
        ),
    }

    def take_away(self, need: str) -> None:
        """Take away what no paper of the move can give: gates, parks, what stands of the contamination."""
        raise AssertionError(f"no test leaves out {need}")

    def give_back(self, need: str) -> None:
        """Put it there again."""


class CaseWalk(RelocationWalk):
    table = CASE

    def take_away(self, need: str) -> None:
        if need == "lawful_park":
            RelocationCase.objects.update(is_risky_trade=True)
        else:
            self.plant.close(need.removeprefix("gate_").upper())

    def give_back(self, need: str) -> None:
        if need == "lawful_park":
            RelocationCase.objects.update(is_risky_trade=False)
        elif need.startswith("gate_"):
            self.plant.open(need.removeprefix("gate_").upper())


class ParcelWalk(RelocationWalk):
    table = PARCEL

    def make(self) -> Parcel:
        return self.plant.parcel(name="乙地块", planned_use="other")


class ParcelUseWalk(ParcelWalk):
    table = PARCEL_USE

    def put(self, state: str) -> None:
        super().put("below_standard")
        super().put(state)

    def take_away(self, need: str) -> None:
        super().put({"target_met": "remediating", "allowed_use": "assessed"}[need])
        self.subject.planned_use = "other" if need == "target_met" else "housing"
        self.subject.save()


class BuildingWalk(RelocationWalk):
    """A listed building, whose cleaning is approved as a repair."""

    table = BUILDING

    def make(self):
        self.plant.place.announce("county", decree=self.plant.place.decree_for("county", announced_on=OLDER))
        application(self.plant.place, "repair", "approved", component=self.plant.workshops[1])
        return self.plant.building(component=self.plant.workshops[1])

    def take_away(self, need: str) -> None:
        Intervention.objects.update(state="rejected")

    def give_back(self, need: str) -> None:
        Intervention.objects.update(state="approved")


class BuildingUseWalk(BuildingWalk):
    table = BUILDING_USE

    def put(self, state: str) -> None:
        super().put("verified_clean")
        super().put(state)

    def take_away(self, need: str) -> None:
        super().put("contaminated")


WALKS = (CaseWalk, ParcelWalk, ParcelUseWalk, BuildingWalk, BuildingUseWalk)
every_lifecycle = pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.table.key)


@every_lifecycle
def test_every_row_can_be_walked(walk: type[RelocationWalk]) -> None:
    walk_every_row(walk())


@every_lifecycle
def test_every_simple_path_can_be_walked(walk: type[RelocationWalk]) -> None:
    walk_every_simple_path(walk())


@every_lifecycle
def test_every_pair_that_is_no_row_is_refused(walk: type[RelocationWalk]) -> None:
    try_every_unlawful_pair(walk())


@every_lifecycle
def test_every_need_left_out_is_refused_by_its_name(walk: type[RelocationWalk]) -> None:
    leave_out_every_need(walk())


@every_lifecycle
def test_every_move_has_a_name_and_no_row_stands_twice(walk: type[RelocationWalk]) -> None:
    table = walk.table
    assert {row.move for row in table.transitions} <= set(table.move_labels)
    rows = [(row.origin, row.target) for row in table.transitions]
    assert len(rows) == len(set(rows))


@every_lifecycle
def test_a_deleted_row_closes_the_move_in_service_and_screen(
    walk: type[RelocationWalk], monkeypatch: pytest.MonkeyPatch
) -> None:
    walked, row = walk(), walk.table.transitions[0]
    shorter = walk.table.without(row)
    kind = type(walked.subject)
    tables = tuple(shorter if table is walk.table else table for table in COURSES[kind].tables)
    monkeypatch.setitem(COURSES, kind, replace(COURSES[kind], tables=tables))
    walked.put(row.origin)
    before = walked.stands()
    steps = dict(lawful_steps(walked.subject, walked.plant.place.clerk))[shorter]
    with pytest.raises(UnlawfulMoveError):
        walked.go(row.target, row)
    opened = [step for step in steps if step.target == row.target and step.is_open]
    assert (opened, walked.stands()) == ([], before)
