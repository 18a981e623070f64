"""The four haves: what a designation of each level obliges to, by when, and where each duty stands."""

from datetime import date

import pytest

from heritage.four_haves import (
    is_complete,
)
from heritage.four_haves.readings import DutyEvidence, read_duties

TODAY = date(2026, 11, 25)
HAVES = ("zone", "marker", "archive", "custodian")


def states(level: str, announced_on: date | None, **done_on: date) -> dict[str, tuple[str, date | None]]:
    readings = read_duties(DutyEvidence(level, announced_on, done_on), today=TODAY)
    return {reading.key: (reading.state.value, reading.due_on) for reading in readings}


@pytest.mark.parametrize("level", ["county", "city", "province"])
def test_a_protected_site_owes_the_four_within_a_year_and_the_filing_without_a_term(level):
    due = date(2027, 3, 5)
    assert states(level, date(2026, 3, 5), marker=date(2026, 5, 1)) == {
        "zone": ("due", due),
        "marker": ("done", due),
        "archive": ("due", due),
        "custodian": ("due", due),
        "filing": ("open", None),
    }


def test_a_national_site_owes_no_filing_to_a_higher_authority():
    assert set(states("national", date(2026, 3, 5))) == set(HAVES)


def test_a_registered_relic_owes_its_own_three_without_a_term():
    assert states("registered", date(2001, 3, 5)) == {
        "marker": ("open", None),
        "archive": ("open", None),
        "custodian": ("open", None),
        "filing": ("open", None),
    }


@pytest.mark.parametrize(
    ("announced_on", "due_on", "state"),
    [
        (date(2025, 11, 24), date(2026, 11, 24), "late"),
        (date(2025, 11, 25), date(2026, 11, 25), "due"),
        (date(2024, 2, 29), date(2025, 2, 28), "late"),
        (date(2027, 2, 28), date(2028, 2, 28), "due"),
        (None, None, "undated"),
    ],
)
def test_the_last_day_is_a_year_after_the_announcement_where_its_day_is_known(announced_on, due_on, state):
    assert states("county", announced_on)["zone"] == (state, due_on)


def test_days_are_counted_to_the_last_day_and_beyond_it():
    [zone, marker, *_rest] = read_duties(
        DutyEvidence("county", date(2025, 11, 20), {"marker": date(2026, 11, 23)}), today=TODAY
    )
    assert (zone.days_left, zone.days_late) == (-5, 5)
    assert (marker.days_left, marker.days_late) == (None, 3)


@pytest.mark.parametrize(
    ("level", "done", "expected"),
    [
        ("county", HAVES, True),
        ("county", HAVES[1:], False),
        ("registered", HAVES[1:], True),
        ("registered", HAVES[2:], False),
    ],
)
def test_complete_is_four_of_a_protected_site_and_three_of_a_registered_one(level, done, expected):
    evidence = DutyEvidence(level, None, dict.fromkeys(done, TODAY))
    assert is_complete(read_duties(evidence, today=TODAY)) is expected


def test_what_owes_nothing_is_not_complete():
    assert is_complete(()) is False
