"""The tables of lifecycle B: every edge and path can be walked, everything else is refused."""

import ast
from itertools import product
from pathlib import Path

import pytest

from heritage.lifecycles import status
from heritage.lifecycles.duties import duties_at
from heritage.lifecycles.machine import Lifecycle, Transition
from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.models import Designation
from heritage.models.designations import IN_FORCE, DesignationLevel, DesignationStatus
from heritage.models.sites import Recognition
from heritage.services.lawful_moves import CONSEQUENCES, lawful_moves
from heritage.services.recording_fates import (
    record_component_loss,
    record_destruction,
    record_relocation,
    revoke_designation,
)
from scripts.write_lifecycles import DOCUMENT, document
from tests.factories import attachment
from tests.heritage.designations import TODAY, County, clear, county, put
from tests.heritage.walking import simple_paths

HERITAGE = Path(__file__).resolve().parents[2] / "heritage"
TABLES = (
    status.IDENTITY,
    status.CANDIDACY,
    status.LISTING,
    status.RELIC_FATES,
    status.HISTORIC_BUILDING_FATES,
    status.LISTING_FATES,
)
IDENTITY_STATES = [state.key for state in status.IDENTITY.states]
TARGETS = list(dict.fromkeys(row.target for row in status.IDENTITY.transitions))
FACTS = ("lose_component", "relocate", "destroy", "revoke")


def make_fact(place: County, designation: Designation, move: str) -> Designation:
    """Make a move with papers that satisfy every level."""
    level_authorities = {
        "registered": "provincial_department",
        "national": "state_council",
    }
    facts = {"happened_edtf": "2016-05-17", "cause": "火灾", "evidence": place.evidence()}
    by = {"designation": designation, "by": place.clerk}
    if move == "lose_component":
        return record_component_loss(component=place.component(), **facts, **by)
    if move == "destroy":
        return record_destruction(**facts, **by)
    authority = level_authorities.get(designation.level, "provincial_government")
    decree = place.decree(authority, file=attachment("文件", place.site.collection))
    if move == "relocate":
        return record_relocation(
            decree=decree, happened_edtf="2016", new_place="新址", consent=place.evidence(), **by
        )
    return revoke_designation(decree=decree, second=place.reviewer, **by)


def announce_with(place: County, state: str, origin: str) -> None:
    """Announce with papers that satisfy every row: older than the record where it needs to be."""
    older = {"announced_on": place.older()} if origin == Recognition.NOT_RECORDED else {}
    place.announce(state, decree=place.decree_for(state, **older))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("origin", "target"), [(row.origin, row.target) for row in status.IDENTITY.transitions]
)
def test_every_row_of_the_identity_table_can_be_walked(origin: str, target: str) -> None:
    place = county()
    put(place, origin)
    announce_with(place, target, origin)
    assert Designation.objects.in_force().get().status == "in_force"
    assert place.statuses()[-1] == (target, "in_force")


@pytest.mark.django_db
def test_every_simple_path_of_the_identity_table_can_be_walked() -> None:
    place = county()
    for start in (Recognition.RECOGNISED, Recognition.NOT_RECORDED, Recognition.NOT_RECOGNISED):
        for path in simple_paths(status.IDENTITY, start):
            clear()
            put(place, start)
            for row in path:
                announce_with(place, row.target, Recognition.NOT_RECORDED)
            ended = [("superseded" if row.replaces == "superseded" else "converted") for row in path[1:]]
            assert place.statuses() == [
                *zip([row.target for row in path], [*ended, "in_force"], strict=True)
            ], path


@pytest.mark.django_db
def test_every_pair_that_is_no_row_of_the_identity_table_is_refused() -> None:
    place = county()
    lawful = {(row.origin, row.target) for row in status.IDENTITY.transitions}
    unlawful = sorted(set(product(IDENTITY_STATES, TARGETS)) - lawful)
    for origin, target in unlawful:
        clear()
        put(place, Recognition.RECOGNISED)
        put(place, origin)
        before = place.statuses()
        with pytest.raises(UnlawfulMoveError) as error:
            announce_with(place, target, Recognition.NOT_RECORDED)
        assert (error.value.refusal.found, place.statuses()) == (status.IDENTITY.label_of(origin), before)
        assert error.value.refusal.article != ""
    assert len(unlawful) == len(IDENTITY_STATES) * len(TARGETS) - len(lawful)


