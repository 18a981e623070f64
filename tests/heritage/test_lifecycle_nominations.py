"""The table of lifecycle E: every edge and path can be walked, everything else is refused."""

from datetime import date

import pytest

from heritage.disclosure.designations import confirmed_designations, disclose_designations
from heritage.lifecycles import status
from heritage.lifecycles.national_industrial import NATIONAL_INDUSTRIAL
from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.models import Designation, HeritageSite, Nomination
from heritage.models.nominations import NominationState
from heritage.services.announcing import announce_designation
from heritage.services.confirming import confirm_designation
from heritage.services.lawful_steps import lawful_steps
from heritage.services.recording_fates import revoke_designation
from heritage.services.stepping import move_along
from heritage.services.taking_back import take_back_move
from heritage.services.taking_back_steps import take_back_step
from tests.factories import attachment, officer
from tests.heritage.designations import County, put
from tests.heritage.nominations import NominationWalk, nominating_county, nomination_of, papers_for
from tests.heritage.walking import (
    leave_out_every_need,
    try_every_unlawful_pair,
    walk_every_row,
    walk_every_simple_path,
)

pytestmark = pytest.mark.django_db

DESIGNATE = NATIONAL_INDUSTRIAL.find_move("designate", origin=NominationState.PUBLICISED)
REVOKE = NATIONAL_INDUSTRIAL.find_move("revoke", origin=NominationState.DESIGNATED)


def step(place: County, nomination: Nomination, row, **changes):
    papers = {**papers_for(place, row), **changes}
    return move_along(subject=nomination, target=row.target, by=place.clerk, **papers)


def told(site: HeritageSite) -> list[tuple[str, bool]]:
    """Scheme and whether in force of what the public is told."""
    row = HeritageSite.objects.prefetch_related(confirmed_designations()).get(pk=site.pk)
    return [(one.scheme, one.is_in_force) for one in disclose_designations(row.designations.all())]


def test_every_row_can_be_walked() -> None:
    walk_every_row(NominationWalk())


def test_every_simple_path_can_be_walked() -> None:
    walk_every_simple_path(NominationWalk())


def test_every_pair_that_is_no_row_is_refused() -> None:
    try_every_unlawful_pair(NominationWalk())


def test_every_need_left_out_is_refused_by_its_name() -> None:
    leave_out_every_need(NominationWalk())


def test_every_move_has_a_name_and_no_row_stands_twice() -> None:
    rows = [(row.move, row.origin, row.target) for row in NATIONAL_INDUSTRIAL.transitions]
    assert {move for move, _origin, _target in rows} == set(NATIONAL_INDUSTRIAL.move_labels)
    assert len(rows) == len(set(rows))


def test_designated_it_is_told_only_once_a_reviewer_has_confirmed_it() -> None:
    place = nominating_county()
    nomination = nomination_of(place, NominationState.PUBLICISED)
    step(place, nomination, DESIGNATE)
    designation = Nomination.objects.get().designation
    assert (designation.name_as_listed, designation.batch) == ("第一机械厂", "第五批")
    assert told(place.site) == []
    confirm_designation(designation=designation, by=place.reviewer)
    assert told(place.site) == [("mii_heritage", True)]


def test_revoked_it_takes_its_designation_along_and_the_public_is_told_after_confirmation() -> None:
    place = nominating_county()
    nomination = nomination_of(place, NominationState.PUBLICISED)
    step(place, nomination, DESIGNATE)
    confirm_designation(designation=Designation.objects.get(), by=place.reviewer)
    step(place, nomination, REVOKE)
    assert (Designation.objects.get().status, told(place.site)) == ("revoked", [("mii_heritage", True)])
    third = officer("county_officer", place.site.division)
    confirm_designation(designation=Designation.objects.get(), by=third)
    assert told(place.site) == [("mii_heritage", False)]


@pytest.mark.parametrize("identity", ["county", "historic_building"])
def test_it_stands_beside_a_relic_or_a_historic_building(identity: str) -> None:
    place = nominating_county()
    put(place, identity)
    step(place, nomination_of(place, NominationState.PUBLICISED), DESIGNATE)
    assert place.statuses() == [(identity, "in_force"), ("departmental", "in_force")]


def test_what_is_on_the_list_already_is_not_designated_again_and_nothing_changes() -> None:
    place = nominating_county()
    nomination_of(place, NominationState.DESIGNATED)
    second = nomination_of(place, NominationState.PUBLICISED)
    with pytest.raises(UnlawfulMoveError):
        step(place, second, DESIGNATE)
    second.refresh_from_db()
    assert (second.state, second.moves.count(), Designation.objects.count()) == ("publicised", 0, 1)


def test_a_designation_taken_back_with_its_step_is_gone() -> None:
    place = nominating_county()
    nomination = nomination_of(place, NominationState.PUBLICISED)
    step(place, nomination, DESIGNATE)
    take_back_step(subject=nomination, reason="文号录错", by=place.clerk)
    row = Nomination.objects.get()
    assert (row.state, row.designation, Designation.objects.count()) == ("publicised", None, 0)


def test_a_revocation_taken_back_leaves_the_designation_in_force() -> None:
    place = nominating_county()
    nomination = nomination_of(place, NominationState.PUBLICISED)
    step(place, nomination, DESIGNATE)
    confirm_designation(designation=Designation.objects.get(), by=place.reviewer)
    step(place, nomination, REVOKE)
    take_back_step(subject=nomination, reason="文件有误", by=place.clerk)
    row = Nomination.objects.select_related("designation").get()
    assert (row.state, row.designation.status, row.designation.awaits_confirmation) == (
        "designated",
        "in_force",
        False,
    )


