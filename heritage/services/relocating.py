"""Moving a relocation case, a parcel or a retained building along its table, on its papers."""

from datetime import date
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from accounts.models import User
from heritage.lifecycles.machine import Lifecycle, Transition
from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.lifecycles.relocation_papers import RelocationPapers
from heritage.models import Decree, RelocationCase
from heritage.models.relocation_moves import RecordedMove
from heritage.services.lawful_steps import (
    COURSES,
    Subject,
    locked,
    refusal_of_row,
    refusal_without_row,
    state_in,
    with_what_stands,
)
from media.models import Attachment

LOG_ACTION = "heritage.relocation_move"


@transaction.atomic
def move_along(
    *,
    subject: Subject,
    target: str,
    by: User,
    decree: Decree | None = None,
    report: Attachment | None = None,
    approval: Attachment | None = None,
    body: str = "",
    happened_on: date | None = None,
) -> RecordedMove:
    """Move a case, a parcel or a building to a state of one of its tables, and return the recorded move.

    UnlawfulMoveError says what was found, what is needed, and the article; nothing is changed then. Of two
    officers at once the second finds what the first has done.
    """
    subject = locked(subject)
    table = _table_with(target, subject)
    found = state_in(table, subject)
    row = table.find(origin=found, target=target)
    if row is None:
        raise UnlawfulMoveError(refusal_without_row(table, found=found, target=target))
    papers = RelocationPapers(
        subject=subject,
        by=by,
        decree=decree,
        report=report,
        approval=approval,
        body=body.strip(),
        happened_on=happened_on,
    )
    if refusal := refusal_of_row(table, row, with_what_stands(papers), found=found):
        raise UnlawfulMoveError(refusal)
    if isinstance(subject, RelocationCase):
        subject.stage = row.target
        subject.save()
    return _write_down(table, row, papers)


def _table_with(target: str, subject: Subject) -> Lifecycle:
    tables = COURSES[type(subject)].tables
    return next((table for table in tables if table.state(target)), tables[0])


def _write_down(table: Lifecycle, row: Transition, papers: RelocationPapers) -> RecordedMove:
    kept: dict[str, Any] = {
        name: getattr(papers, name)
        for name in ("subject", "decree", "report", "approval", "body", "happened_on")
    }
    move = COURSES[type(papers.subject)].move._default_manager.create(
        **kept, from_state=row.origin, to_state=row.target, made_by=papers.by
    )
    log(
        instance=papers.subject,
        action=LOG_ACTION,
        user=papers.by,
        data={"move": row.move, "table": table.key, "paper": str(papers.decree or papers.report or "")},
        content_changed=False,
    )
    return move
