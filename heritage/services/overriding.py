"""Overriding a gate: an exception on a paper, for which two people answer, and which stays visible."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from heritage.gates import GateReading, GateState, evidence_of, read_gates
from heritage.lifecycles.refusals import Refusal, UnlawfulMoveError
from heritage.lifecycles.rights import RELOCATING, REVIEWING, holds
from heritage.models import Decree, GateOverride, RelocationCase

LOG_ACTION = "heritage.override_gate"
#: There is something to override: the gate is closed and nobody has done so before.
CLOSED = frozenset({GateState.PARTIAL, GateState.NO_RECORD})


@transaction.atomic
def override_gate(
    *, case: RelocationCase, gate: str, decree: Decree, reason: str, by: User, second: User
) -> GateOverride:
    """Override one closed gate of a case and return the row, which is never altered or removed.

    `second` is a reviewer of the division other than `by`. The paper is complete: number, body, date.
    UnlawfulMoveError says what was found and what is needed; nothing is changed then.
    """
    case = RelocationCase.objects.select_for_update().get(pk=case.pk)
    reading = next(found for found in read_gates(evidence_of([case])[case.pk]) if found.key == gate)
    if refusal := refusal_to_override(reading, case, by):
        raise UnlawfulMoveError(refusal)
    found = str(GateState(reading.state).label)
    if missing := _missing(decree, reason):
        raise _refused(reading, found, missing)
    if second.pk == by.pk or not holds(second, REVIEWING, case):
        raise _refused(reading, str(second), _("a second person, a reviewer of the division of the case"))
    override = GateOverride.objects.create(
        case=case, gate=gate, decree=decree, reason=reason.strip(), made_by=by, second=second
    )
    log(
        instance=case,
        action=LOG_ACTION,
        user=by,
        data={"gate": gate, "paper": str(decree), "second": str(second)},
        content_changed=False,
    )
    return override


def refusal_to_override(reading: GateReading, case: RelocationCase, user: User) -> Refusal | None:
    """Return why this user may not override the gate as it stands; None if they may, with their papers."""
    if reading.state not in CLOSED:
        found = str(GateState(reading.state).label)
        return Refusal(_move(reading), found, _("a gate that is closed"), str(reading.gate.article))
    if not holds(user, RELOCATING, case):
        return Refusal(_move(reading), str(user), str(RELOCATING.label), str(reading.gate.article))
    return None


def _missing(decree: Decree, reason: str) -> str:
    asked = {
        _("the document number of the decree"): decree.document_number,
        _("the issuing body of the decree"): decree.issued_by_id or decree.issued_by_words,
        _("the date of the decree"): decree.announced_on,
        _("the reason in words"): reason.strip(),
    }
    return _(", ").join(label for label, given in asked.items() if not given)


def _refused(reading: GateReading, found: str, needed: str) -> UnlawfulMoveError:
    return UnlawfulMoveError(Refusal(_move(reading), found, needed, str(reading.gate.article)))


def _move(reading: GateReading) -> str:
    return _("Override of %(gate)s") % {"gate": reading.key}