def test_once_confirmed_the_designation_and_its_step_are_not_taken_back() -> None:
    place = nominating_county()
    nomination = nomination_of(place, NominationState.PUBLICISED)
    step(place, nomination, DESIGNATE)
    confirm_designation(designation=Designation.objects.get(), by=place.reviewer)
    with pytest.raises(UnlawfulMoveError):
        take_back_step(subject=nomination, reason="文件有误", by=place.clerk)
    row = Nomination.objects.get()
    assert (row.state, row.moves.count(), row.designation.status) == ("designated", 1, "in_force")


def test_what_came_of_a_nomination_is_revoked_or_taken_back_only_with_it() -> None:
    place = nominating_county()
    nomination = nomination_of(place, NominationState.PUBLICISED)
    step(place, nomination, DESIGNATE)
    designation = Designation.objects.get()
    decree = place.decree("state_department", file=attachment("文件", place.site.collection))
    with pytest.raises(UnlawfulMoveError):
        revoke_designation(designation=designation, decree=decree, by=place.clerk, second=place.reviewer)
    with pytest.raises(UnlawfulMoveError):
        take_back_move(designation=designation, reason="文件有误", by=place.clerk)
    assert Designation.objects.get().status == "in_force"


def test_an_entry_without_a_nomination_is_revoked_by_its_own_table_or_not_at_all(monkeypatch) -> None:
    place = nominating_county()
    listed = announce_designation(
        site=place.site,
        scheme=place.schemes["area"],
        decree=place.decree("provincial_government"),
        name_as_listed="街区",
        by=place.clerk,
    ).designation
    decree = place.decree("other", file=attachment("文件", place.site.collection))
    papers = {"decree": decree, "by": place.clerk, "second": place.reviewer}
    table = status.LISTING_FATES
    monkeypatch.setattr(status, "LISTING_FATES", table.without(*table.moves("revoke")))
    with pytest.raises(UnlawfulMoveError):
        revoke_designation(designation=listed, **papers)
    monkeypatch.undo()
    assert revoke_designation(designation=listed, **papers).status == "revoked"


@pytest.mark.parametrize("second", ["maker", "surveyor", "elsewhere"])
def test_a_revocation_is_vouched_for_by_a_reviewer_of_the_site(second: str) -> None:
    place = nominating_county()
    nomination = nomination_of(place, NominationState.DESIGNATED)
    elsewhere = type(place.site.division).objects.get(code="220303")
    people = {
        "maker": place.clerk,
        "surveyor": officer("surveyor", place.site.division),
        "elsewhere": officer("county_officer", elsewhere),
    }
    with pytest.raises(UnlawfulMoveError):
        step(place, nomination, REVOKE, second=people[second])
    assert Nomination.objects.get().state == NominationState.DESIGNATED


def test_somebody_from_elsewhere_moves_nothing() -> None:
    place = nominating_county()
    nomination = nomination_of(place, NominationState.PUBLICISED)
    stranger = officer("county_officer", type(place.site.division).objects.get(code="220303"))
    with pytest.raises(UnlawfulMoveError) as error:
        move_along(subject=nomination, target="designated", by=stranger, **papers_for(place, DESIGNATE))
    assert (error.value.refusal.found, Designation.objects.count()) == (str(stranger), 0)


def test_of_two_officers_at_once_the_second_finds_what_the_first_did() -> None:
    place = nominating_county()
    first = nomination_of(place, NominationState.PUBLICISED)
    second = Nomination.objects.get(pk=first.pk)
    step(place, first, DESIGNATE)
    with pytest.raises(UnlawfulMoveError) as error:
        step(place, second, DESIGNATE)
    assert error.value.refusal.found == NATIONAL_INDUSTRIAL.label_of("designated")
    assert Designation.objects.count() == 1


def test_a_deleted_row_closes_the_step_in_service_and_screen(monkeypatch) -> None:
    place = nominating_county()
    nomination = nomination_of(place, NominationState.PUBLICISED)
    rows = [row for row in NATIONAL_INDUSTRIAL.transitions if row != DESIGNATE]
    monkeypatch.setitem(vars(NATIONAL_INDUSTRIAL), "transitions", tuple(rows))
    [(_table, steps)] = lawful_steps(nomination, place.clerk)
    assert "designated" not in {shown.target for shown in steps if shown.is_open}
    with pytest.raises(UnlawfulMoveError):
        step(place, nomination, DESIGNATE)


def test_a_step_that_waits_for_the_nomination_is_shown_refused_with_what_is_missing() -> None:
    place = nominating_county()
    nomination = nomination_of(place, NominationState.SITE_CHECKED, publicised_to=None)
    [(_table, steps)] = lawful_steps(nomination, place.clerk)
    shown = next(shown for shown in steps if shown.target == NominationState.PUBLICISED)
    assert (shown.is_open, shown.refusal.needed != "", shown.refusal.article != "") == (False, True, True)


def test_a_publicity_that_ends_before_it_begins_is_refused_by_the_database(django_db_blocker) -> None:
    place = nominating_county()
    with pytest.raises(Exception, match="heritage_nomination_dates_in_order"):
        nomination_of(place, publicised_from=date(2026, 9, 2), publicised_to=date(2026, 9, 1))
