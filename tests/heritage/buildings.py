"""Historic buildings for tests: one in any state of its table, and every move of it with full papers."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from heritage.lifecycles import status
from heritage.lifecycles.machine import Transition
from heritage.models import Designation
from heritage.models.decrees import Authority, Origin
from heritage.models.designation_papers import PaperKind
from heritage.models.designations import SchemeStanding
from heritage.services.announcing import verify_designation
from heritage.services.historic_buildings import (
    demolish_building,
    document_building,
    publish_candidate,
    relocate_building,
)
from heritage.services.recording_fates import record_component_loss, record_destruction
from tests.factories import attachment
from tests.heritage.designations import County, clear, county
from tests.heritage.walking import Walk

SERVICES = {
    "publish": publish_candidate,
    "verify": verify_designation,
    "document": document_building,
    "lose_component": record_component_loss,
    "relocate": relocate_building,
    "demolish": demolish_building,
    "destroy": record_destruction,
}
ARGUMENTS = {
    "evidence": "evidence",
    "happened": "happened_edtf",
    "cause": "cause",
    "component": "component",
    "new_place": "new_place",
    "second": "second",
    "joint_application": "application",
    "relics_consent": "consent",
    "public_interest": "public_interest",
    "decree": "decree",
}


def building(place: County, state: str = "in_force", **values: Any) -> Designation:
    """A designation as a historic building in a state, without the services."""
    given = {
        "site": place.site,
        "scheme": place.scheme_of(SchemeStanding.HISTORIC_BUILDING),
        "status": state,
        "name_as_listed": place.site.name_zh,
        "origin": Origin.REPORTED,
        "entered_by": place.clerk,
    }
    return Designation.objects.create(**{**given, **values})


def papers_for(place: County, move: str) -> dict[str, Any]:
    """What the service of a move is given, complete."""
    fact = {"happened_edtf": "2016-05-17", "cause": "火灾", "evidence": place.evidence()}
    scan = attachment("批准文件", place.site.collection)
    approval = {
        "decree": place.decree(Authority.PROVINCIAL_PROTECTION, file=scan),
        "application": place.evidence(),
        "consent": place.evidence(),
        "public_interest": "铁路扩建，无法避让",
        "happened_edtf": "2016-05",
    }
    published = {"decree": place.decree(Authority.CITY_GOVERNMENT), "name_as_listed": place.site.name_zh}
    given: dict[str, dict[str, Any]] = {
        "publish": published,
        "verify": published,
        "document": {"documented_on": timezone.localdate(), "archive": archive(place)},
        "lose_component": {**fact, "component": place.component()},
        "relocate": {**approval, "new_place": "新址"},
        "demolish": {**approval, "second": place.reviewer},
        "destroy": fact,
    }
    return given[move]


def archive(place: County) -> dict[str, Any]:
    return {kind.value: place.evidence() for kind in PaperKind}


class BuildingWalk(Walk):
    """What becomes of a historic building. Giving way to a relic is a consequence of announcing one."""

    table = status.HISTORIC_BUILDING_FATES

    def __init__(self) -> None:
        self.place = county()

    def put(self, state: str) -> None:
        clear()
        self.designation = building(self.place, state)

    def stands(self) -> tuple[str, int]:
        row = Designation.objects.get(pk=self.designation.pk)
        return row.status, row.moves.count()

    def go(self, target: str, row: Transition | None = None) -> None:
        assert row is not None
        self.make(row.move)

    def make(self, move: str, **changes: Any) -> None:
        if move == "become_relic":
            self.place.announce("county")
            return
        given = {**papers_for(self.place, move), **changes}
        SERVICES[move](designation=self.designation, by=self.place.clerk, **given)

    def go_without(self, need: str, row: Transition) -> None:
        self.make(row.move, **self.lacking(need, row))

    def lacking(self, need: str, row: Transition) -> dict[str, Any]:
        """The arguments that change when what meets a need is left out."""
        decides = row.authorities[0] if row.authorities else Authority.OTHER
        scan = attachment("批准文件", self.place.site.collection)
        if need in ("number", "body", "date"):
            blank = {"number": "document_number", "body": "issued_by_words", "date": "announced_on"}[need]
            value = None if need == "date" else ""
            reported = {blank: value, "origin": Origin.REPORTED, "file": scan}
            return {"decree": self.place.decree(decides, **reported)}
        if need == "authority":
            return {"decree": self.place.decree(Authority.PLANNING, file=scan)}
        if need == "document":
            return {"decree": self.place.decree(decides)}
        if need == "name_as_listed":
            Designation.objects.filter(pk=self.designation.pk).update(name_as_listed="")
            return {"name_as_listed": ""}
        if need == "happened_on":
            return {"documented_on": timezone.localdate() + timedelta(days=1)}
        if need.startswith("paper_"):
            kept = archive(self.place)
            del kept[need.removeprefix("paper_")]
            return {"archive": kept}
        blank_word = "" if need in ("happened", "cause", "new_place", "public_interest") else None
        return {ARGUMENTS[need]: blank_word}
