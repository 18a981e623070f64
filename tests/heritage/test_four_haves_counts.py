"""What is recorded of many designations: their duties, the counts of a collection, what is still open."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from heritage.four_haves import (
    FourHavesCounts,
    count_open_duties,
    duties_of,
    four_haves_counts,
    open_duties,
)
from heritage.models import Designation, FulfilledDuty
from tests.factories import SiteFactory
from tests.heritage.designations import County, county, put

TODAY = date(2026, 11, 25)
HAVES = ("zone", "marker", "archive", "custodian")


@dataclass
class Announced:
    """A county with a designation at a level, announced on a day."""

    place: County
    designation: Designation

    def did(self, *duties: str, on: date = date(2026, 1, 5), **values: Any) -> None:
        for duty in duties:
            FulfilledDuty.objects.create(
                designation=self.designation, duty=duty, done_on=on, recorded_by=self.place.clerk, **values
            )

    def another(self, announced_on: date | None, level: str = "county", *did: str) -> Designation:
        """One more site with a designation of its own."""
        site = SiteFactory(division=self.place.site.division)
        decree = self.place.decree("county_government", announced_on=announced_on, origin="reported")
        row = Designation.objects.create(
            site=site,
            scheme=self.place.scheme_of(level),
            level=level,
            status="in_force",
            batch="第一批",
            decree=decree,
        )
        Announced(self.place, row).did(*did)
        return row

    def readings(self) -> dict[str, str]:
        row = Designation.objects.select_related("scheme", "decree").get(pk=self.designation.pk)
        return {reading.key: reading.state.value for reading in duties_of([row], today=TODAY)[row.pk]}


@pytest.fixture
def announced(db) -> Announced:
    """A county site, announced so long ago that its term is past."""
    place = county()
    designation = put(place, "county")
    decree = place.decree("county_government", announced_on=date(2020, 5, 6))
    Designation.objects.update(decree=decree)
    return Announced(place, Designation.objects.get(pk=designation.pk))


def test_what_is_recorded_is_done_and_the_rest_is_late(announced):
    announced.did("zone", "archive")
    assert announced.readings() == {
        "zone": "done",
        "marker": "late",
        "archive": "done",
        "custodian": "late",
        "filing": "open",
    }


def test_a_duty_done_twice_counts_from_the_first_time(announced):
    announced.did("marker", on=date(2024, 1, 5))
    announced.did("marker", on=date(2021, 1, 5))
    [_zone, marker, *_rest] = duties_of([announced.designation], today=TODAY)[announced.designation.pk]
    assert (marker.done_on, [row.done_on.year for row in marker.evidence]) == (
        date(2021, 1, 5),
        [2021, 2024],
    )


def test_the_filing_that_the_decree_tells_is_done(announced):
    type(announced.designation.decree).objects.update(filed_on=date(2020, 6, 1))
    assert announced.readings()["filing"] == "done"


@pytest.mark.parametrize("status", ["superseded", "destroyed", "revoked", "candidate", "to_verify"])
def test_what_is_not_in_force_is_asked_for_nothing(announced, status):
    Designation.objects.update(status=status, origin="reported")
    assert announced.readings() == {}
    assert four_haves_counts([announced.place.site.collection_id]) == {
        announced.place.site.collection_id: FourHavesCounts()
    }


@pytest.mark.parametrize("status", ["component_lost", "relocated"])
def test_what_has_lost_a_part_or_was_moved_still_owes_all(announced, status):
    Designation.objects.update(status=status)
    assert set(announced.readings()) == {*HAVES, "filing"}


def test_a_historic_building_is_no_relic_and_owes_nothing_here(announced):
    Designation.objects.update(scheme=announced.place.scheme_of("historic_building"), level="")
    assert announced.readings() == {}


def test_collections_are_counted_each_on_its_own(announced):
    announced.did("zone")
    announced.another(date(2020, 5, 6), "county", *HAVES)
    announced.another(date(2026, 11, 1), "city")
    announced.another(None, "province", "marker")
    announced.another(date(2010, 1, 1), "registered", "marker", "archive", "custodian")
    announced.another(date(2010, 1, 1), "registered", "zone")
    mine = announced.place.site.collection_id
    other = announced.place.site.division.parent.collection_id
    assert four_haves_counts([mine, other], today=TODAY) == {
        mine: FourHavesCounts(complete=2, partly=2, none=2, late=1),
        other: FourHavesCounts(),
    }


@pytest.mark.parametrize("today", [date(2025, 2, 28), date(2025, 3, 1), date(2024, 2, 29), date(2024, 3, 1)])
def test_the_database_calls_late_what_the_reading_calls_late(announced, today):
    for day in (date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1), date(2023, 2, 28), date(2023, 3, 1)):
        announced.another(day)
    rows = Designation.objects.select_related("scheme", "decree")
    read = sum(
        any(reading.state == "late" for reading in duties) for duties in duties_of(rows, today=today).values()
    )
    collection = announced.place.site.collection_id
    assert four_haves_counts([collection], today=today)[collection].late == read


def test_open_duties_come_the_earliest_first_with_their_last_day(announced):
    announced.did("zone", "marker", "archive")
    newer = announced.another(date(2026, 11, 1), "county", "zone", "marker", "custodian")
    announced.another(None)
    announced.another(date(2010, 1, 1), "registered")
    collection = [announced.place.site.collection_id]
    found = open_duties(collection, today=TODAY)
    assert [(row.designation_id, row.key, row.due_on, row.is_late) for row in found] == [
        (announced.designation.pk, "custodian", date(2021, 5, 6), True),
        (newer.pk, "archive", date(2027, 11, 1), False),
    ]
    assert count_open_duties(collection) == 2


@pytest.mark.parametrize(
    ("due_from", "due_until", "count"),
    [
        (None, date(2027, 10, 31), 4),
        (None, date(2027, 11, 1), 8),
        (date(2021, 5, 7), None, 4),
        (date(2021, 5, 6), date(2021, 5, 6), 4),
    ],
)
def test_open_duties_are_those_of_a_span_of_days(announced, due_from, due_until, count):
    announced.another(date(2026, 11, 1))
    collection = [announced.place.site.collection_id]
    found = open_duties(collection, today=TODAY, due_from=due_from, due_until=due_until)
    assert len(found) == count_open_duties(collection, due_from=due_from, due_until=due_until) == count


def test_open_duties_are_no_more_than_asked_for(announced):
    announced.another(date(2026, 11, 1))
    found = open_duties([announced.place.site.collection_id], today=TODAY, limit=3)
    assert [row.designation_id for row in found] == [announced.designation.pk] * 3


def test_counts_lists_and_readings_ask_as_often_for_many_as_for_one(announced):
    def asked() -> int:
        collections = [announced.place.site.collection_id]
        with CaptureQueriesContext(connection) as queries:
            four_haves_counts(collections)
            open_duties(collections)
            count_open_duties(collections)
            duties_of(Designation.objects.select_related("scheme", "decree"))
        return len(queries)

    few = asked()
    for _n in range(12):
        announced.another(date(2020, 5, 6), "county", "zone", "marker")
    assert asked() == few == 5
