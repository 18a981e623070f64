"""Confirming and taking back: who may, and what the public is told until then."""

import pytest
from wagtail.log_actions import registry as log_registry

from heritage.models import Designation
from heritage.models.decrees import Origin
from heritage.models.designations import DesignationLevel, DesignationStatus, SchemeStanding
from heritage.services.announcing import verify_designation
from heritage.services.confirming import confirm_designation
from heritage.services.recording_fates import record_destruction
from heritage.services.taking_back import take_back_move
from tests.factories import UserFactory, officer
from tests.heritage.designations import County, county, refused

pytestmark = pytest.mark.django_db

LEVEL, STATUS, STANDING = DesignationLevel, DesignationStatus, SchemeStanding


@pytest.fixture
def place() -> County:
    return county()


def test_who_entered_a_designation_does_not_confirm_it(place: County) -> None:
    row = place.announce(LEVEL.COUNTY, by=place.reviewer).designation
    assert refused(confirm_designation, designation=row, by=place.reviewer)
    assert refused(confirm_designation, designation=row, by=place.clerk)
    colleague = officer("county_officer", place.site.division)
    assert confirm_designation(designation=row, by=colleague) == [row]
    row.refresh_from_db()
    assert (row.confirmed_by, row.awaits_confirmation) == (colleague, False)
    assert refused(confirm_designation, designation=row, by=colleague)


def test_a_reviewer_of_another_city_confirms_nothing(place: County) -> None:
    row = place.announce(LEVEL.COUNTY).designation
    elsewhere = officer("county_officer", type(place.site.division).objects.get(code="220303"))
    assert refused(confirm_designation, designation=row, by=elsewhere)
    assert refused(place.announce, state=LEVEL.CITY, by=elsewhere)


def test_until_a_raise_is_confirmed_the_public_is_told_of_the_lower_level(place: County) -> None:
    low = place.announce(LEVEL.COUNTY).designation
    confirm_designation(designation=low, by=place.reviewer)
    high = place.announce(LEVEL.CITY).designation
    low.refresh_from_db()
    assert (low.status, low.public_status, high.confirmed_on) == ("superseded", "in_force", None)
    confirm_designation(designation=high, by=place.reviewer)
    told = [(row.level, row.public_status) for row in Designation.objects.confirmed().order_by("pk")]
    assert told == [("county", "superseded"), ("city", "in_force")]


def test_what_gave_way_is_confirmed_together_with_what_replaced_it_and_never_before(place: County) -> None:
    low = place.announce(LEVEL.COUNTY).designation
    confirm_designation(designation=low, by=place.reviewer)
    high = place.announce(LEVEL.CITY).designation
    low.refresh_from_db()
    assert refused(confirm_designation, designation=low, by=place.reviewer)
    assert confirm_designation(designation=high, by=place.reviewer) == [high, low]


def test_who_recorded_a_destruction_does_not_confirm_it(place: County) -> None:
    row = place.announce(LEVEL.COUNTY).designation
    confirm_designation(designation=row, by=place.reviewer)
    row = record_destruction(
        designation=row, happened_edtf="2016", cause="火灾", evidence=place.evidence(), by=place.reviewer
    )
    assert (row.status, row.public_status) == ("destroyed", "in_force")
    assert refused(confirm_designation, designation=row, by=place.reviewer)
    colleague = officer("county_officer", place.site.division)
    (confirmed,) = confirm_designation(designation=row, by=colleague)
    assert confirmed.public_status == "destroyed"


def test_a_destruction_entered_by_mistake_is_taken_back_until_it_is_confirmed(place: County) -> None:
    row = place.announce(LEVEL.COUNTY).designation
    confirm_designation(designation=row, by=place.reviewer)
    facts = {"happened_edtf": "2016", "cause": "火灾", "evidence": place.evidence()}
    record_destruction(designation=row, by=place.clerk, **facts)
    assert refused(take_back_move, designation=row, reason="", by=place.clerk)
    assert refused(take_back_move, designation=row, reason="录入有误", by=UserFactory())
    (restored,) = take_back_move(designation=row, reason="录入有误", by=place.clerk)
    assert (restored.status, restored.awaits_confirmation) == ("in_force", False)
    assert refused(take_back_move, designation=row, reason="录入有误", by=place.clerk)
    newest = log_registry.get_logs_for_instance(place.site).order_by("pk").last()
    assert (newest.action, newest.data["reason"]) == ("heritage.designation_take_back", "录入有误")


def test_a_raise_taken_back_leaves_the_lower_level_in_force(place: County) -> None:
    low = place.announce(LEVEL.COUNTY).designation
    high = place.announce(LEVEL.CITY).designation
    assert refused(take_back_move, designation=low, reason="录入有误", by=place.reviewer)
    assert take_back_move(designation=high, reason="名单有误", by=place.reviewer) == [low]
    low.refresh_from_db()
    assert (place.statuses(), low.superseded_by) == ([("county", "in_force")], None)


def test_a_verification_taken_back_leaves_a_claim_to_verify(place: County) -> None:
    claim = {
        "status": STATUS.TO_VERIFY,
        "origin": Origin.REPORTED,
        "name_as_listed": "旧址",
        "batch": "第一批",
    }
    row = Designation.objects.create(site=place.site, scheme=place.schemes[STANDING.RELIC], **claim)
    decree = place.decree_for(LEVEL.CITY)
    verify_designation(designation=row, level=LEVEL.CITY, decree=decree, by=place.clerk)
    (row,) = take_back_move(designation=row, reason="文号不符", by=place.clerk)
    assert (row.status, row.origin) == (STATUS.TO_VERIFY, Origin.REPORTED)
