"""What is owed after a find during works, and from when on it is late (文物保护法 46)."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from heritage.lifecycles.finds import find_deadlines
from heritage.models import Find

REPORTED = datetime.fromisoformat("2026-11-02T09:30:00+08:00")
LATER = datetime.fromisoformat("2026-11-20T12:00:00+08:00")


def owed(**values) -> dict[str, object]:
    """What is owed of a find, by its key."""
    find = Find(collection_id=1, what="旧烟道", **{"reported_at": REPORTED, **values})
    return {deadline.key: deadline for deadline in find_deadlines(find)}


def late(now: datetime, **values) -> list[str]:
    return [key for key, deadline in owed(**values).items() if deadline.is_late(now)]


def test_the_department_has_a_day_and_seven_days_from_the_report() -> None:
    due = {key: deadline.due for key, deadline in owed().items()}
    assert due == {"on_site": REPORTED + timedelta(hours=24), "opinion": date(2026, 11, 9)}


def test_an_important_find_also_owes_a_report_at_once_and_fifteen_days_from_its_receipt() -> None:
    due = {key: deadline.due for key, deadline in owed(is_important=True).items()}
    assert (due["state_report"], due["state_opinion"]) == (date(2026, 11, 2), None)
    received = owed(is_important=True, reported_up_on=date(2026, 11, 3))
    assert received["state_opinion"].due == date(2026, 11, 18)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-03T09:30:00+08:00", []),
        ("2026-11-03T09:31:00+08:00", ["on_site"]),
        ("2026-11-09T23:59:00+08:00", ["on_site"]),
        ("2026-11-10T00:00:00+08:00", ["on_site", "opinion"]),
    ],
)
def test_what_is_not_done_is_late_once_its_time_is_past(now: str, expected: list[str]) -> None:
    assert late(datetime.fromisoformat(now)) == expected


def test_what_was_done_in_time_is_never_late_and_what_was_done_late_stays_late() -> None:
    in_time = {"on_site_at": REPORTED + timedelta(hours=3), "opinion_on": date(2026, 11, 9)}
    assert late(LATER, **in_time) == []
    too_late = {"on_site_at": REPORTED + timedelta(hours=25), "opinion_on": date(2026, 11, 10)}
    assert late(LATER, **too_late) == ["on_site", "opinion"]


def test_a_moment_read_from_the_database_counts_by_the_day_here() -> None:
    evening = datetime.fromisoformat("2026-11-02T17:00:00+00:00")  # 01:00 on the next day here
    assert timezone.localdate(evening) == date(2026, 11, 3)
    assert owed(reported_at=evening)["opinion"].due == date(2026, 11, 10)
