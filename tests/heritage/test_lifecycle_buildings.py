"""The tables of lifecycle D: every edge and path can be walked, everything else is refused."""

from itertools import product

import pytest
from django.db import IntegrityError, transaction

from heritage.lifecycles import status
from heritage.lifecycles.historic_buildings import ART_47
from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.models import Designation, DesignationPaper
from heritage.models.designation_papers import PaperKind
from heritage.models.designations import IN_FORCE, DesignationStatus, SchemeStanding
from heritage.services.announcing import announce_designation
from heritage.services.confirming import confirm_designation
from heritage.services.historic_buildings import nominate_building, publish_candidate
from heritage.services.lawful_moves import CONSEQUENCES, lawful_moves
from heritage.services.taking_back import take_back_move
from tests.factories import officer
from tests.heritage.buildings import SERVICES, BuildingWalk, building, papers_for
from tests.heritage.designations import County, clear, county, put, refused
from tests.heritage.walking import leave_out_every_need, simple_paths, walk_every_row, walk_every_simple_path

pytestmark = pytest.mark.django_db

TABLE = status.HISTORIC_BUILDING_FATES
CANDIDACY_STATES = [state.key for state in status.CANDIDACY.states]


def nominate(place: County, **changes):
    given = {
        "site": place.site,
        "scheme": place.scheme_of(SchemeStanding.HISTORIC_BUILDING),
        "name_as_listed": place.site.name_zh,
        "grounds": "本地最早的红砖厂房",
        "by": place.clerk,
    }
    return nominate_building(**{**given, **changes})


def test_every_row_can_be_walked() -> None:
    walk_every_row(BuildingWalk())


def test_every_simple_path_from_candidate_to_its_end_can_be_walked() -> None:
    assert len(simple_paths(TABLE, DesignationStatus.CANDIDATE)) > 20
    walk_every_simple_path(BuildingWalk())


def test_every_need_left_out_is_refused_by_its_name() -> None:
    walk = BuildingWalk()
    consequences = [row for row in TABLE.transitions if row.move in CONSEQUENCES]
    walk.table = TABLE.without(*consequences)
    leave_out_every_need(walk)


def test_every_move_is_refused_from_the_states_without_its_row() -> None:
    walk = BuildingWalk()
    tried = 0
    for origin, move in product(DesignationStatus.values, SERVICES):
        if TABLE.find_move(move, origin=origin):
            continue
        walk.put(origin)
        with pytest.raises(UnlawfulMoveError) as error:
            walk.make(move)
        refusal = error.value.refusal
        assert (refusal.found, walk.stands()) == (TABLE.label_of(origin), (origin, 0))
        assert refusal.article != ""
        tried += 1
    assert tried == len(DesignationStatus.values) * len(SERVICES) - len(
        {(row.origin, row.move) for row in TABLE.transitions if row.move not in CONSEQUENCES}
    )


@pytest.mark.parametrize("origin", CANDIDACY_STATES)
def test_a_building_is_put_forward_from_the_states_of_the_table_alone(origin: str) -> None:
    place = county()
    if origin == DesignationStatus.CANDIDATE:
        building(place, origin)
    else:
        put(place, origin)
    before = place.statuses()
    if status.CANDIDACY.find(origin=origin, target=DesignationStatus.CANDIDATE):
        nominate(place)
        assert place.statuses() == [*before, (SchemeStanding.HISTORIC_BUILDING, "candidate")]
        return
    with pytest.raises(UnlawfulMoveError) as error:
        nominate(place)
    assert (error.value.refusal.found, place.statuses()) == (status.CANDIDACY.label_of(origin), before)
    assert error.value.refusal.article == str(ART_47)


@pytest.mark.parametrize("left_out", ["name_as_listed", "grounds"])
def test_a_candidate_needs_its_name_and_its_grounds(left_out: str) -> None:
    place = county()
    assert str(ART_47) in refused(nominate, place=place, **{left_out: " "})


def test_a_candidate_of_another_list_or_of_anothers_component_is_refused() -> None:
    place = county()
    refused(nominate, place=place, scheme=place.schemes[SchemeStanding.HONORARY])
    component = place.component()
    component.site = type(place.site).objects.create(division=place.site.division, name_zh="他厂")
    component.save()
    refused(nominate, place=place, component=component)


def test_somebody_from_elsewhere_puts_nothing_forward() -> None:
    place = county()
    stranger = officer("county_officer", type(place.site.division).objects.get(code="220303"))
    assert str(stranger) in refused(nominate, place=place, by=stranger)


def test_of_two_officers_who_put_the_same_forward_the_second_is_refused() -> None:
    place = county()
    nominate(place)
    refused(nominate, place=place, by=place.reviewer)


def test_a_candidate_excludes_nothing_and_its_own_row_is_published() -> None:
    place = county()
    candidate = nominate(place)
    place.announce("county")
    assert place.statuses()[-1] == ("county", "in_force")
    refused(publish_candidate, designation=candidate, by=place.clerk, **papers_for(place, "publish"))
    clear()
    candidate = nominate(place)
    announced = place.announce(SchemeStanding.HISTORIC_BUILDING).designation
    assert (announced.pk, place.statuses()) == (candidate.pk, [("historic_building", "in_force")])


