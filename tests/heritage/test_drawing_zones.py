"""Zones: who draws which by which paper, how a newer one ends the older, and what is refused."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import override

from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.lifecycles.zone_rules import ART_29, RULES
from heritage.models import Designation, FulfilledDuty, Zone
from heritage.models.decrees import Authority
from heritage.services.drawing_zones import draw_zone, remove_zone
from heritage.services.fulfilling import remove_duty
from heritage.services.zone_refusals import removable_zones, warning_of
from tests.factories import officer
from tests.heritage.designations import County, county, put

pytestmark = pytest.mark.django_db
SQUARE = "126.55 43.85\n126.56 43.85\n126.56 43.86\n126.55 43.86\n126.55 43.85"
LINE = "126.55 43.85\n126.56 43.85\n126.56 43.86"
FIRST, SECOND = date(2021, 1, 5), date(2024, 6, 7)


@pytest.fixture
def place() -> County:
    return county()


@pytest.fixture
def listed(place) -> Designation:
    return put(place, "county")


def zone(place: County, designation: Designation | None, **values: Any) -> Zone:
    """A protection zone of a county site by the county's government, not saved yet."""
    authority = values.pop("authority", "county_government")
    first = values.pop("valid_from", FIRST)
    given = {
        "kind": "protection",
        "decree": values.pop("decree", None) or place.decree(authority, announced_on=first),
        "valid_from": first,
        "typed_shape": SQUARE,
        "shape_system": "wgs84",
    }
    return Zone(site=place.site, designation=designation, **{**given, **values})


def draw(place: County, designation: Designation | None, *, fulfils: bool = False, **values: Any) -> Zone:
    return draw_zone(zone=zone(place, designation, **values), fulfils=fulfils, by=place.clerk).zone


def refused(place: County, designation: Designation | None, **values: Any) -> str:
    """The refusal of a zone; what was drawn before stands as it was."""
    before = list(Zone.objects.values())
    with pytest.raises((UnlawfulMoveError, ValidationError)) as error, override("en"):
        draw_zone(zone=zone(place, designation, **values), by=values.get("by", place.clerk))
    assert list(Zone.objects.values()) == before
    return str(error.value)


def in_force() -> list[tuple[str, date, date | None]]:
    return list(Zone.objects.order_by("kind", "valid_from").values_list("kind", "valid_from", "valid_to"))


def test_a_zone_is_stored_in_wgs_84_in_the_division_of_its_site(place, listed):
    drawn = draw(place, listed)
    assert (drawn.shape["type"], drawn.collection) == ("Polygon", place.site.collection)


def test_a_newer_zone_ends_the_older_the_day_before(place, listed):
    draw(place, listed)
    draw(place, listed, valid_from=SECOND)
    assert in_force() == [("protection", FIRST, date(2024, 6, 6)), ("protection", SECOND, None)]


def test_kinds_do_not_end_each_other(place, listed):
    draw(place, listed)
    draw(place, None, kind="body")
    draw(place, listed, kind="control", authority="provincial_government")
    assert [valid_to for _kind, _first, valid_to in in_force()] == [None, None, None]


def test_the_database_refuses_two_zones_of_a_kind_in_force(place, listed):
    draw(place, listed)
    with pytest.raises(IntegrityError), transaction.atomic():
        zone(place, listed, valid_from=SECOND).save()


@pytest.mark.parametrize("first", [FIRST, date(2020, 1, 1)])
def test_a_zone_that_does_not_begin_after_the_one_in_force_is_refused(place, listed, first):
    draw(place, listed)
    assert f"{FIRST:%Y-%m-%d}" in refused(place, listed, valid_from=first)


def test_an_earlier_zone_is_entered_afterwards_with_its_last_day(place, listed):
    draw(place, listed, valid_from=SECOND)
    draw(place, listed, valid_to=date(2024, 6, 6))
    assert in_force() == [("protection", FIRST, date(2024, 6, 6)), ("protection", SECOND, None)]
    assert "2024-06-07" in refused(place, listed, valid_from=date(2024, 6, 7), valid_to=date(2025, 1, 1))


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"typed_shape": LINE}, "typed_shape"),
        ({"typed_shape": "", "words": ""}, "typed_shape"),
        ({"shape_system": ""}, "shape_system"),
        ({"typed_shape": "126.55 九"}, "typed_shape"),
    ],
)
def test_what_is_no_area_in_a_declared_system_is_refused_at_its_field(place, listed, values, field):
    assert field in refused(place, listed, **values)


