"""Moving a row along its table on its papers: a case, land, a building, a recognition, an application."""

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from accounts.models import User
from heritage.courses import course_of
from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.models.relocation_moves import RecordedMove
from heritage.services.lawful_steps import refusal_of_row, refusal_without_row

LOG_ACTION = "heritage.relocation_move"  # as the logs of earlier versions name it


@transaction.atomic
def move_along(*, subject: Any, target: str, by: User, **given: Any) -> RecordedMove:
    """Move a subject to a state of one of its tables, and return the recorded move.

    `given`: papers by the names of the fields of the course's papers, for most decree, report, approval,
    body and happened_on. UnlawfulMoveError says what was found, what is needed, and the article; nothing is
    changed then. Of two officers at once the second finds what the first has done.
    """
    course = course_of(subject)
    subject = course.lock(subject)
    table = course.table_with(subject, target)
    found = course.state_of(subject, table)
    row = table.find(origin=found, target=target)
    if row is None:
        raise UnlawfulMoveError(refusal_without_row(table, found=found, target=target))
    stripped = {name: value.strip() if isinstance(value, str) else value for name, value in given.items()}
    papers = course.papers(subject=subject, by=by, **stripped)
    if refusal := refusal_of_row(table, row, course.with_what_stands(papers), found=found):
        raise UnlawfulMoveError(refusal)
    kept = {name: getattr(papers, name) for name in course.kept}
    move = course.moves.create(
        subject=subject, from_state=row.origin, to_state=row.target, made_by=by, **kept
    )
    course.put(subject, row.target)
    if course.follow:
        course.follow(subject, move)
    log(
        instance=subject,
        action=LOG_ACTION,
        user=by,
        data={"move": row.move, "table": table.key, "paper": str(papers.decree or papers.report or "")},
        content_changed=False,
    )
    return move
