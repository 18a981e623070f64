"""Recording a duty as done: what evidence it takes, who may, and how a wrong row is removed."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import ModelLogEntry

from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.models import Designation, FulfilledDuty
from heritage.services.fulfilling import record_duty, remove_duty
from tests.factories import officer
from tests.heritage.designations import County, county, put

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 4)


@pytest.fixture
def place() -> County:
    return county()


@pytest.fixture
def listed(place) -> Designation:
    return put(place, "county")


def record(place: County, designation: Designation, duty: str = "custodian", **values) -> FulfilledDuty:
    given = {"done_on": DAY, "body": "文物保护管理所", "by": place.clerk}
    return record_duty(designation=designation, duty=duty, **{**given, **values})


def refused(place: County, designation: Designation, duty: str = "custodian", **values) -> str:
    """The refusal; nothing is recorded."""
    with pytest.raises(UnlawfulMoveError) as error, override("en"):
        record(place, designation, duty, **values)
    assert not FulfilledDuty.objects.filter(designation=designation).exists()
    return str(error.value)


def test_a_duty_is_recorded_with_its_evidence(place, listed):
    file = place.evidence()
    row = record(place, listed, "marker", words=" 级别：县级 ", body="县人民政府", file=file)
    row.refresh_from_db()
    assert (row.duty, row.done_on, row.body, row.words, row.file, row.recorded_by, row.collection) == (
        "marker",
        DAY,
        "县人民政府",
        "级别：县级",
        file,
        place.clerk,
        place.site.collection,
    )


@pytest.mark.parametrize(
    ("duty", "values", "needed"),
    [
        ("zone", {}, "the protection zone"),
        ("marker", {}, "the words of the marker"),
        ("archive", {"body": " "}, "who keeps the archive"),
        ("custodian", {"body": ""}, "the responsible body or person"),
        ("custodian", {"done_on": None}, "the day"),
        ("filing", {}, "the receipt"),
    ],
)
def test_a_duty_without_its_evidence_is_refused_with_its_article(place, listed, duty, values, needed):
    refusal = refused(place, listed, duty, **values)
    assert needed in refusal
    assert "Art." in refusal


def test_a_day_that_is_still_to_come_is_refused(place, listed):
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert f"{tomorrow:%Y-%m-%d}" in refused(place, listed, done_on=tomorrow)


@pytest.mark.parametrize(("state", "duty"), [("registered", "zone"), ("national", "filing")])
def test_what_the_level_does_not_owe_is_refused(place, state, duty):
    assert "a level that owes this" in refused(place, put(place, state), duty, file=place.evidence())


@pytest.mark.parametrize("state", ["superseded", "destroyed", "historic_building"])
def test_what_is_not_in_force_as_a_relic_owes_nothing(place, state):
    assert "in force" in refused(place, put(place, state))


def test_somebody_of_another_division_records_nothing(place, listed):
    stranger = officer("surveyor", place.site.division.parent.parent.children.get(code="220300"))
    assert str(stranger) in refused(place, listed, by=stranger)


def test_the_same_twice_is_refused_and_newer_evidence_is_not(place, listed):
    record(place, listed)
    with pytest.raises(UnlawfulMoveError):
        record(place, listed)
    record(place, listed, body="另一机构")
    assert listed.fulfilled_duties.count() == 2


def test_a_wrong_row_is_removed_by_whoever_recorded_it_and_the_history_keeps_it(place, listed):
    row = record(place, listed)
    remove_duty(fulfilled=row, reason="录错了处", by=place.clerk)
    assert not FulfilledDuty.objects.exists()
    entries = ModelLogEntry.objects.for_instance(place.site).order_by("pk")
    assert [(entry.action, entry.data.get("reason"), entry.data["body"]) for entry in entries] == [
        ("heritage.record_duty", None, "文物保护管理所"),
        ("heritage.remove_duty", "录错了处", "文物保护管理所"),
    ]


def test_a_reviewer_removes_what_another_recorded(place, listed):
    remove_duty(fulfilled=record(place, listed), reason="证据不符", by=place.reviewer)
    assert not FulfilledDuty.objects.exists()


def test_another_who_is_no_reviewer_removes_nothing(place, listed):
    row, colleague = record(place, listed), officer("surveyor", place.site.division)
    with pytest.raises(UnlawfulMoveError):
        remove_duty(fulfilled=row, reason="不同意", by=colleague)
    assert FulfilledDuty.objects.count() == 1


def test_nothing_is_removed_without_a_reason_or_twice(place, listed):
    row = record(place, listed)
    with pytest.raises(UnlawfulMoveError):
        remove_duty(fulfilled=row, reason=" ", by=place.clerk)
    again = FulfilledDuty.objects.get()
    remove_duty(fulfilled=row, reason="录错", by=place.clerk)
    with pytest.raises(UnlawfulMoveError):
        remove_duty(fulfilled=again, reason="录错", by=place.clerk)


def test_a_registered_relic_is_refused_by_its_own_article(place):
    refusal = refused(place, put(place, "registered"), body="")
    assert "Cultural Relics Protection Law, Art. 26" in refusal
