"""When a case turns red: a step is due, or has gone by, while a gate it needs is closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from heritage.gates.evidence import Evidence
from heritage.gates.readings import GateReading
from heritage.lifecycles.relocation import CASE, gates_ahead, gates_behind


@dataclass(frozen=True)
class Alarm:
    """A planned step that its closed gates put at risk."""

    stage: str
    label: str
    planned_on: date
    is_late: bool
    gates: tuple[GateReading, ...]


def alarms_of(
    evidence: Evidence, gates: Iterable[GateReading], *, today: date, warning_days: int
) -> tuple[Alarm, ...]:
    """Return the planned steps that are past or within `warning_days` and cannot be made, the earliest first.

    A step waits for every gate that the case has still to pass on its way there. One that is reached rings no
    more.
    """
    closed = {gate.key: gate for gate in gates if not gate.is_passable}
    last_day = today + timedelta(days=warning_days)
    rung = []
    for step in evidence.steps:
        ahead = gates_ahead(step.stage, at=evidence.stage)
        shut = tuple(closed[key] for key in ahead if key in closed)
        if shut and step.planned_on <= last_day:
            label = CASE.label_of(step.stage)
            rung.append(Alarm(step.stage, label, step.planned_on, step.planned_on < today, shut))
    return tuple(sorted(rung, key=lambda alarm: alarm.planned_on))


def passed_without_record(evidence: Evidence, gates: Iterable[GateReading]) -> tuple[GateReading, ...]:
    """Return the closed gates that the case has behind it: nobody has shown that they were ever open."""
    behind = gates_behind(evidence.stage)
    return tuple(gate for gate in gates if gate.key in behind and not gate.is_passable)
