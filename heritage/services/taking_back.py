"""Taking back what was entered by mistake, as long as nobody has confirmed it."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from heritage.lifecycles import status
from heritage.lifecycles.refusals import Refusal, UnlawfulMoveError
from heritage.lifecycles.rights import REVIEWING, holds
from heritage.models import Designation, DesignationMove, Nomination
from heritage.models.decrees import Origin
from heritage.models.designations import REPLACED
from heritage.services.moving import locked_designation, log_move

TAKE_BACK = "take_back"
VERIFY, PUBLISH = "verify", "publish"
#: The moves by which another designation may have given way.
ANNOUNCING = frozenset({VERIFY, *(row.move for row in status.IDENTITY.transitions)})


@transaction.atomic
def take_back_move(
    *, designation: Designation, reason: str, by: User, nomination: Nomination | None = None
) -> list[Designation]:
    """Undo the last move of a designation and return what stands now as it stood before.

    An announcement taken back leaves no designation; what had given way to it is in force again. The history
    of the site keeps the move, the reason and who took it back. UnlawfulMoveError where it is confirmed.
    `nomination`: whose step is taken back; what came of a nomination is taken back together with it.
    """
    designation = locked_designation(designation)
    move = str(status.MOVES[TAKE_BACK])
    if refusal := refusal_to_take_back(designation, by, nomination=nomination):
        raise UnlawfulMoveError(refusal)
    if not reason.strip():
        raise UnlawfulMoveError(Refusal(move, _("no reason given"), _("the reason in words"), ""))
    last = _unconfirmed(designation).latest("pk")
    details = {"from": last.to_status, "to": last.from_status, "paper": str(last.decree or "")}
    log_move(designation, TAKE_BACK, by=by, data={**details, "reason": reason})
    # Both before what gave way is restored: the database allows one identity in force at a time.
    replaced = _released(designation) if last.move in ANNOUNCING else []
    if last.from_status:
        _undo(designation, last)
    else:
        designation.delete()
    for row in replaced:
        _undo(row, _unconfirmed(row).latest("pk"))
    return [designation, *replaced] if last.from_status else replaced


def refusal_to_take_back(
    designation: Designation, user: User, *, nomination: Nomination | None = None
) -> Refusal | None:
    """Return why this user may not take back the last move of the designation; None if they may."""
    move = str(status.MOVES[TAKE_BACK])
    last = _unconfirmed(designation).order_by("-pk").first()
    if last is None:
        found = _("nothing that awaits confirmation")
        return Refusal(move, found, _("a move that nobody has confirmed yet"), "")
    if nomination is None and designation.nominations.exists():
        needed = _("taking back the last step of its nomination")
        return Refusal(move, designation.get_status_display(), needed, "")
    if last.to_status in REPLACED:
        needed = _("taking back the designation that replaced it")
        return Refusal(move, designation.get_status_display(), needed, "")
    if last.made_by_id != user.pk and not holds(user, REVIEWING, designation.site):
        return Refusal(move, str(user), _("whoever made the move, or a reviewer"), "")
    return None


def _unconfirmed(designation: Designation) -> QuerySet[DesignationMove]:
    return DesignationMove.objects.filter(designation=designation, confirmed_on=None)


def _undo(designation: Designation, move: DesignationMove) -> None:
    """Put the designation back to where the move found it."""
    designation.status = move.from_status
    if move.move == VERIFY:
        designation.origin = Origin.REPORTED
    if move.move == PUBLISH:
        designation.decree, designation.batch, designation.list_number = None, "", ""
    move.delete()
    if not _unconfirmed(designation).exists():
        designation.status_until_confirmed = ""
    designation.save()


def _released(designation: Designation) -> list[Designation]:
    """What gave way to the designation, no longer tied to it."""
    replaced = list(designation.supersedes.select_related("scheme", "site", "component"))
    designation.supersedes.update(superseded_by=None)
    for row in replaced:
        row.superseded_by = None
    return replaced