def test_limits_in_words_will_do_where_nothing_is_drawn(place, listed):
    drawn = draw(place, listed, typed_shape="", shape_system="", words="东至街，西至河")
    assert drawn.shape is None


@pytest.mark.parametrize(
    ("rule", "level"), [(rule, level) for rule in RULES if rule.is_plain for level in rule.levels]
)
def test_a_protection_zone_is_drawn_by_the_government_of_the_table_and_by_no_other(place, rule, level):
    designation = put(place, level)
    for authority in set(Authority) - set(rule.authorities) | {""}:
        assert "Art. 8" in refused(place, designation, authority=authority)
    draw(place, designation, authority=rule.authorities[0])


def test_a_control_zone_on_another_paper_is_taken_with_a_warning(place, listed):
    approved = draw(place, listed, kind="control", authority="provincial_government")
    assert warning_of(approved) == ""
    announced = draw(place, listed, kind="control", authority="county_department", valid_from=SECOND)
    assert str(ART_29) in warning_of(announced)


@pytest.mark.parametrize("state", ["registered", "superseded", "historic_building"])
@pytest.mark.parametrize("kind", ["protection", "control"])
def test_only_a_protected_site_in_force_gets_zones(place, state, kind):
    designation = put(place, state)
    assert "at county level or above" in refused(place, designation, kind=kind)
    assert "at county level or above" in refused(place, None, kind=kind)


def test_a_zone_does_not_begin_before_its_paper(place, listed):
    decree = place.decree("county_government", announced_on=SECOND)
    assert "2024-06-07" in refused(place, listed, decree=decree, valid_from=FIRST)


def test_somebody_of_another_division_draws_nothing(place, listed):
    stranger = officer("surveyor", place.site.division.parent.parent.children.get(code="220300"))
    with pytest.raises(UnlawfulMoveError):
        draw_zone(zone=zone(place, listed), by=stranger)
    assert not Zone.objects.exists()


def test_a_zone_does_what_the_designation_owes_when_the_officer_says_so(place, listed):
    draw(place, listed)
    assert not FulfilledDuty.objects.exists()
    newer = draw(place, listed, valid_from=SECOND, fulfils=True)
    row = FulfilledDuty.objects.get()
    assert (row.designation, row.duty, row.done_on, row.zone) == (listed, "zone", SECOND, newer)


def test_another_kind_of_zone_fulfils_nothing(place, listed):
    draw(place, listed, kind="control", authority="provincial_government", fulfils=True)
    assert not FulfilledDuty.objects.exists()


def test_removing_a_wrong_zone_brings_the_older_back(place, listed):
    older = draw(place, listed)
    newer = draw(place, listed, valid_from=SECOND)
    remove_zone(zone=newer, reason="图画错", by=place.clerk)
    older.refresh_from_db()
    assert (Zone.objects.get(), older.valid_to) == (older, None)


def test_a_zone_on_which_a_duty_rests_is_not_removed_before_it(place, listed):
    drawn = draw(place, listed, fulfils=True)
    with pytest.raises(UnlawfulMoveError):
        remove_zone(zone=drawn, reason="图画错", by=place.clerk)
    remove_duty(fulfilled=FulfilledDuty.objects.get(), reason="图画错", by=place.clerk)
    remove_zone(zone=drawn, reason="图画错", by=place.clerk)
    assert not Zone.objects.exists()


def test_who_may_remove_is_who_drew_it_or_a_reviewer(place, listed):
    drawn = draw(place, listed)
    colleague = officer("surveyor", place.site.division)
    assert [removable_zones(place.site, user) for user in (place.clerk, place.reviewer, colleague)] == [
        {drawn.pk},
        {drawn.pk},
        set(),
    ]
    with pytest.raises(UnlawfulMoveError):
        remove_zone(zone=drawn, reason="不同意", by=colleague)
