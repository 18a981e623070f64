"""What can be wrong with the chain, and what it means for whoever reads it."""

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    CHANGED = "changed"
    BROKEN = "broken"
    REMOVED = "removed"
    CUT = "cut"
    BEYOND = "beyond"
    HEAD = "head"
    OTHER_CHAIN = "other_chain"


#: What each kind means for whoever reads it.
MEANINGS = {
    FaultKind.CHANGED: "its content does not give its seal: it was changed, or put here from another place",
    FaultKind.BROKEN: "it does not follow the entry before it: one of the two was exchanged or sealed anew",
    FaultKind.REMOVED: "entries were removed",
    FaultKind.CUT: "the end of the chain was cut off",
    FaultKind.BEYOND: "entries follow that the head does not know: they were put in beside the product",
    FaultKind.HEAD: "the head bears another seal than the last entry",
    FaultKind.OTHER_CHAIN: "the seal is not the one that was written down: the chain was rewritten",
}


@dataclass(frozen=True)
class Fault:
    """What is wrong at a number: what must be there, and what is."""

    kind: FaultKind
    number: int
    expected: str
    found: str

    def __str__(self) -> str:
        meaning = MEANINGS[self.kind]
        return f"entry {self.number}: {meaning}. Expected {self.expected}; found {self.found}."
