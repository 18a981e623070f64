"""Where a gate stands, by its items: open, closed for want of something, overridden, or not asked for."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from heritage.gates.conditions import GATES, Gate, Item
from heritage.gates.evidence import Evidence, OverrideFacts


class GateState(TextChoices):
    OPEN = "open", pgettext_lazy("gate", "Open")
    OVERRIDDEN = "overridden", _("Overridden")
    PARTIAL = "partial", _("Papers missing")
    NO_RECORD = "no_record", _("No record")
    IDLE = "idle", _("Not asked for")


#: A step may go through these.
PASSABLE = frozenset({GateState.OPEN, GateState.OVERRIDDEN, GateState.IDLE})


@dataclass(frozen=True)
class GateReading:
    """A gate of one case: its state, the items it asks for, and who overrode it."""

    gate: Gate
    state: GateState
    items: tuple[Item, ...]
    overrides: tuple[OverrideFacts, ...]

    @property
    def key(self) -> str:
        return self.gate.key

    @property
    def label(self) -> str | Promise:
        return self.gate.label

    @property
    def is_passable(self) -> bool:
        return self.state in PASSABLE

    @property
    def missing(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if not item.is_met)

    @property
    def reason(self) -> str:
        """Why the gate stands so, in one sentence of the current language."""
        if self.state == GateState.OPEN:
            return _now("All that it asks for is there.")
        if self.state == GateState.IDLE:
            return str(self.gate.idle)
        return _now("Missing: %(items)s.") % {"items": "；".join(item.label for item in self.missing)}


def read_gates(evidence: Evidence) -> tuple[GateReading, ...]:
    """Return the six gates of a case in their order, each computed from the evidence alone."""
    return tuple(_read(gate, evidence) for gate in GATES)


def _read(gate: Gate, evidence: Evidence) -> GateReading:
    items = gate.asks(evidence)
    overrides = tuple(row for row in evidence.overrides if row.gate == gate.key)
    return GateReading(gate, _state_of(items, is_overridden=bool(overrides)), items, overrides)


def _state_of(items: tuple[Item, ...], *, is_overridden: bool) -> GateState:
    if not items:
        return GateState.IDLE
    if all(item.is_met for item in items):
        return GateState.OPEN
    if is_overridden:
        return GateState.OVERRIDDEN
    return GateState.PARTIAL if any(item.is_met for item in items) else GateState.NO_RECORD
