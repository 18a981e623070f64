"""The pages of the four haves and of zones ask as many questions for many rows as for few."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heritage.models import Designation, FulfilledDuty, Zone
from tests.factories import SiteFactory
from tests.heritage.designations import County, county, put
from tests.officers import browser

pytestmark = pytest.mark.django_db
FIRST = date(2020, 1, 5)
SHAPE = {"type": "Polygon", "coordinates": [[[126.5, 43.8], [126.6, 43.8], [126.6, 43.9], [126.5, 43.8]]]}


@pytest.fixture
def place() -> County:
    place = county()
    put(place, "county")
    return place


def add(place: County, number: int) -> None:
    """One more component with a designation, evidence and an ended zone; one more site with a designation."""
    component = place.component()
    decree = place.decree("county_government", file=place.evidence())
    values = {"level": "county", "status": "in_force", "batch": "第一批", "decree": decree}
    scheme = place.scheme_of("county")
    row = Designation.objects.create(site=place.site, component=component, scheme=scheme, **values)
    day = FIRST + timedelta(days=2 * number)
    zone = Zone.objects.create(
        site=place.site,
        designation=row,
        kind="protection",
        decree=decree,
        valid_from=day,
        valid_to=day,
        shape=SHAPE,
        shape_system="wgs84",
    )
    for duty in ("zone", "marker"):
        FulfilledDuty.objects.create(
            designation=row,
            duty=duty,
            done_on=day,
            zone=zone if duty == "zone" else None,
            file=place.evidence(),
            recorded_by=place.reviewer,
        )
    other = SiteFactory(division=place.site.division)
    Designation.objects.create(site=other, scheme=scheme, **values)


@pytest.mark.parametrize(
    "address", ["heritage_four_haves", "heritage_zones", "heritage_zone_draw", "heritage_four_haves_overview"]
)
def test_a_page_asks_as_often_for_many_rows_as_for_few(place, address):
    keys = [] if address.endswith("overview") else [place.site.pk]
    client = browser(place.clerk)

    def asked() -> int:
        client.get(reverse(address, args=keys))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse(address, args=keys)).status_code == 200
        return len(queries)

    for number in range(2):
        add(place, number)
    few = asked()
    for number in range(2, 12):
        add(place, number)
    assert asked() == few
