"""Where each duty of one designation stands: done, due, late, or without a last day, and why without."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from heritage.lifecycles.duties import HAVES, Duty, duties_at
from heritage.models import FulfilledDuty


class DutyState(TextChoices):
    """OPEN: the law gives no term. UNDATED: it does, but the day of the announcement is not known."""

    DONE = "done", pgettext_lazy("duty", "Done")
    DUE = "due", pgettext_lazy("duty", "Due")
    LATE = "late", pgettext_lazy("duty", "Late")
    OPEN = "open", pgettext_lazy("duty", "To do, no term")
    UNDATED = "undated", pgettext_lazy("duty", "To do, last day not known")


@dataclass(frozen=True)
class DutyEvidence:
    """What is known of one designation: its level, the day of its announcement, and what was done.

    `done_on`: duty → first day on which it was done. `rows`: duty → the rows that say so, where they are
    wanted.
    """

    level: str
    announced_on: date | None
    done_on: Mapping[str, date] = field(default_factory=dict)
    rows: Mapping[str, tuple[FulfilledDuty, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class DutyReading:
    """One duty of one designation on one day."""

    duty: Duty
    state: DutyState
    due_on: date | None
    done_on: date | None
    today: date
    evidence: tuple[FulfilledDuty, ...] = ()

    @property
    def key(self) -> str:
        return self.duty.key

    @property
    def label(self) -> str | Promise:
        return self.duty.label

    @property
    def is_done(self) -> bool:
        return self.state == DutyState.DONE

    @property
    def is_have(self) -> bool:
        """Whether it is one of the four; the filing of the announcement is not."""
        return self.key in HAVES

    @property
    def days_left(self) -> int | None:
        """Days until the last day, below nought once it is past; None when done or without a last day."""
        if self.is_done or self.due_on is None:
            return None
        return (self.due_on - self.today).days

    @property
    def days_late(self) -> int:
        """By how many days the term is past, or was past when it was done at last."""
        until = self.done_on or self.today
        return max((until - self.due_on).days, 0) if self.due_on else 0


def read_duties(evidence: DutyEvidence, *, today: date) -> tuple[DutyReading, ...]:
    """Return the duties of a designation in their order, each computed from the evidence alone."""
    readings = []
    for owed in duties_at(evidence.level, approved_on=evidence.announced_on):
        done_on = evidence.done_on.get(owed.duty.key)
        state = _state_of(owed.duty, owed.due_on, done_on, today)
        rows = evidence.rows.get(owed.duty.key, ())
        readings.append(DutyReading(owed.duty, state, owed.due_on, done_on, today, rows))
    return tuple(readings)


def is_complete(readings: Iterable[DutyReading]) -> bool:
    """Whether all haves that are asked are there; False where none is asked."""
    haves = [reading.is_done for reading in readings if reading.is_have]
    return bool(haves) and all(haves)


def _state_of(duty: Duty, due_on: date | None, done_on: date | None, today: date) -> DutyState:
    if done_on is not None:
        return DutyState.DONE
    if duty.years is None:
        return DutyState.OPEN
    if due_on is None:
        return DutyState.UNDATED
    return DutyState.LATE if due_on < today else DutyState.DUE
