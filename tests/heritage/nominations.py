"""Rows for tests of nominations: a county, its list, a nomination in any state."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from heritage.lifecycles.machine import Transition
from heritage.lifecycles.national_industrial import NATIONAL_INDUSTRIAL, SCHEME_KEY
from heritage.models import Designation, Nomination, NominationMove, Scheme
from heritage.models.decrees import Authority, Origin
from heritage.models.nominations import NominationState
from heritage.services.stepping import move_along
from tests.factories import attachment
from tests.heritage.designations import County, county
from tests.heritage.walking import Walk

FROM, TO = date(2026, 9, 1), date(2026, 9, 15)


def nominating_county() -> County:
    """A county whose reference data has the list of the Ministry."""
    place = county()
    Scheme.objects.create(
        key=SCHEME_KEY,
        label_zh="国家工业遗产",
        label_en="National Industrial Heritage",
        standing="departmental",
    )
    return place


def nomination_of(place: County, state: str = NominationState.DRAFT, **values: Any) -> Nomination:
    """A complete nomination in a state; designated, it has its designation, not confirmed yet."""
    given = {
        "site": place.site,
        "applicant": "第一机械厂",
        "name_as_listed": "第一机械厂",
        "core_items_words": "主厂房、锅炉房",
        "batch": "第五批",
        "publicised_from": FROM,
        "publicised_to": TO,
        "state": state,
    }
    row = Nomination.objects.create(**{**given, **values})
    if state == NominationState.DESIGNATED:
        row.designation = listed(place, row)
        row.save()
    return row


def listed(place: County, row: Nomination, **values: Any) -> Designation:
    return Designation.objects.create(
        site=place.site,
        scheme=Scheme.objects.get(key=SCHEME_KEY),
        status="in_force",
        name_as_listed=row.name_as_listed,
        batch=row.batch,
        decree=place.decree(Authority.STATE_DEPARTMENT),
        entered_by=place.clerk,
        **values,
    )


def papers_for(place: County, row: Transition | None) -> dict[str, Any]:
    """Papers that satisfy every need of a row that no record meets."""
    decides = row.authorities[0] if row and row.authorities else Authority.STATE_DEPARTMENT
    scan = attachment("文件", place.site.collection)
    return {
        "decree": place.decree(decides, file=scan),
        "report": place.evidence(),
        "body": "专家组",
        "happened_on": timezone.localdate(),
        "reason": "核心物项严重损毁",
        "second": place.reviewer,
    }


BLANK: dict[str, dict[str, Any]] = {
    "decree": {"decree": None},
    "happened_on": {"happened_on": None},
    "drawn_up_by": {"body": " "},
    "why": {"reason": ""},
    "second": {"second": None},
    "paper": {"decree": None, "report": None},
    **{
        key: {"report": None} for key in ("owner_application", "expert_review", "site_check", "public_notice")
    },
}
#: What a nomination lacks when a need of record is not met.
LACKING: dict[str, dict[str, Any]] = {
    "core_items": {"core_items_words": ""},
    "publicity": {"publicised_to": None},
    "batch_of_nomination": {"batch": ""},
    "name_of_nomination": {"name_as_listed": ""},
}


@dataclass
class NominationWalk(Walk):
    table = NATIONAL_INDUSTRIAL
    place: County = field(default_factory=nominating_county)

    def put(self, state: str) -> None:
        NominationMove.objects.all().delete()
        Nomination.objects.all().delete()
        Designation.objects.all().delete()
        self.nomination = nomination_of(self.place, state)

    def stands(self) -> tuple[str, int]:
        row = Nomination.objects.get(pk=self.nomination.pk)
        return row.state, row.moves.count()

    def go(self, target: str, row: Transition | None = None) -> None:
        self.move(target, **papers_for(self.place, row))

    def move(self, target: str, **papers: Any) -> None:
        move_along(subject=self.nomination, target=target, by=self.place.clerk, **papers)

    def go_without(self, need: str, row: Transition) -> None:
        papers = papers_for(self.place, row)
        if need == "publicity_over":
            self.write(publicised_to=timezone.localdate() + timedelta(days=1))
        elif need in LACKING:
            self.write(**LACKING[need])
        else:
            papers |= self.lacking(need, row)
        self.move(row.target, **papers)

    def write(self, **values: Any) -> None:
        Nomination.objects.filter(pk=self.nomination.pk).update(**values)

    def lacking(self, need: str, row: Transition) -> dict[str, Any]:
        if need in BLANK:
            return BLANK[need]
        scan = attachment("文件", self.place.site.collection)
        if need == "authority":
            return {"decree": self.place.decree(Authority.OTHER, file=scan)}
        if need == "document":
            return {"decree": self.place.decree(row.authorities[0])}
        blank = {"number": "document_number", "body": "issued_by_words", "date": "announced_on"}[need]
        value = None if need == "date" else ""
        reported = {blank: value, "origin": Origin.REPORTED, "file": scan}
        return {"decree": self.place.decree(row.authorities[0], **reported)}
