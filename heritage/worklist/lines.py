"""Sections of the work list as a page writes them: with the division in words, and what is late marked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from heritage.dashboard.scope import Desk
from heritage.worklist.board import Section
from heritage.worklist.entries import Entry


@dataclass(frozen=True)
class Line:
    """A row; `division` is blank where the officer has only one."""

    entry: Entry
    division: str
    is_late: bool


def lines_of(sections: Iterable[Section], desk: Desk, *, today: date) -> list[tuple[Section, list[Line]]]:
    """Return each section with its lines."""
    names = desk.names if len(desk.divisions) > 1 else {}
    return [(section, [_line(entry, names, today) for entry in section.entries]) for section in sections]


def _line(entry: Entry, names: dict[int, str], today: date) -> Line:
    is_late = entry.due_on is not None and entry.due_on < today
    return Line(entry, names.get(entry.collection_id, ""), is_late)
