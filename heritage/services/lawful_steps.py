"""What may be done with a case, a parcel or a retained building, and why not: for service and screens."""

from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from heritage.gates import evidence_of, read_gates
from heritage.gates.standings import standing_in
from heritage.lifecycles.buildings import BUILDING, BUILDING_USE
from heritage.lifecycles.machine import Lifecycle, Transition
from heritage.lifecycles.parcels import PARCEL, PARCEL_USE
from heritage.lifecycles.refusals import Refusal, missing_needs, state_and_paper
from heritage.lifecycles.relocation import CASE
from heritage.lifecycles.relocation_papers import RelocationPapers
from heritage.lifecycles.rights import holds
from heritage.models import (
    BuildingMove,
    CaseMove,
    Designation,
    Parcel,
    ParcelMove,
    RelocationCase,
    RetainedBuilding,
)
from heritage.models.relocation_moves import RecordedMove
from heritage.services.lawful_moves import LawfulMove

Subject = RelocationCase | Parcel | RetainedBuilding


@dataclass(frozen=True)
class Course:
    """The tables that a kind of subject goes by, the first being the one that its state is told by."""

    tables: tuple[Lifecycle, ...]
    move: type[RecordedMove]


COURSES: dict[type, Course] = {
    RelocationCase: Course((CASE,), CaseMove),
    Parcel: Course((PARCEL, PARCEL_USE), ParcelMove),
    RetainedBuilding: Course((BUILDING, BUILDING_USE), BuildingMove),
}


def state_in(table: Lifecycle, subject: Subject) -> str:
    """Return where a subject stands in one of its tables."""
    if isinstance(subject, RelocationCase):
        return subject.stage
    return standing_in(table, subject.moves.all())


def lawful_steps(subject: Subject, user: User) -> tuple[tuple[Lifecycle, tuple[LawfulMove, ...]], ...]:
    """Return, for each table, the moves from where the subject stands, then those refused from there."""
    papers = with_what_stands(RelocationPapers(subject=subject, by=user))
    return tuple(
        (table, tuple(_shown(table, papers, state_in(table, subject))))
        for table in COURSES[type(subject)].tables
    )


def _shown(table: Lifecycle, papers: RelocationPapers, found: str) -> list[LawfulMove]:
    targets = dict.fromkeys(row.target for row in table.transitions)
    rows = {target: table.find(origin=found, target=target) for target in targets}
    shown = [_step(table, row, papers, found) for row in rows.values() if row is not None]
    for target, row in rows.items():
        if row is None and target != found:
            refusal = refusal_without_row(table, found=found, target=target)
            shown.append(LawfulMove("", refusal.move, target, table.label_of(target), (), (), "", refusal))
    return shown


def _step(table: Lifecycle, row: Transition, papers: RelocationPapers, found: str) -> LawfulMove:
    refusal = refusal_of_records(table, row, papers, found=found)
    return LawfulMove(
        move=row.move,
        label=table.label_of_move(row.move),
        target=row.target,
        target_label=table.label_of(row.target),
        needs=tuple(missing_needs(row, papers)),
        authorities=tuple(str(authority.label) for authority in row.authorities),
        article=str(row.article),
        refusal=refusal,
    )


def refusal_without_row(table: Lifecycle, *, found: str, target: str) -> Refusal:
    """Say from where the state can be reached, by the rows that the table has for it."""
    rows = table.leading_to(target)
    origins = dict.fromkeys(table.label_of(row.origin) for row in rows)
    articles = dict.fromkeys(str(row.article) for row in rows)
    state = table.state(target)
    return Refusal(
        move=table.label_of_move(rows[-1].move) if rows else table.label_of(target),
        found=table.label_of(found),
        needed=_(" or ").join(origins) or _("nothing; no rule provides for this"),
        article=_(", ").join(articles) or str(state.article if state else ""),
    )


def refusal_of_row(
    table: Lifecycle, row: Transition, papers: RelocationPapers, *, found: str
) -> Refusal | None:
    """Return why this row refuses the move: who asks, or what is missing; None if it does not."""
    move, article = table.label_of_move(row.move), str(row.article)
    if not holds(papers.by, row.right, papers.subject):
        return Refusal(move, found=str(papers.by), needed=str(row.right.label), article=article)
    if missing := missing_needs(row, papers):
        state = state_and_paper(table.label_of(found), papers.decree)
        return Refusal(move, found=state, needed=_(", ").join(missing), article=article)
    return None


def refusal_of_records(
    table: Lifecycle, row: Transition, papers: RelocationPapers, *, found: str
) -> Refusal | None:
    """Return why the move is refused whatever papers come with it: who asks, or what the records say."""
    of_record = replace(row, needs=tuple(need for need in row.needs if need.is_of_record))
    return refusal_of_row(table, of_record, papers, found=found)


def with_what_stands(papers: RelocationPapers) -> RelocationPapers:
    """Add what is asked of the records and not of the officer: gates, contamination, legal identity."""
    subject: Any = papers.subject
    if isinstance(subject, RelocationCase):
        gates = read_gates(evidence_of([subject])[subject.pk])
        return replace(papers, open_gates=frozenset(gate.key for gate in gates if gate.is_passable))
    standing = state_in(COURSES[type(subject)].tables[0], subject)
    return replace(
        papers, standing=standing, is_listed=isinstance(subject, RetainedBuilding) and _is_listed(subject)
    )


def _is_listed(building: RetainedBuilding) -> bool:
    """Whether the building, or the site as a whole, is a relic or a historic building."""
    rows = Designation.objects.in_force().filter(site=building.component.site_id, is_exclusive=True)
    return any(row.component_id in (None, building.component_id) for row in rows)


def locked(subject: Subject) -> Any:
    """Read the subject again below the lock of its case."""
    case = subject if isinstance(subject, RelocationCase) else subject.case
    locked = RelocationCase.objects.select_for_update().get(pk=case.pk)
    return locked if isinstance(subject, RelocationCase) else type(subject).objects.get(pk=subject.pk)
