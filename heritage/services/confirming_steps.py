"""Confirming a recorded move by a second person: only then is what it brought about told outside."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from heritage.courses import course_of
from heritage.lifecycles.refusals import Refusal, UnlawfulMoveError
from heritage.lifecycles.rights import REVIEWING, holds

LOG_ACTION = "heritage.confirm_step"


@transaction.atomic
def confirm_step(*, move: Any, by: User) -> Any:
    """Confirm a `ReviewedMove` and all before it that wait, and return it.

    UnlawfulMoveError where it is confirmed already, where whoever made it asks, or who is no reviewer.
    """
    course = course_of(move.subject)
    subject = course.lock(move.subject)
    move = course.moves.get(pk=move.pk)
    if refusal := refusal_to_confirm_step(move, by):
        raise UnlawfulMoveError(refusal)
    waiting = course.moves.filter(subject=subject, pk__lte=move.pk, confirmed_on=None)
    waiting.update(confirmed_on=timezone.localdate(), confirmed_by=by)
    move.refresh_from_db()
    course.put(subject, course.state_of(subject, course.tables_of(subject)[0]))
    log(
        instance=subject,
        action=LOG_ACTION,
        user=by,
        data={"from": move.from_state, "to": move.to_state, "paper": str(move.decree or move.report or "")},
        content_changed=False,
    )
    return move


def refusal_to_confirm_step(move: Any, user: User) -> Refusal | None:
    """Return why this user may not confirm the move; None if they may."""
    if move.confirmed_on:
        return Refusal(_("Confirm"), _("confirmed already"), _("a move that waits for confirmation"), "")
    if user.pk in (move.made_by_id, move.second_id):
        return Refusal(_("Confirm"), str(user), _("a reviewer who took no part in the move"), "")
    if not holds(user, REVIEWING, move.subject):
        return Refusal(_("Confirm"), str(user), str(REVIEWING.label), "")
    return None
