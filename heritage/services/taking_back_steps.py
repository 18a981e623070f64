"""Taking back the last recorded move of a row that goes along a table, with the reason."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from heritage.courses import course_of
from heritage.lifecycles.refusals import Refusal, UnlawfulMoveError
from heritage.lifecycles.rights import REVIEWING, holds
from heritage.models.relocation_moves import RecordedMove
from heritage.models.reviewed_moves import ReviewedMove

LOG_ACTION = "heritage.take_back_step"


@transaction.atomic
def take_back_step(*, subject: Any, reason: str, by: User) -> RecordedMove:
    """Undo the last move and return it as it was; the history keeps it, the reason and who took it back.

    UnlawfulMoveError where there is none, where it was confirmed, where nobody gave a reason, or where
    neither who made the move nor a reviewer asks.
    """
    course = course_of(subject)
    subject = course.lock(subject)
    if refusal := refusal_to_take_back(subject, by):
        raise UnlawfulMoveError(refusal)
    if not reason.strip():
        raise UnlawfulMoveError(Refusal(_("Take back"), _("no reason given"), _("the reason in words"), ""))
    last = course.moves.filter(subject=subject).latest("pk")
    paper = str(last.decree or last.report or "")
    log(
        instance=subject,
        action=LOG_ACTION,
        user=by,
        data={"from": last.to_state, "to": last.from_state, "paper": paper, "reason": reason.strip()},
        content_changed=False,
    )
    if course.unfollow:
        course.unfollow(subject, last, reason, by)
    last.delete()
    course.put(subject, last.from_state)
    return last


def refusal_to_take_back(subject: Any, user: User) -> Refusal | None:
    """Return why this user may not take back the last move of the subject; None if they may."""
    last = _last_move(subject)
    if last is None:
        return Refusal(_("Take back"), _("no recorded move"), _("a recorded move"), "")
    if isinstance(last, ReviewedMove) and last.confirmed_on:
        return Refusal(_("Take back"), _("a confirmed move"), _("a move that nobody has confirmed yet"), "")
    what_rests = course_of(subject).what_rests
    if found := what_rests(subject) if what_rests else "":
        return Refusal(_("Take back"), found, _("first taking back what rests on it"), "")
    if last.made_by_id != user.pk and not holds(user, REVIEWING, subject):
        return Refusal(_("Take back"), str(user), _("whoever made the move, or a reviewer"), "")
    return None


def _last_move(subject: Any) -> RecordedMove | None:
    return course_of(subject).moves.filter(subject=subject).order_by("-pk").first()
