"""Taking back the last recorded move of a case, a parcel or a building, with the reason."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from heritage.lifecycles.refusals import Refusal, UnlawfulMoveError
from heritage.lifecycles.rights import REVIEWING, holds
from heritage.models import RelocationCase
from heritage.models.relocation_moves import RecordedMove
from heritage.services.lawful_steps import Subject, locked

LOG_ACTION = "heritage.take_back_step"


@transaction.atomic
def take_back_step(*, subject: Subject, reason: str, by: User) -> RecordedMove:
    """Undo the last move and return it as it was; the history keeps it, the reason and who took it back.

    UnlawfulMoveError where there is none, where nobody gave a reason, or where neither who made the move nor
    a reviewer asks.
    """
    subject = locked(subject)
    if refusal := refusal_to_take_back(subject, by):
        raise UnlawfulMoveError(refusal)
    if not reason.strip():
        raise UnlawfulMoveError(Refusal(_("Take back"), _("no reason given"), _("the reason in words"), ""))
    last = subject.moves.latest("pk")
    paper = str(last.decree or last.report or "")
    log(
        instance=subject,
        action=LOG_ACTION,
        user=by,
        data={"from": last.to_state, "to": last.from_state, "paper": paper, "reason": reason.strip()},
        content_changed=False,
    )
    if isinstance(subject, RelocationCase):
        subject.stage = last.from_state
        subject.save()
    last.delete()
    return last


def refusal_to_take_back(subject: Subject, user: User) -> Refusal | None:
    """Return why this user may not take back the last move of the subject; None if they may."""
    last = subject.moves.order_by("-pk").first()
    if last is None:
        return Refusal(_("Take back"), _("no recorded move"), _("a recorded move"), "")
    if last.made_by_id != user.pk and not holds(user, REVIEWING, subject):
        return Refusal(_("Take back"), str(user), _("whoever made the move, or a reviewer"), "")
    return None
