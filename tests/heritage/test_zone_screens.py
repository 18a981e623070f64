"""The zones of a site on screen: the drawing, the list, the form by a table of points or GeoJSON, removal."""

import json
import re
from datetime import date

import pytest
from django.urls import reverse

from heritage.models import Designation, FulfilledDuty, Zone
from heritage.viewsets.zone_map import zone_map
from tests.factories import officer
from tests.heritage.designations import County, county, put
from tests.heritage.test_drawing_zones import LINE, SQUARE, draw
from tests.officers import browser

pytestmark = pytest.mark.django_db
RING = [[126.55, 43.85], [126.56, 43.85], [126.56, 43.86], [126.55, 43.86], [126.55, 43.85]]


@pytest.fixture
def place() -> County:
    return county()


@pytest.fixture
def listed(place) -> Designation:
    return put(place, "county")


def page(place: County, user=None):
    return browser(user or place.clerk).get(reverse("heritage_zones", args=[place.site.pk]))


def send(place: County, designation: Designation | None, **values):
    given = {
        "kind": "protection",
        "designation": designation.pk if designation else "",
        "decree": place.decree("county_government", announced_on=date(2021, 1, 5)).pk,
        "typed_shape": SQUARE,
        "shape_system": "wgs84",
    }
    address = reverse("heritage_zone_draw", args=[place.site.pk])
    return browser(place.clerk).post(address, {**given, **values})


@pytest.mark.parametrize("typed", [SQUARE, json.dumps({"type": "Polygon", "coordinates": [RING]})])
def test_a_zone_comes_from_a_table_of_points_or_from_geojson(place, listed, typed):
    assert send(place, listed, typed_shape=typed).status_code == 302
    drawn = Zone.objects.get()
    assert (drawn.shape["coordinates"], drawn.valid_from) == ([RING], date(2021, 1, 5))


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"typed_shape": LINE}, "typed_shape"),
        ({"shape_system": ""}, "shape_system"),
        ({"decree": ""}, "decree"),
        ({"valid_to": "2020-01-01"}, None),
    ],
)
def test_bad_input_is_told_at_its_field_and_nothing_is_saved(place, listed, values, field):
    form = send(place, listed, **values).context["form"]
    assert list(form.errors) == [field or "__all__"]
    assert not Zone.objects.exists()


def test_a_decree_without_a_date_asks_for_the_first_day(place, listed):
    undated = place.decree("county_government", announced_on=None, origin="reported")
    form = send(place, listed, decree=undated.pk).context["form"]
    assert "valid_from" in form.errors
    assert send(place, listed, decree=undated.pk, valid_from="2021-01-05").status_code == 302


def test_a_paper_of_another_body_is_refused_and_nothing_is_saved(place, listed):
    form = send(place, listed, decree=place.decree("city_government").pk).context["form"]
    assert form.non_field_errors()
    assert not Zone.objects.exists()


def test_the_tick_records_the_duty_as_done(place, listed):
    send(place, listed, is_duty_done="on")
    assert FulfilledDuty.objects.get().zone == Zone.objects.get()


def test_the_tick_is_set_while_the_duty_is_open(place, listed):
    address = reverse("heritage_zone_draw", args=[place.site.pk])
    clerk = browser(place.clerk)
    ticks = [clerk.get(address).context["form"].initial["is_duty_done"]]
    send(place, listed, is_duty_done="on")
    ticks.append(clerk.get(address).context["form"].initial["is_duty_done"])
    assert ticks == [True, False]


def test_the_page_draws_every_zone_that_has_a_shape_with_the_number_of_the_list(place, listed):
    draw(place, listed)
    draw(place, listed, valid_from=date(2024, 1, 5))
    draw(place, None, kind="body", typed_shape="", shape_system="", words="东至街")
    answer = page(place)
    rows = [*answer.context["in_force"], *answer.context["earlier"]]
    assert [(row.number, row.zone.kind, row.zone.valid_to) for row in rows] == [
        (1, "body", None),
        (2, "protection", None),
        (3, "protection", date(2024, 1, 4)),
    ]
    assert sorted(outline.number for outline in answer.context["drawing"].outlines) == [2, 3]
    assert re.findall(r'<path class="zone zone--(\w+)( zone--earlier)?" d="M', answer.content.decode()) == [
        ("protection", " zone--earlier"),
        ("protection", ""),
    ]


def test_the_drawing_is_to_one_scale_both_ways(place, listed):
    zone = draw(place, listed)
    drawing = zone_map(place.site, [zone])
    assert drawing is not None
    points = [tuple(map(float, at.split(","))) for at in drawing.outlines[0].path[1:-1].split()]
    (west, south), (east, _s), (_e, north), *_rest = points
    width, height = east - west, south - north
    assert width / height == pytest.approx(0.7211, abs=0.002)  # the cosine of 43.855°
    assert drawing.bar_units / drawing.bar_metres == pytest.approx(height / 1113.2, rel=0.01)


def test_nothing_is_drawn_where_no_zone_has_a_shape(place):
    assert page(place).context["drawing"] is None


def test_a_doubtful_control_zone_says_so_in_the_list(place, listed):
    draw(place, listed, kind="control", authority="county_department")
    [row] = page(place).context["in_force"]
    assert row.warning
    assert row.warning in page(place).content.decode()


def test_a_zone_is_removed_with_a_reason(place, listed):
    drawn = draw(place, listed)
    address = reverse("heritage_zone_remove", args=[drawn.pk])
    assert address in page(place).content.decode()
    browser(place.clerk).post(address, {"reason": "图画错"})
    assert not Zone.objects.exists()


def test_who_only_reads_finds_no_link_that_writes(place, listed):
    draw(place, listed)
    shown = page(place, officer("editor", place.site.division.parent.parent)).content.decode()
    assert "/draw/" not in shown
    assert "/remove/" not in shown
