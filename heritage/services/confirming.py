"""Confirming a designation: only then is it, or what became of it, told outside."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import registry as log_registry

from accounts.models import User
from heritage.lifecycles import status
from heritage.lifecycles.refusals import Refusal, UnlawfulMoveError
from heritage.lifecycles.rights import REVIEWING, holds
from heritage.models import Designation, DesignationMove
from heritage.services.moving import locked_designation, log_move

CONFIRM = "confirm"
WRITING = ("wagtail.create", "wagtail.edit")


@transaction.atomic
def confirm_designation(*, designation: Designation, by: User) -> list[Designation]:
    """Confirm a designation and all its moves so far, with those that gave way to it; return all confirmed.

    A reviewer confirms what others entered and moved. UnlawfulMoveError says why it is not open to them.
    """
    designation = locked_designation(designation)
    if refusal := refusal_to_confirm(designation, by):
        raise UnlawfulMoveError(refusal)
    confirmed = _confirmed_together(designation)
    today = timezone.localdate()
    for row in confirmed:
        row.status_until_confirmed = ""
        row.confirmed_on, row.confirmed_by = today, by
        row.save(update_fields=["status_until_confirmed", "confirmed_on", "confirmed_by"])
        row.moves.filter(confirmed_on=None).update(confirmed_on=today, confirmed_by=by)
        log_move(row, CONFIRM, by=by, data={"to": row.status})
    return confirmed


def refusal_to_confirm(designation: Designation, user: User) -> Refusal | None:
    """Return why this user may not confirm the designation as it stands; None if they may."""
    move = str(status.MOVES[CONFIRM])
    if not designation.awaits_confirmation:
        return Refusal(move, _("already confirmed"), _("something new to confirm"), "")
    higher = designation.superseded_by
    if higher is not None and higher.awaits_confirmation:
        # Alone it would leave the public with an identity that is over and none in its place.
        needed = _("confirming the designation that replaced it")
        return Refusal(move, designation.get_status_display(), needed, "")
    if not holds(user, REVIEWING, designation.site):
        return Refusal(move, str(user), str(REVIEWING.label), "")
    if _took_part(_confirmed_together(designation), user):
        needed = _("a reviewer other than who entered or moved it")
        return Refusal(move, str(user), needed, "")
    return None


def _confirmed_together(designation: Designation) -> list[Designation]:
    """The designation and what waits only for its confirmation, having given way to it."""
    waiting = Q(confirmed_on=None) | ~Q(status_until_confirmed="")
    replaced = designation.supersedes.filter(waiting).select_related("scheme", "site", "component")
    return [designation, *replaced]


def _took_part(rows: list[Designation], user: User) -> bool:
    """Whether the user entered one of the rows, wrote in its form, or made a move not yet confirmed."""
    if DesignationMove.objects.filter(designation__in=rows, confirmed_on=None, made_by=user).exists():
        return True
    new = [row for row in rows if row.confirmed_on is None]
    return any(row.entered_by_id == user.pk or _wrote(row, user) for row in new)


def _wrote(row: Designation, user: User) -> bool:
    return log_registry.get_logs_for_instance(row).filter(user=user, action__in=WRITING).exists()
