"""The gates of a case drawn as railway signals, with the enterprise as a train among them."""

from dataclasses import dataclass

from heritage.gates import GateReading
from heritage.lifecycles.relocation import CASE
from heritage.models.enterprises import RelocationStage
from heritage.models.gate_overrides import GateKey

#: Where each signal stands along the track, in hundredths of its length.
SIGNALS = dict(zip(GateKey.values, (16, 31, 52, 66, 80, 93), strict=True))
#: Where the train stands; of an unknown stage nothing is drawn.
TRAIN: dict[str, float] = {
    RelocationStage.PLANNED: 7,
    RelocationStage.SURVEY_REQUIRED: 7,
    RelocationStage.SURVEY_CLEARED: 23.5,
    RelocationStage.ALLOWED: 41.5,
    RelocationStage.RELOCATING: 41.5,
    RelocationStage.VACATED: 41.5,
    RelocationStage.REUSE_ALLOWED: 73,
}
SLEEPERS = tuple(step * 1.25 for step in range(81))


@dataclass(frozen=True)
class Signal:
    """A gate and where it stands."""

    gate: GateReading
    at: str


@dataclass(frozen=True)
class Track:
    """What the drawing shows. Positions are lengths of SVG, in per cent of the width."""

    signals: tuple[Signal, ...]
    train_at: str
    train_label: str
    sleepers: tuple[str, ...] = tuple(f"{step:g}%" for step in SLEEPERS)


def signals_of(stage: str, gates: tuple[GateReading, ...]) -> Track:
    """Return the drawing of a case at this stage with these gates."""
    place = TRAIN.get(stage)
    return Track(
        tuple(Signal(gate, f"{SIGNALS[gate.key]}%") for gate in gates),
        train_at="" if place is None else f"{place:g}%",
        train_label=CASE.label_of(stage),
    )
