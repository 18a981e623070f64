"""The gates of a relocation case: computed from evidence whenever they are asked for, never stored."""

from heritage.gates.conditions import GATES, Item
from heritage.gates.deadlines import Alarm, alarms_of
from heritage.gates.evidence import Evidence
from heritage.gates.readings import GateReading, GateState, read_gates
from heritage.gates.records import evidence_of

__all__ = [
    "GATES",
    "Alarm",
    "Evidence",
    "GateReading",
    "GateState",
    "Item",
    "alarms_of",
    "evidence_of",
    "read_gates",
]
