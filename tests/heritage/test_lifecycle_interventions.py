"""The tables of lifecycle C: every edge and path can be walked, everything else is refused."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from heritage.courses import course_of
from heritage.lifecycles.identities import Identity
from heritage.lifecycles.inapplicable import REASONS, refusal_of
from heritage.lifecycles.interventions import table_of
from heritage.lifecycles.machine import Lifecycle, Transition
from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.lifecycles.rulings import RULINGS, Ruling
from heritage.models import Intervention, InterventionMove
from heritage.models.decrees import Authority, Origin
from heritage.models.interventions import InterventionKind as Kind
from heritage.services.stepping import move_along
from tests.heritage.interventions import Papers, application, place_of, stand
from tests.heritage.walking import (
    Walk,
    leave_out_every_need,
    try_every_unlawful_pair,
    walk_every_row,
    walk_every_simple_path,
)

#: Who approves relocation and demolition (文物保护法 31), as the domain's matrix has it.
MATRIX = {
    Identity.REGISTERED: ("provincial_department", "provincial_department"),
    Identity.COUNTY: ("provincial_government", "provincial_government"),
    Identity.CITY: ("provincial_government", "provincial_government"),
    Identity.PROVINCE: ("provincial_government", "provincial_government"),
    Identity.NATIONAL: ("state_council", None),
}
LOCAL = "county_department|city_department"
#: Kind → identity → who decides, and whose opinion comes first (standards 2.4 and 2.5).
DECIDING: dict[str, dict[str, str]] = {
    "build_in_zone": {
        "county": "county_government < city_department",
        "city": "city_government < provincial_department",
        "province": "provincial_government < state_department",
        "national": "provincial_government < state_department",
    },
    "design_in_control": {
        "county": "county_department",
        "city": "city_department",
        "province": "provincial_department",
        "national": "state_department",
    },
    "in_situ": {
        "registered": "county_department",
        "county": "county_department",
        "city": "city_department",
        "province": "provincial_department",
        "national": "state_department",
        "historic_building": f"planning < {LOCAL}",
    },
    "relocate": {
        "registered": "provincial_department",
        "county": "provincial_government",
        "city": "provincial_government",
        "province": "provincial_government < state_department",
        "national": "state_council < provincial_government",
        "historic_building": "provincial_protection < provincial_department",
    },
    "demolish": {
        "registered": "provincial_department",
        "county": "provincial_government",
        "city": "provincial_government",
        "province": "provincial_government < state_department",
        "historic_building": "provincial_protection < provincial_department",
    },
    "repair": {
        "registered": "county_department",
        "county": "county_department",
        "city": "city_department",
        "province": "provincial_department",
        "national": "state_department",
    },
    "change_use": {
        "registered": "filed: county_department",
        "county": "county_government < city_department",
        "city": "city_government < provincial_department",
        "province": "provincial_government < provincial_department",
        "national": "state_council < provincial_government",
    },
    "transfer": {
        "registered": "filed: county_department",
        "county": "filed: county_department",
        "city": "filed: city_department",
        "province": "filed: provincial_department",
        "national": "filed: state_department",
    },
    "archaeology": dict.fromkeys(Identity.values, "provincial_department"),
    "alter_exterior": {"historic_building": f"planning < {LOCAL}"},
}


def words_of(ruling: Ruling) -> str:
    heard = f" < {'|'.join(ruling.heard)}" if ruling.heard else ""
    return f"{'filed: ' if ruling.is_filing else ''}{ruling.authority}{heard}"


def shape_of(table: Lifecycle) -> tuple:
    """What of a table makes its walk another one: its rows and what they need."""
    return tuple(
        (row.move, row.origin, row.target, tuple(need.key for need in row.needs)) for row in table.transitions
    )


SHAPES = {shape_of(table_of(*key)): key for key in reversed(RULINGS)}
every_shape = pytest.mark.parametrize("key", SHAPES.values(), ids=lambda key: f"{key[0]}-{key[1]}")


class InterventionWalk(Walk):
    """An application about a site of the identity that its table is for."""

    def __init__(self, kind: Kind, identity: Identity) -> None:
        self.table = table_of(kind, identity)
        self.identity = identity
        self.place = place_of(identity)
        self.papers = Papers(self.place)
        self.subject: Intervention = application(self.place, kind)
        self.file = self.subject.application

    def put(self, state: str) -> None:
        self.subject.application, self.subject.description = self.file, "原址保护无法实施"
        stand(self.subject, state, by=self.place.clerk, identity=self.identity)

    def stands(self) -> tuple[str, int]:
        fresh = Intervention.objects.get(pk=self.subject.pk)
        return course_of(fresh).state_of(fresh, self.table), fresh.moves.count()

    def complete(self, row: Transition | None) -> dict[str, Any]:
        decides = row.authorities[0] if row and row.authorities else Authority.OTHER
        return self.papers.complete(decides)

    def go(self, target: str, row: Transition | None = None) -> None:
        self.move(target, **self.complete(row))

    def move(self, target: str, **papers: Any) -> None:
        move_along(subject=self.subject, target=target, by=self.place.clerk, **papers)

    def go_without(self, need: str, row: Transition) -> None:
        papers = self.complete(row)
        if need in ("number", "body", "date"):
            blank = {"number": "document_number", "body": "issued_by_words", "date": "announced_on"}[need]
            lacking = {blank: None if need == "date" else "", "origin": Origin.REPORTED}
            papers["decree"] = self.place.decree(row.authorities[0], **lacking)
        elif need == "authority":
            papers["decree"] = self.place.decree(Authority.OTHER)
        elif need == "decided_in_order":
            yesterday = self.subject.applied_on - timedelta(days=1)
            papers["decree"] = self.place.decree(row.authorities[0], announced_on=yesterday)
        elif need == "happened_in_order":
            papers["happened_on"] += timedelta(days=1)
        elif need in ("application_file", "not_in_situ", "opinion_agrees"):
            self.take_away(need)
        else:
            papers |= self.BLANKS[need]
        self.move(row.target, **papers)

    BLANKS: dict[str, dict[str, Any]] = {
        "decree": {"decree": None},
        "opinion": {"approval": None},
        "agreed": {"is_agreed": None},
        "carried_out_by": {"body": " "},
        "accepted_by": {"body": ""},
        "licence": {"licence": ""},
        "salvage": {"receipt": None},
        **{key: {"report": None} for key in ("filing", "completion", "acceptance")},
    }

    def take_away(self, need: str) -> None:
        """Take away what stands in the records and no paper of the step can give."""
        if need == "opinion_agrees":
            InterventionMove.objects.update(is_agreed=False)
            return
        Intervention.objects.update(
            **({"application": None} if need == "application_file" else {"description": " "})
        )


@every_shape
@pytest.mark.django_db
def test_every_row_can_be_walked(key: tuple[Kind, Identity]) -> None:
    walk_every_row(InterventionWalk(*key))


@every_shape
@pytest.mark.django_db
def test_every_simple_path_can_be_walked(key: tuple[Kind, Identity]) -> None:
    walk_every_simple_path(InterventionWalk(*key))


@every_shape
@pytest.mark.django_db
def test_every_pair_that_is_no_row_is_refused(key: tuple[Kind, Identity]) -> None:
    try_every_unlawful_pair(InterventionWalk(*key))


@every_shape
@pytest.mark.django_db
def test_every_need_left_out_is_refused_by_its_name(key: tuple[Kind, Identity]) -> None:
    leave_out_every_need(InterventionWalk(*key))


def test_relocation_and_demolition_are_decided_on_as_the_law_has_it() -> None:
    found = {
        identity: tuple(
            ruling.authority.value if (ruling := RULINGS.get((kind, identity))) else None
            for kind in (Kind.RELOCATE, Kind.DEMOLISH)
        )
        for identity in MATRIX
    }
    assert found == MATRIX


def test_the_whole_table_of_who_decides_is_as_the_standards_have_it() -> None:
    found: dict[str, dict[str, str]] = {}
    for (kind, identity), ruling in RULINGS.items():
        found.setdefault(kind.value, {})[identity.value] = words_of(ruling)
    assert found == DECIDING


def test_every_kind_and_identity_has_a_ruling_or_a_reason_and_never_both() -> None:
    every = {(kind, identity) for kind in Kind for identity in Identity}
    assert (set(RULINGS) | set(REASONS), set(RULINGS) & set(REASONS)) == (every, set())


@pytest.mark.parametrize("key", REASONS, ids=lambda key: f"{key[0]}-{key[1]}")
def test_what_has_no_ruling_is_refused_with_what_was_found_and_an_article(
    key: tuple[Kind, Identity],
) -> None:
    refusal = refusal_of(*key)
    assert refusal is not None
    assert (refusal.move, refusal.found) == (str(key[0].label), str(key[1].label))
    assert refusal.needed != ""
    assert refusal.article != ""


def test_each_row_of_a_table_names_who_decides_and_whose_opinion_it_enters() -> None:
    for key, ruling in RULINGS.items():
        table = table_of(*key)
        decided = {row.move: row.authorities for row in table.transitions if row.authorities}
        decisions = ("file",) if ruling.is_filing else ("approve", "reject")
        heard = {"hear": ruling.heard} if ruling.heard else {}
        assert decided == heard | dict.fromkeys(decisions, (ruling.authority,))


@pytest.mark.django_db
def test_what_happened_before_the_step_before_it_is_refused() -> None:
    walk = InterventionWalk(Kind.REPAIR, Identity.CITY)
    walk.put("approved")
    day = timezone.localdate() - timedelta(days=1)
    with pytest.raises(UnlawfulMoveError):
        walk.move("executing", **{**walk.complete(None), "happened_on": day})
    assert walk.stands() == ("approved", 0)