@pytest.mark.django_db
@pytest.mark.parametrize("level", status.GRADES)
def test_every_fate_is_open_from_the_states_of_its_rows_and_refused_from_all_others(level: str) -> None:
    place = county()
    for origin, move in product(DesignationStatus.values, FACTS):
        clear()
        designation = put(place, level)
        reported = {"status": origin, "origin": "reported"}
        Designation.objects.filter(pk=designation.pk).update(**reported)
        row = status.RELIC_FATES.find_move(move, origin=origin, level=level)
        if row is None:
            with pytest.raises(UnlawfulMoveError):
                make_fact(place, designation, move)
            assert place.statuses() == [(level, origin)]
        else:
            make_fact(place, designation, move)
            assert place.statuses() == [(level, row.target)]


@pytest.mark.django_db
def test_every_simple_path_of_the_fates_can_be_walked() -> None:
    place = county()
    for path in simple_paths(status.RELIC_FATES.without(*consequences()), DesignationStatus.IN_FORCE):
        level = next((row.levels[0] for row in path if row.levels), DesignationLevel.COUNTY)
        clear()
        designation = put(place, level)
        for row in path:
            designation = make_fact(place, designation, row.move)
        assert place.statuses() == [(level, path[-1].target)]


def consequences() -> list[Transition]:
    return [row for row in status.RELIC_FATES.transitions if row.move in CONSEQUENCES]


@pytest.mark.django_db
@pytest.mark.parametrize("origin", status.RELIC_IN_FORCE)
def test_whatever_is_in_force_can_be_raised(origin: str) -> None:
    place = county()
    designation = put(place, DesignationLevel.COUNTY)
    Designation.objects.filter(pk=designation.pk).update(status=origin)
    place.announce(DesignationLevel.NATIONAL)
    assert place.statuses() == [("county", "superseded"), ("national", "in_force")]


@pytest.mark.django_db
def test_a_deleted_row_of_the_identity_table_closes_the_move_in_service_and_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = county()
    row = status.IDENTITY.find(origin=Recognition.RECOGNISED, target=DesignationLevel.COUNTY)
    monkeypatch.setattr(status, "IDENTITY", status.IDENTITY.without(row))
    shown = {move.target: move.is_open for move in lawful_moves(place.site, place.clerk)}
    with pytest.raises(UnlawfulMoveError):
        place.announce(DesignationLevel.COUNTY)
    assert (shown["county"], shown["city"], place.statuses()) == (False, True, [])


@pytest.mark.django_db
def test_without_any_row_to_a_level_the_refusal_says_that_no_rule_provides_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = county()
    rows = status.IDENTITY.leading_to(DesignationLevel.COUNTY)
    monkeypatch.setattr(status, "IDENTITY", status.IDENTITY.without(*rows))
    with pytest.raises(UnlawfulMoveError) as error:
        place.announce(DesignationLevel.COUNTY)
    assert error.value.refusal.article == str(status.ART_23)


@pytest.mark.django_db
@pytest.mark.parametrize("move", FACTS)
def test_a_deleted_row_of_the_fates_closes_the_move_in_service_and_screen(
    monkeypatch: pytest.MonkeyPatch, move: str
) -> None:
    place = county()
    designation = put(place, DesignationLevel.COUNTY)
    row = status.RELIC_FATES.find_move(move, origin="in_force", level="county")
    monkeypatch.setattr(status, "RELIC_FATES", status.RELIC_FATES.without(row))
    shown = {shown.move: shown.is_open for shown in lawful_moves(designation, place.clerk)}
    with pytest.raises(UnlawfulMoveError):
        make_fact(place, designation, move)
    assert (shown[move], place.statuses()) == (False, [("county", "in_force")])


