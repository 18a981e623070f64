"""The year within which the four haves are due, as a line with its days: announced, due, today."""

from dataclasses import dataclass
from datetime import date

#: Hundredths of the width, so that the first and the last label stay on the sheet.
FIRST, LAST = 2.0, 98.0


@dataclass(frozen=True)
class TermLine:
    """Positions are lengths of SVG, in per cent of the width.

    `is_past`: the last day is behind; `is_late`: and something is not done.
    """

    announced_on: date
    due_on: date
    today: date
    due_at: str
    today_at: str
    is_past: bool
    is_late: bool

    @property
    def is_today_past_middle(self) -> bool:
        return float(self.today_at.removesuffix("%")) > (FIRST + LAST) / 2

    @property
    def is_due_past_middle(self) -> bool:
        return float(self.due_at.removesuffix("%")) > (FIRST + LAST) / 2


def term_line(
    announced_on: date | None, due_on: date | None, today: date, *, is_done: bool
) -> TermLine | None:
    """Return the line to scale; None where a day is not known, or is still to come."""
    if announced_on is None or due_on is None or today < announced_on:
        return None
    days = (max(due_on, today) - announced_on).days
    return TermLine(
        announced_on,
        due_on,
        today,
        due_at=_at((due_on - announced_on).days / days),
        today_at=_at((today - announced_on).days / days),
        is_past=due_on < today,
        is_late=due_on < today and not is_done,
    )


def _at(share: float) -> str:
    return f"{FIRST + (LAST - FIRST) * share:.2f}%"
