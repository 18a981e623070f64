"""One line of a history: an act with who did it, on what grounds, and what it changed."""

from dataclasses import dataclass
from datetime import datetime

from heritage.history.wording import Change


@dataclass(frozen=True)
class Step:
    """A revision, and the one before it with which it is compared; None for the first."""

    revision: int
    before: int | None


@dataclass(frozen=True)
class Entry:
    """`who_id` and `who`: None and blank where a command did it. `step`: what is still to be compared."""

    at: datetime
    act: str
    who: str = ""
    who_id: int | None = None
    grounds: str = ""
    changes: tuple[Change, ...] = ()
    step: Step | None = None

    @property
    def names(self) -> frozenset[str]:
        """The names of what it changed, where no revisions are to be compared for that."""
        return frozenset(change.name for change in self.changes)
