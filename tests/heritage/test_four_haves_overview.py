"""The overview of the four haves: narrowed, counted, and exported without formulas."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from heritage.lifecycles.duties import duties_at
from heritage.models import Decree, Designation, FulfilledDuty
from tests.factories import SiteFactory
from tests.heritage.designations import County, county, put
from tests.officers import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> County:
    return county()


@pytest.fixture
def listed(place) -> Designation:
    """A county site whose term is just past."""
    designation = put(place, "county")
    announce(designation, timezone.localdate() - timedelta(days=367))
    return designation


def announce(designation: Designation, day: date | None) -> None:
    Decree.objects.filter(pk=designation.decree_id).update(announced_on=day, origin="reported")


def overview(place: County, query: str = ""):
    return browser(place.clerk).get(f"{reverse('heritage_four_haves_overview')}{query}")


def another(place: County, level: str, announced_on: date, *duties: str, **values) -> Designation:
    site = SiteFactory(division=place.site.division)
    decree = place.decree("county_government", announced_on=announced_on)
    row = Designation.objects.create(
        site=site,
        scheme=place.scheme_of(level),
        level=level,
        status="in_force",
        batch="第一批",
        decree=decree,
        **values,
    )
    for duty in duties:
        FulfilledDuty.objects.create(
            designation=row, duty=duty, done_on=date(2026, 1, 5), recorded_by=place.clerk
        )
    return row


@pytest.fixture
def several(place, listed) -> dict[str, Designation]:
    """Designations at every standing; `none` is late as well."""
    today = timezone.localdate()
    haves = ("zone", "marker", "archive", "custodian")
    return {
        "none": listed,
        "complete": another(place, "county", today, *haves),
        "partly": another(place, "city", today, "marker"),
        "registered": another(place, "registered", date(2001, 1, 5), "marker", "archive", "custodian"),
    }


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["complete", "none", "partly", "registered"]),
        ("?standing=complete", ["complete", "registered"]),
        ("?standing=partly", ["partly"]),
        ("?standing=none", ["none"]),
        ("?standing=late", ["none"]),
        ("?standing=incomplete", ["none", "partly"]),
        ("?level=county", ["complete", "none"]),
    ],
)
def test_the_overview_is_narrowed_by_standing_and_level(place, several, query, shown):
    rows = {row.pk for row in overview(place, query).context["object_list"]}
    assert sorted(name for name, row in several.items() if row.pk in rows) == shown


def test_the_overview_is_narrowed_to_a_division_and_what_is_below(place, several):
    county_pk, other = place.site.division_id, put_elsewhere(place)
    rows = overview(place, f"?division={county_pk}").context["object_list"]
    assert other.pk not in {row.pk for row in rows}
    assert len(rows) == len(several)


def put_elsewhere(place: County) -> Designation:
    """A designation in another division, which the clerk does not read."""
    division = place.site.division.parent.parent.children.get(code="220300").children.get()
    return Designation.objects.create(
        site=SiteFactory(division=division),
        scheme=place.scheme_of("county"),
        level="county",
        status="in_force",
        batch="第一批",
        decree=place.decree("county_government"),
    )


def test_the_counts_above_are_those_of_the_list_and_lead_to_it(place, several):
    put_elsewhere(place)
    counts = overview(place, "?level=county&standing=late").context["counts"]
    assert {row["kind"]: row["count"] for row in counts} == {
        "complete": 1,
        "partly": 0,
        "none": 1,
        "late": 1,
    }
    for row in counts:
        assert len(browser(place.clerk).get(row["url"]).context["object_list"]) == row["count"]


def test_no_cell_of_an_export_is_a_formula(place, listed):
    Designation.objects.filter(pk=listed.pk).update(name_as_listed="=1+1")
    comma = b"".join(overview(place, "?export=csv").streaming_content).decode()
    assert "'=1+1" in comma
    assert ",=1+1" not in comma
    book = load_workbook(BytesIO(b"".join(overview(place, "?export=xlsx").streaming_content)))
    assert {cell.data_type for row in book.active.iter_rows() for cell in row} <= {"s", "n", "d"}


def test_an_export_says_every_duty_in_words_with_its_day(place, listed):
    FulfilledDuty.objects.create(
        designation=listed, duty="marker", done_on=date(2026, 1, 5), recorded_by=place.clerk
    )
    book = load_workbook(BytesIO(b"".join(overview(place, "?export=xlsx").streaming_content)))
    heading, row = book.active.iter_rows(values_only=True)
    told = dict(zip(heading, row, strict=True))
    announced_on = Decree.objects.get(pk=listed.decree_id).announced_on
    [zone, *_rest] = duties_at("county", approved_on=announced_on)
    assert [str(value)[-10:] for value in told.values()][6:8] == [f"{zone.due_on:%Y-%m-%d}", "2026-01-05"]
