"""The gates of many cases at once: for lists, filters, counts and files."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from heritage.gates.deadlines import Alarm, alarms_of
from heritage.gates.readings import GateReading, GateState, read_gates
from heritage.gates.records import evidence_of
from heritage.models import RelocationCase
from heritage.models.gate_overrides import GateKey

#: Gates are computed from evidence and never stored, so that counting them means reading every case. Document
#: 29 names thirteen; of more than this many only the first are read, and whoever counts them says so.
MOST_CASES = 1000


@dataclass(frozen=True)
class CaseReading:
    """A case with its gates and its alarms, as they are today."""

    case: RelocationCase
    gates: tuple[GateReading, ...]
    alarms: tuple[Alarm, ...]

    @property
    def in_words(self) -> dict[str, str]:
        """Each gate with its state and why it stands so, by its key."""
        return {reading.key: f"{reading.state.label}：{reading.reason}" for reading in self.gates}

    @property
    def alarm_words(self) -> str:
        return "；".join(f"{alarm.label} {alarm.planned_on:%Y-%m-%d}" for alarm in self.alarms)

    def state_of(self, gate: str) -> GateState:
        return next(reading.state for reading in self.gates if reading.key == gate)

    def is_closed(self, gate: str) -> bool:
        return not next(reading for reading in self.gates if reading.key == gate).is_passable

    @property
    def is_late(self) -> bool:
        return any(alarm.is_late for alarm in self.alarms)


def read_cases(
    cases: Iterable[RelocationCase], *, reader: User | None = None, today: date | None = None
) -> list[CaseReading]:
    """Read gates and alarms of cases, which come with their enterprise, in a constant number of queries."""
    cases = list(cases)
    evidence = evidence_of(cases, reader=reader)
    found = []
    for case in cases:
        gates = read_gates(evidence[case.pk])
        alarms = alarms_of(
            evidence[case.pk],
            gates,
            today=today or timezone.localdate(),
            warning_days=settings.HERITAGE_GATE_WARNING_DAYS,
        )
        found.append(CaseReading(case, gates, alarms))
    return found


def read_first_cases(cases: QuerySet[RelocationCase]) -> tuple[list[CaseReading], bool]:
    """Read no more than MOST_CASES of these cases; also say whether there are more."""
    rows = list(cases.select_related("enterprise").order_by("pk")[: MOST_CASES + 1])
    return read_cases(rows[:MOST_CASES]), len(rows) > MOST_CASES


#: What a list of cases may be narrowed to: a gate with one of its states, or closed in whatever way.
CLOSED = "closed"
GATE_CHOICES = tuple(
    (f"{gate}-{key}", gate, key) for gate in GateKey.values for key in (CLOSED, *GateState.values)
)


def stands(reading: CaseReading, gate: str, key: str) -> bool:
    """Return whether a gate of the case stands so; `key` is a GateState or CLOSED."""
    return reading.is_closed(gate) if key == CLOSED else reading.state_of(gate) == key
