"""Lifecycle C, interventions 涉建审批: one table for each row of heritage.lifecycles.rulings.

An application is decided on by the authority of its row, after the opinion that the row asks for; what is
only filed ends in the files. What cannot be applied for has a table in which nothing but the reason stands.
"""

from collections.abc import Iterator
from functools import cache

from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from heritage.lifecycles.identities import Identity
from heritage.lifecycles.inapplicable import REASONS
from heritage.lifecycles.intervention_papers import (
    ACCEPTANCE,
    ACCEPTED_BY,
    AGREED,
    APPLICATION,
    CARRIED_OUT_BY,
    COMPLETION,
    CONSENT,
    DECISION,
    FILING,
    HAPPENED_IN_ORDER,
    OPINION,
)
from heritage.lifecycles.machine import Lifecycle, Need, State, Transition
from heritage.lifecycles.rights import INTERVENING
from heritage.lifecycles.rulings import RULINGS, Ruling, ruling_of
from heritage.models.decrees import Authority
from heritage.models.interventions import InterventionKind, InterventionState

S = InterventionState
MOVES = {
    "submit": _("Submit the application"),
    "hear": _("Enter the opinion"),
    "approve": _("Enter the approval"),
    "reject": _("Enter the refusal"),
    "file": _("Enter the filing"),
    "start": _("Record the beginning"),
    "complete": _("Record the completion"),
    "verify": _("Record the acceptance"),
}
FINAL = frozenset({S.REJECTED, S.VERIFIED})
#: It may be done: approved, and whatever follows.
ALLOWED = (S.APPROVED, S.EXECUTING, S.COMPLETED, S.VERIFIED)
#: It is being done, or is done: what became of the thing is to be recorded.
BEGUN = (S.EXECUTING, S.COMPLETED, S.VERIFIED)


def ended() -> Q:
    """The applications of which nothing more is to be done: decided against, accepted, or filed."""
    filings = Q(pk__in=())
    for (kind, identity), ruling in RULINGS.items():
        if ruling.is_filing:
            filings |= Q(kind=kind.value, level=identity.value, state=S.APPROVED)
    return Q(state__in=FINAL) | filings


@cache
def table_of(kind: str, identity: str) -> Lifecycle:
    """Return the table of an application of this kind about what is this in law."""
    ruling = ruling_of(kind, identity)
    label = format_lazy("{} · {}", InterventionKind(kind).label, Identity(identity).label)
    if ruling is None:
        return _closed(kind, identity, label)
    on_file = {S.APPROVED: _("On file")} if ruling.is_filing else {}
    final = {S.APPROVED} if ruling.is_filing else FINAL
    return Lifecycle(
        key="intervention",
        label=label,
        states=tuple(
            State(state.value, on_file.get(state, state.label), ruling.article, is_final=state in final)
            for state in S
        ),
        transitions=tuple(_filed(ruling) if ruling.is_filing else _decided(ruling)),
        move_labels=MOVES,
    )


def _row(
    ruling: Ruling,
    move: str,
    origin: str,
    target: str,
    needs: tuple[Need, ...],
    authorities: tuple[Authority, ...] = (),
    accepts: tuple[str, ...] = (),
) -> Transition:
    return Transition(move, origin, target, ruling.article, needs, INTERVENING, authorities, accepts=accepts)


def _decided(ruling: Ruling) -> Iterator[Transition]:
    """An application that is decided on, and what is done by its approval."""
    decides = (ruling.authority,)
    yield _row(ruling, "submit", S.DRAFT, S.SUBMITTED, (APPLICATION, *ruling.submitting))
    if ruling.heard:
        heard = (OPINION, AGREED, HAPPENED_IN_ORDER)
        yield _row(ruling, "hear", S.SUBMITTED, S.SUPERIOR_OPINION, heard, ruling.heard)
    ready = S.SUPERIOR_OPINION if ruling.heard else S.SUBMITTED
    agreed: tuple[Need, ...] = (*DECISION, CONSENT) if ruling.heard else DECISION
    yield _row(ruling, "approve", ready, S.APPROVED, agreed, decides, ("conditions",))
    yield _row(ruling, "reject", ready, S.REJECTED, DECISION, decides)
    begun = (CARRIED_OUT_BY, HAPPENED_IN_ORDER, *ruling.starting)
    yield _row(ruling, "start", S.APPROVED, S.EXECUTING, begun)
    done = (COMPLETION, HAPPENED_IN_ORDER, *ruling.completing)
    yield _row(ruling, "complete", S.EXECUTING, S.COMPLETED, done)
    accepted = (ACCEPTANCE, ACCEPTED_BY, HAPPENED_IN_ORDER)
    yield _row(ruling, "verify", S.COMPLETED, S.VERIFIED, accepted)


def _filed(ruling: Ruling) -> Iterator[Transition]:
    """What nobody decides on: it is reported, and the receipt kept."""
    yield _row(ruling, "submit", S.DRAFT, S.SUBMITTED, (APPLICATION, *ruling.submitting))
    filed = (FILING, HAPPENED_IN_ORDER)
    yield _row(ruling, "file", S.SUBMITTED, S.APPROVED, filed, (ruling.authority,))


def _closed(kind: str, identity: str, label) -> Lifecycle:
    needed, article = REASONS[InterventionKind(kind), Identity(identity)]
    reason = Need("applies", needed, lambda papers: False, is_of_record=True)
    return Lifecycle(
        key="intervention",
        label=label,
        states=tuple(State(state.value, state.label, article) for state in S),
        transitions=(Transition("submit", S.DRAFT, S.SUBMITTED, article, (reason,), INTERVENING),),
        move_labels=MOVES,
    )