@pytest.mark.django_db
def test_without_the_row_that_supersedes_nothing_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    place = county()
    put(place, DesignationLevel.COUNTY)
    monkeypatch.setattr(status, "RELIC_FATES", status.RELIC_FATES.without(*consequences()))
    with pytest.raises(UnlawfulMoveError):
        place.announce(DesignationLevel.CITY)
    assert place.statuses() == [("county", "in_force")]


def test_nothing_leads_out_of_a_final_state_and_every_state_in_force_is_known_to_the_database() -> None:
    for table in TABLES:
        assert [row for row in table.transitions if row.origin in table.final_states] == []
    in_force = {state.key for state in status.RELIC_FATES.states if state.is_in_force}
    assert in_force == {member.value for member in IN_FORCE}


def test_a_table_refuses_a_row_between_states_it_does_not_have() -> None:
    row = status.LISTING.transitions[0]
    with pytest.raises(ValueError, match="no such state"):
        Lifecycle("broken", "broken", (), (row,))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)
def test_every_move_has_a_name_and_no_row_stands_twice(table: Lifecycle) -> None:
    assert {row.move for row in table.transitions} <= set(status.MOVES)
    rows = [(row.move, row.origin, row.target, row.levels) for row in table.transitions]
    assert len(rows) == len(set(rows))


def test_the_four_haves_are_due_a_year_after_the_approval() -> None:
    due = [
        (row.duty.key, row.due_on and row.due_on.isoformat())
        for row in duties_at("county", approved_on=TODAY)
    ]
    assert due == [
        ("zone", "2027-11-25"),
        ("marker", "2027-11-25"),
        ("archive", "2027-11-25"),
        ("custodian", "2027-11-25"),
        ("filing", None),
    ]


def test_a_year_after_a_leap_day_ends_with_february() -> None:
    leap_day = TODAY.replace(year=2028, month=2, day=29)
    assert {row.due_on for row in duties_at("national", approved_on=leap_day)} == {
        leap_day.replace(year=2029, day=28)
    }


def test_what_is_registered_has_duties_without_a_term() -> None:
    due = {(row.duty.key, row.due_on) for row in duties_at("registered", approved_on=TODAY)}
    assert due == {("marker", None), ("archive", None), ("custodian", None), ("filing", None)}


def test_no_state_is_named_in_a_comparison_outside_tables_and_models() -> None:
    files = [
        path
        for path in HERITAGE.rglob("*.py")
        if not {"lifecycles", "models", "migrations"} & set(path.relative_to(HERITAGE).parts)
    ]
    assert [
        found for path in files for found in comparisons_with_states(path.read_text(encoding="utf-8"))
    ] == []


@pytest.mark.parametrize(
    "code",
    [
        "row.status == DesignationStatus.REVOKED",
        "row.status in (DesignationStatus.REVOKED,)",
        "row.level != 'national'",
        "status in {'in_force'}",
        "match row.status:\n    case 'destroyed':\n        pass",
    ],
)
def test_a_comparison_with_a_state_is_found(code: str) -> None:
    assert len(comparisons_with_states(code)) == 1


def comparisons_with_states(code: str) -> list[str]:
    """Comparisons and cases that name a status or level of a designation, by its member or its word."""
    conditions = [
        node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Compare | ast.MatchValue)
    ]
    return [ast.unparse(node) for node in conditions if any(names_a_state(part) for part in ast.walk(node))]


# County, city and province are levels of divisions as well: there the word alone says nothing.
WORDS = {*DesignationStatus.values, "registered", "national"}


def names_a_state(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        is_member = node.attr not in {"values", "choices", "labels"}
        return is_member and node.value.id in {"DesignationStatus", "DesignationLevel"}
    return isinstance(node, ast.Constant) and node.value in WORDS


def test_the_document_is_the_one_written_from_the_tables() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(), "run python -m scripts.write_lifecycles"