def test_without_the_row_that_publishes_a_candidate_it_is_published_by_no_door(monkeypatch) -> None:
    place = county()
    candidate = nominate(place)
    row = TABLE.find_move("publish", origin=DesignationStatus.CANDIDATE)
    monkeypatch.setattr(status, "HISTORIC_BUILDING_FATES", TABLE.without(row))
    shown = {move.move: move.is_open for move in lawful_moves(candidate, place.clerk)}
    refused(publish_candidate, designation=candidate, by=place.clerk, **papers_for(place, "publish"))
    refused(place.announce, state=SchemeStanding.HISTORIC_BUILDING)
    assert shown.get("publish", False) is False


def test_without_the_rows_of_candidacy_nothing_is_put_forward(monkeypatch) -> None:
    place = county()
    rows = status.CANDIDACY.transitions
    monkeypatch.setattr(status, "CANDIDACY", status.CANDIDACY.without(*rows))
    refused(nominate, place=place)
    assert "nominate" not in {move.move for move in lawful_moves(place.site, place.clerk)}


@pytest.mark.parametrize("move", ["document", "relocate", "demolish", "lose_component", "destroy"])
def test_a_deleted_row_closes_the_move_in_service_and_screen(monkeypatch, move: str) -> None:
    walk = BuildingWalk()
    walk.put("in_force")
    row = TABLE.find_move(move, origin="in_force")
    monkeypatch.setattr(status, "HISTORIC_BUILDING_FATES", TABLE.without(row))
    shown = {move.move: move.is_open for move in lawful_moves(walk.designation, walk.place.clerk)}
    with pytest.raises(UnlawfulMoveError):
        walk.make(move)
    assert (shown[move], walk.stands()) == (False, ("in_force", 0))


def test_who_documents_keeps_the_marker_and_the_five_parts_of_the_archive() -> None:
    walk = BuildingWalk()
    walk.put("in_force")
    walk.make("document")
    assert list(DesignationPaper.objects.values_list("kind", flat=True)) == PaperKind.values


def test_somebody_from_elsewhere_documents_nothing() -> None:
    walk = BuildingWalk()
    walk.put("in_force")
    stranger = walk.place.clerk
    stranger.groups.clear()
    with pytest.raises(UnlawfulMoveError) as error:
        walk.make("document")
    assert error.value.refusal.found == str(stranger)
    assert walk.stands() == ("in_force", 0)


@pytest.mark.parametrize("second", ["by", "nobody"])
def test_a_demolition_is_vouched_for_by_a_second_reviewer(second: str) -> None:
    walk = BuildingWalk()
    walk.put("documented")
    with pytest.raises(UnlawfulMoveError):
        walk.make("demolish", second={"by": walk.place.clerk, "nobody": None}[second])
    assert walk.stands() == ("documented", 0)


def test_a_confirmed_candidate_that_is_published_waits_for_confirmation_and_can_be_taken_back() -> None:
    place = county()
    candidate = nominate(place)
    confirm_designation(designation=candidate, by=place.reviewer)
    publish_candidate(designation=candidate, by=place.clerk, **papers_for(place, "publish"))
    published = Designation.objects.get()
    assert (published.status, published.awaits_confirmation) == ("in_force", True)
    take_back_move(designation=published, reason="文件有误", by=place.clerk)
    back = Designation.objects.get()
    assert (back.status, back.decree, back.moves.count()) == ("candidate", None, 1)


@pytest.mark.parametrize("state", IN_FORCE)
def test_what_is_a_historic_building_in_force_is_no_relic_at_once(state: str) -> None:
    place = county()
    building(place, state)
    with pytest.raises(IntegrityError), transaction.atomic():
        put(place, "county")
    place.announce("county")
    assert place.statuses() == [("historic_building", "converted"), ("county", "in_force")]


@pytest.mark.parametrize("state", IN_FORCE)
def test_a_component_that_is_a_historic_building_in_force_is_no_relic_at_once(state: str) -> None:
    place = county()
    component = place.component()
    building(place, state, component=component)
    relic = {"scheme": place.schemes[SchemeStanding.RELIC], "level": "county", "component": component}
    with pytest.raises(IntegrityError), transaction.atomic():
        building(place, "in_force", **relic)
    place.announce("county", component=component)
    assert place.statuses() == [("historic_building", "converted"), ("county", "in_force")]


def test_a_relic_in_force_lets_no_documented_building_stand_beside_it() -> None:
    place = county()
    put(place, "county")
    with pytest.raises(IntegrityError), transaction.atomic():
        building(place, "documented")
    building(place, "candidate")
    assert place.statuses() == [("county", "in_force"), ("historic_building", "candidate")]


def test_what_was_demolished_with_approval_becomes_nothing_any_more() -> None:
    place = county()
    building(place, "demolished")
    with pytest.raises(UnlawfulMoveError) as error:
        announce_designation(
            site=place.site,
            scheme=place.schemes[SchemeStanding.RELIC],
            level="county",
            decree=place.decree_for("county"),
            name_as_listed="厂",
            batch="一",
            by=place.clerk,
        )
    assert error.value.refusal.found == str(DesignationStatus.DEMOLISHED.label)
