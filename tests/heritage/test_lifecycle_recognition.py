"""The table of recognition: every edge and path can be walked, everything else is refused."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from heritage.lifecycles.machine import Transition
from heritage.lifecycles.recognition import RECOGNITION
from heritage.models import HeritageSite, RecognitionMove
from heritage.models.decrees import Authority, Origin
from heritage.models.sites import Recognition
from heritage.services.stepping import move_along
from tests.heritage.designations import County, clear, county
from tests.heritage.designations import put as put_identity
from tests.heritage.walking import (
    Walk,
    leave_out_every_need,
    try_every_unlawful_pair,
    walk_every_row,
    walk_every_simple_path,
)

pytestmark = pytest.mark.django_db

REPORTS = ("investigation", "loss")
BLANK = {
    "decree": {"decree": None},
    "origin": {"report": None, "reason": ""},
    "request": {"report": None, "reason": " "},
    "grounds": {"reason": "  "},
    "asked_by": {"body": ""},
    "happened_on": {"happened_on": None},
    "hearing": {"approval": None},
    **{key: {"report": None} for key in REPORTS},
}
#: What the columns of the record hold while what the need asks of it is missing.
LACKING = {
    "name": {"name_zh": ""},
    "place": {"address": "", "typed_coordinates": "", "longitude": None, "latitude": None},
    "unpublished": {"live": True},
}
COMPLETE = {
    "name_zh": "测试窑址",
    "address": "",
    "typed_coordinates": "126.55, 43.85",
    "longitude": 126.55,
    "latitude": 43.85,
    "live": False,
}


class RecognitionWalk(Walk):
    """A site for whose investigation citizens have applied."""

    table = RECOGNITION

    def __init__(self) -> None:
        self.place: County = county(Recognition.NOT_RECORDED)
        self.store(**COMPLETE)

    def store(self, **values: Any) -> None:
        HeritageSite.objects.filter(pk=self.place.site.pk).update(**values)

    def put(self, state: str) -> None:
        """As when citizens applied before: the hearing is asked for."""
        RecognitionMove.objects.all().delete()
        RecognitionMove.objects.create(
            subject=self.place.site,
            from_state=Recognition.NOT_RECORDED,
            to_state=Recognition.INVESTIGATING,
            body="群众甲",
            made_by=self.place.clerk,
        )
        self.store(recognition=state, recognition_until_confirmed="")

    def stands(self) -> tuple[str, int]:
        site = HeritageSite.objects.get(pk=self.place.site.pk)
        return site.recognition, site.recognition_moves.count()

    def papers(self, row: Transition | None) -> dict[str, Any]:
        decides = row.authorities[0] if row and row.authorities else Authority.COUNTY_DEPARTMENT
        return {
            "decree": self.place.decree(decides),
            "report": self.place.evidence(),
            "approval": self.place.evidence(),
            "body": "所有权人乙",
            "happened_on": timezone.localdate(),
            "reason": "缘由",
        }

    def go(self, target: str, row: Transition | None = None) -> None:
        self.move(target, **self.papers(row))

    def move(self, target: str, **papers: Any) -> None:
        move_along(subject=self.place.site, target=target, by=self.place.clerk, **papers)

    def go_without(self, need: str, row: Transition) -> None:
        papers = self.papers(row) | BLANK.get(need, {})
        if need in ("number", "body", "date"):
            blank = {"number": "document_number", "body": "issued_by_words", "date": "announced_on"}[need]
            lacking = {blank: None if need == "date" else "", "origin": Origin.REPORTED}
            papers["decree"] = self.place.decree(row.authorities[0], **lacking)
        elif need == "authority":
            papers["decree"] = self.place.decree(Authority.COUNTY_GOVERNMENT)
        elif need == "in_effect":
            tomorrow = timezone.localdate() + timedelta(days=1)
            papers["decree"] = self.place.decree(row.authorities[0], announced_on=tomorrow)
        elif need == "no_relic":
            put_identity(self.place, "county")
        elif need in LACKING:
            self.store(**LACKING[need])
        else:
            assert need in BLANK, f"no test leaves out {need}"
        try:
            self.move(row.target, **papers)
        finally:
            clear()
            self.store(**COMPLETE)


def test_every_row_can_be_walked() -> None:
    walk_every_row(RecognitionWalk())


def test_every_simple_path_can_be_walked() -> None:
    walk_every_simple_path(RecognitionWalk())


def test_every_pair_that_is_no_row_is_refused() -> None:
    try_every_unlawful_pair(RecognitionWalk())


def test_every_need_left_out_is_refused_by_its_name() -> None:
    leave_out_every_need(RecognitionWalk())


def test_every_move_has_a_name_and_no_row_stands_twice() -> None:
    assert {row.move for row in RECOGNITION.transitions} == set(RECOGNITION.move_labels)
    rows = [(row.origin, row.target) for row in RECOGNITION.transitions]
    assert len(rows) == len(set(rows))


def test_the_states_are_those_of_the_column() -> None:
    assert [state.key for state in RECOGNITION.states] == Recognition.values


@pytest.mark.parametrize("authority", ["county_department", "city_department", "provincial_department"])
def test_the_departments_of_county_city_and_province_decide(authority: str) -> None:
    walk = RecognitionWalk()
    walk.put(Recognition.INVESTIGATING)
    walk.move(Recognition.RECOGNISED, **walk.papers(None) | {"decree": walk.place.decree(authority)})
    assert walk.stands()[0] == Recognition.RECOGNISED
