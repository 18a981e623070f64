"""What may be done with a row that goes along a table, and why not: for service and screens."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from heritage.courses import course_of
from heritage.lifecycles.machine import Lifecycle, Transition
from heritage.lifecycles.refusals import Refusal, missing_needs, state_and_paper
from heritage.lifecycles.rights import holds
from heritage.services.lawful_moves import LawfulMove


def lawful_steps(subject: Any, user: User) -> tuple[tuple[Lifecycle, tuple[LawfulMove, ...]], ...]:
    """Return, for each table, the moves from where the subject stands, then those refused from there."""
    course = course_of(subject)
    papers = course.with_what_stands(course.papers(subject=subject, by=user))
    return tuple(
        (table, tuple(_shown(table, papers, course.state_of(subject, table))))
        for table in course.tables_of(subject)
    )


def _shown(table: Lifecycle, papers: Any, found: str) -> list[LawfulMove]:
    targets = dict.fromkeys(row.target for row in table.transitions)
    rows = {target: table.find(origin=found, target=target) for target in targets}
    shown = [_step(table, row, papers, found) for row in rows.values() if row is not None]
    for target, row in rows.items():
        if row is None and target != found:
            refusal = refusal_without_row(table, found=found, target=target)
            shown.append(LawfulMove("", refusal.move, target, table.label_of(target), (), (), "", refusal))
    return shown


def _step(table: Lifecycle, row: Transition, papers: Any, found: str) -> LawfulMove:
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


def refusal_of_row(table: Lifecycle, row: Transition, papers: Any, *, found: str) -> Refusal | None:
    """Return why this row refuses the move: who asks, or what is missing; None if it does not."""
    move, article = table.label_of_move(row.move), str(row.article)
    if not holds(papers.by, row.right, papers.subject):
        return Refusal(move, found=str(papers.by), needed=str(row.right.label), article=article)
    if missing := missing_needs(row, papers):
        state = state_and_paper(table.label_of(found), papers.decree)
        return Refusal(move, found=state, needed=_(", ").join(missing), article=article)
    return None


def refusal_of_records(table: Lifecycle, row: Transition, papers: Any, *, found: str) -> Refusal | None:
    """Return why the move is refused whatever papers come with it: who asks, or what the records say."""
    of_record = replace(row, needs=tuple(need for need in row.needs if need.is_of_record))
    return refusal_of_row(table, of_record, papers, found=found)
