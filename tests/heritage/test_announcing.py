"""Announcing, raising, converting, verifying: the rules of the law, and who sees what became of it."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, connections
from wagtail.log_actions import registry as log_registry

from heritage.changes import changed
from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.models import Decree, Designation, HeritageSite
from heritage.models.decrees import Origin
from heritage.models.designations import DesignationLevel, DesignationStatus, SchemeStanding
from heritage.models.sites import Recognition
from heritage.services.announcing import raise_level, verify_designation
from heritage.services.confirming import confirm_designation
from heritage.services.lawful_moves import lawful_moves
from heritage.services.recording_fates import (
    record_component_loss,
    record_destruction,
    record_relocation,
    revoke_designation,
)
from tests.factories import UserFactory, attachment
from tests.heritage.designations import County, county, refused

pytestmark = pytest.mark.django_db

LEVEL, STATUS, STANDING = DesignationLevel, DesignationStatus, SchemeStanding


@pytest.fixture
def place() -> County:
    return county()


def test_raising_keeps_the_lower_record_and_its_paper(place: County) -> None:
    low = place.announce(LEVEL.COUNTY).designation
    paper = low.decree
    high = raise_level(
        designation=low,
        level=LEVEL.CITY,
        decree=place.decree_for(LEVEL.CITY),
        batch="第二批",
        by=place.clerk,
    )
    low.refresh_from_db()
    assert place.statuses() == [("county", "superseded"), ("city", "in_force")]
    assert (low.superseded_by, low.decree, high.replaced) == (high.designation, paper, low)
    assert high.designation.name_as_listed == low.name_as_listed


def test_a_raise_of_what_somebody_else_has_raised_meanwhile_is_refused(place: County) -> None:
    low = place.announce(LEVEL.COUNTY).designation
    place.announce(LEVEL.CITY)
    message = refused(
        raise_level,
        designation=low,
        level=LEVEL.NATIONAL,
        decree=place.decree_for(LEVEL.NATIONAL),
        batch="第八批",
        by=place.clerk,
    )
    assert str(STATUS.SUPERSEDED.label) in message


@pytest.mark.parametrize("missing", ["document_number", "issued_by_words", "announced_on", "authority"])
def test_a_reported_decree_without_a_part_announces_nothing(place: County, missing: str) -> None:
    empty = None if missing == "announced_on" else ""
    decree = place.decree_for(LEVEL.COUNTY, origin=Origin.REPORTED, **{missing: empty})
    assert refused(place.announce, state=LEVEL.COUNTY, decree=decree)


@pytest.mark.parametrize("missing", ["batch", "name_as_listed"])
def test_an_announcement_without_batch_or_name_is_refused(place: County, missing: str) -> None:
    assert refused(place.announce, state=LEVEL.COUNTY, **{missing: ""})


def test_a_decree_of_another_authority_is_refused_and_the_deciding_one_is_named(place: County) -> None:
    decree = place.decree_for(LEVEL.COUNTY)
    message = refused(place.announce, state=LEVEL.NATIONAL, decree=decree)
    assert decree.get_authority_display() in message
    assert str(place.decree_for(LEVEL.NATIONAL).get_authority_display()) in message


def test_a_site_without_recognition_needs_a_paper_older_than_its_record() -> None:
    place = county(recognition=Recognition.NOT_RECORDED)
    assert refused(place.announce, state=LEVEL.NATIONAL)
    place.announce(LEVEL.NATIONAL, decree=place.decree_for(LEVEL.NATIONAL, announced_on=place.older()))
    assert place.statuses() == [("national", "in_force")]


def test_a_historic_building_that_becomes_a_relic_is_converted(place: County) -> None:
    building = place.announce(STANDING.HISTORIC_BUILDING).designation
    made = place.announce(LEVEL.REGISTERED)
    building.refresh_from_db()
    assert place.statuses() == [("historic_building", "converted"), ("registered", "in_force")]
    assert building.superseded_by == made.designation


def test_a_relic_does_not_become_a_historic_building(place: County) -> None:
    place.announce(LEVEL.REGISTERED)
    assert refused(place.announce, state=STANDING.HISTORIC_BUILDING)


def test_a_component_has_an_identity_of_its_own_beside_its_site(place: County) -> None:
    place.announce(LEVEL.NATIONAL)
    made = place.announce(LEVEL.COUNTY, component=place.component())
    assert made.replaced is None
    assert place.statuses() == [("national", "in_force"), ("county", "in_force")]


def test_a_component_of_another_site_is_refused(place: County) -> None:
    other = HeritageSite.objects.create(division=place.site.division, name_zh="另一处")
    component = place.component()
    assert refused(place.announce, state=LEVEL.COUNTY, component=component, site=other)


@pytest.mark.parametrize("standing", [STANDING.AREA, STANDING.DEPARTMENTAL, STANDING.HONORARY])
def test_other_lists_stand_beside_the_legal_identity_once_each(place: County, standing: str) -> None:
    place.announce(LEVEL.COUNTY)
    decree = place.decree("provincial_government")
    place.announce(standing, decree=decree)
    assert place.statuses() == [("county", "in_force"), (standing, "in_force")]
    assert refused(place.announce, state=standing, decree=decree)


@pytest.mark.parametrize("level", ["", LEVEL.UNKNOWN])
def test_a_relic_needs_a_level(place: County, level: str) -> None:
    assert refused(place.announce, state=LEVEL.COUNTY, level=level)


def test_the_database_refuses_a_second_identity_that_bypasses_the_services(place: County) -> None:
    building = place.announce(STANDING.HISTORIC_BUILDING).designation
    place.announce(LEVEL.COUNTY)
    with pytest.raises(IntegrityError):
        Designation.objects.filter(pk=building.pk).update(status=STATUS.IN_FORCE)


def test_the_database_refuses_a_second_identity_of_a_component(place: County) -> None:
    values = {
        "site": place.site,
        "component": place.component(),
        "scheme": place.schemes[STANDING.RELIC],
        "origin": Origin.REPORTED,
        "status": STATUS.IN_FORCE,
    }
    Designation.objects.create(**values)
    with pytest.raises(IntegrityError):
        Designation.objects.create(**values)


@pytest.mark.parametrize(
    "values",
    [
        {"level": LEVEL.COUNTY, "batch": ""},
        {"level": LEVEL.UNKNOWN, "origin": Origin.REPORTED},
        {"status": STATUS.TO_VERIFY},
        {"decree": None},
    ],
    ids=[
        "level without batch",
        "unknown level in force",
        "announced but to be verified",
        "announced without decree",
    ],
)
def test_the_database_refuses_half_an_announcement(place: County, values: dict) -> None:
    complete = {
        "site": place.site,
        "scheme": place.schemes[STANDING.RELIC],
        "level": LEVEL.COUNTY,
        "batch": "第一批",
        "status": STATUS.IN_FORCE,
        "decree": place.decree_for(LEVEL.COUNTY),
    }
    with pytest.raises(IntegrityError):
        Designation.objects.create(**{**complete, **values})


def test_a_reported_designation_is_verified_by_its_decree(place: County) -> None:
    row = Designation.objects.create(
        site=place.site,
        scheme=place.schemes[STANDING.RELIC],
        level=LEVEL.UNKNOWN,
        status=STATUS.TO_VERIFY,
        origin=Origin.REPORTED,
        name_as_listed="厂区旧址",
    )
    verify_designation(
        designation=row,
        level=LEVEL.CITY,
        decree=place.decree_for(LEVEL.CITY),
        batch="第三批",
        by=place.clerk,
    )
    row.refresh_from_db()
    assert place.statuses() == [("city", "in_force")]
    assert (row.origin, row.confirmed_on, row.entered_by) == (Origin.ANNOUNCED, None, place.clerk)


def test_a_lost_component_leaves_the_designation_in_force(place: County) -> None:
    row = place.announce(LEVEL.COUNTY).designation
    component = place.component()
    record_component_loss(
        designation=row,
        component=component,
        happened_edtf="2016-05",
        cause="火灾",
        evidence=place.evidence(),
        by=place.clerk,
    )
    assert place.statuses() == [("county", "component_lost")]
    assert [moved.component for moved in Designation.objects.in_force().get().moves.all()] == [
        None,
        component,
    ]


def test_what_is_destroyed_is_never_announced_again(place: County) -> None:
    row = place.announce(LEVEL.COUNTY).designation
    record_destruction(
        designation=row, happened_edtf="2016", cause="火灾", evidence=place.evidence(), by=place.clerk
    )
    assert place.statuses() == [("county", "destroyed")]
    assert str(STATUS.DESTROYED.label) in refused(place.announce, state=LEVEL.CITY)


@pytest.mark.parametrize("values", [{"cause": ""}, {"happened_edtf": ""}, {"happened_edtf": "昨天"}])
def test_a_destruction_without_cause_or_readable_date_is_refused(place: County, values: dict) -> None:
    row = place.announce(LEVEL.COUNTY).designation
    complete = {"designation": row, "happened_edtf": "2016", "cause": "火灾", "by": place.clerk}
    assert refused(record_destruction, evidence=place.evidence(), **{**complete, **values})


def test_relocation_keeps_number_and_force_and_needs_the_authority_of_its_level(place: County) -> None:
    row = place.announce(LEVEL.PROVINCE, list_number="7-001").designation
    approval = {"designation": row, "happened_edtf": "2026", "new_place": "新址", "by": place.clerk}
    wrong, right = place.decree("county_government"), place.decree("provincial_government")
    assert refused(record_relocation, decree=wrong, consent=place.evidence(), **approval)
    assert refused(record_relocation, decree=right, **approval)
    moved = record_relocation(decree=right, consent=place.evidence(), **approval)
    assert (moved.status, moved.list_number) == (STATUS.RELOCATED, "7-001")
    assert list(Designation.objects.in_force()) == [moved]


def test_a_revocation_needs_an_uploaded_paper_and_a_second_person_who_reviews(place: County) -> None:
    row = place.announce(LEVEL.COUNTY).designation
    bare = place.decree_for(LEVEL.COUNTY)
    filed = place.decree_for(LEVEL.COUNTY, file=attachment("撤销文件", place.site.collection))
    assert refused(revoke_designation, designation=row, decree=bare, by=place.clerk, second=place.reviewer)
    assert refused(revoke_designation, designation=row, decree=filed, by=place.clerk, second=place.clerk)
    assert refused(revoke_designation, designation=row, decree=filed, by=place.clerk, second=UserFactory())
    revoked = revoke_designation(designation=row, decree=filed, by=place.clerk, second=place.reviewer)
    assert [(move.made_by, move.second) for move in revoked.moves.filter(move="revoke")] == [
        (place.clerk, place.reviewer)
    ]
    assert place.statuses() == [("county", "revoked")]


def test_every_move_is_in_the_history_of_designation_and_site(place: County) -> None:
    row = place.announce(LEVEL.COUNTY).designation
    confirm_designation(designation=row, by=place.reviewer)
    for instance in (row, place.site):
        logs = log_registry.get_logs_for_instance(instance).order_by("timestamp", "pk")
        assert [(log.action, log.user, log.data.get("paper")) for log in logs] == [
            ("heritage.designation_announce", place.clerk, row.decree.document_number),
            ("heritage.designation_confirm", place.reviewer, None),
        ]
        assert row.decree.document_number in str(logs[0].message)


def test_every_move_announces_that_the_site_changed(place: County) -> None:
    heard: list[tuple[str, tuple[int, ...]]] = []

    def hear(*, kind: str, pks: tuple[int, ...], **_signal: object) -> None:
        heard.append((kind, pks))

    changed.connect(hear)
    try:
        place.announce(LEVEL.COUNTY)
    finally:
        changed.disconnect(hear)
    assert set(heard) == {("site", (place.site.pk,))}


def test_a_screen_is_told_what_each_move_needs_or_why_it_is_refused(place: County) -> None:
    place.announce(LEVEL.CITY)
    moves = {move.target: move for move in lawful_moves(place.site, place.clerk)}
    is_open = {target: move.is_open for target, move in moves.items()}
    assert is_open == {
        "registered": False,
        "county": False,
        "city": False,
        "province": True,
        "national": True,
        "historic_building": False,
        "candidate": False,
    }
    assert moves["province"].move == "raise"
    assert moves["county"].refusal.found == str(LEVEL.CITY.label)
    assert moves["county"].refusal.article == moves["province"].article
    stranger = lawful_moves(place.site, UserFactory())
    assert [move.is_open for move in stranger] == [False] * len(moves)


def test_a_screen_of_a_designation_offers_confirmation_to_the_reviewer_only(place: County) -> None:
    row = place.announce(LEVEL.COUNTY).designation
    offered = {
        user: [move.move for move in lawful_moves(row, user) if move.is_open]
        for user in (place.clerk, place.reviewer)
    }
    facts = ["lose_component", "relocate", "destroy", "revoke"]
    assert offered == {
        place.clerk: [*facts, "take_back"],
        place.reviewer: [*facts, "confirm", "take_back"],
    }


def test_of_two_officers_who_announce_the_same_level_at_once_one_is_refused(tmp_path: Path) -> None:
    place = county()
    decrees = [place.decree_for(LEVEL.COUNTY) for _officer in range(2)]
    own_connection = connections_to_a_copy(tmp_path / "copy.sqlite3")

    def announce(decree: Decree) -> str:
        with own_connection():
            try:
                place.announce(LEVEL.COUNTY, decree=decree)
            except UnlawfulMoveError:
                return "refused"
            return "announced"

    def statuses() -> list[tuple[str, str]]:
        with own_connection():
            return place.statuses()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(announce, decrees)) == ["announced", "refused"]
        assert pool.submit(statuses).result() == [("county", "in_force")]


def connections_to_a_copy(path: Path) -> Callable[[], AbstractContextManager[None]]:
    """Copy the database of the tests, which is in memory and knows no waiting, into a file.

    What is returned gives the thread that enters it a connection of its own to the copy.
    """
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as file:
        # Not `backup`: it would wait for the transaction of this test to end.
        file.executescript("\n".join(connection.connection.iterdump()))

    @contextmanager
    def own_connection() -> Iterator[None]:
        settings = {**connection.settings_dict, "NAME": str(path)}
        connections["default"] = type(connections["default"])(settings, "default")
        try:
            yield
        finally:
            connections["default"].close()
            del connections["default"]

    return own_connection
