"""The work list as it is shown: sections with true counts and their first rows, and pages of one section."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode

from heritage.dashboard.scope import Desk
from heritage.worklist.dating import Span, When, span_of
from heritage.worklist.entries import Entry, Kind
from heritage.worklist.kinds import KINDS

DATED = tuple(kind for kind in KINDS if kind.is_dated)
WAITING = tuple(kind for kind in KINDS if not kind.is_dated)


@dataclass(frozen=True)
class Section:
    """Part of the list: how many there are in truth, the first of them, and where all of them are."""

    key: str
    label: str | Promise
    count: int
    entries: tuple[Entry, ...]
    url: str

    @property
    def left_over(self) -> int:
        return max(0, self.count - len(self.entries))


def board_of(desk: Desk, *, today: date, most: int) -> tuple[Section, ...]:
    """Return every section, the empty ones too: what is late or due first, then what waits.

    Rows are asked for where there are any: more of them make no more queries.
    """
    return (
        *(_section_by_day(desk, when, today, most) for when in When),
        *(_section_of_kind(desk, kind, today, most) for kind in WAITING),
    )


def _section_by_day(desk: Desk, when: When, today: date, most: int) -> Section:
    span = span_of(when, today)
    counts = {kind.key: kind.count(desk, span) for kind in DATED}
    entries = _first([kind for kind in DATED if counts[kind.key]], desk, span, most)
    return Section(when.value, when.label, sum(counts.values()), tuple(entries), address(when=when.value))


def _section_of_kind(desk: Desk, kind: Kind, today: date, most: int) -> Section:
    ever = Span(None, today)
    count = kind.count(desk, ever)
    entries = kind.find(desk, ever, most) if count else []
    return Section(kind.key, kind.label, count, tuple(entries), address(kind=kind.key))


def _first(kinds: Iterable[Kind], desk: Desk, span: Span, most: int) -> list[Entry]:
    """The most urgent rows of several kinds."""
    found = [entry for kind in kinds for entry in kind.find(desk, span, most)]
    return sorted(found, key=lambda entry: (entry.due_on or span.until, entry.title))[:most]


def page_of(
    desk: Desk, *, kind: Kind | None, when: When | None, today: date, start: int, stop: int
) -> tuple[int, list[Entry]]:
    """Return how many rows one kind, one time or both have, and a stretch of them in the order of urgency.

    Of dated rows without a time: all that are due until thirty days from today.
    """
    kinds = (kind,) if kind else DATED
    span = span_of(when, today) if when else Span(None, span_of(When.LATER, today).until)
    count = sum(each.count(desk, span) for each in kinds)
    if kind and not kind.is_dated:
        return count, kind.find(desk, span, stop)[start:]
    return count, _first(kinds, desk, span, stop)[start:]


def deadlines_of(desk: Desk, *, span: Span, most: int) -> list[Entry]:
    """Return what falls due within a span, the earliest first."""
    return _first(DATED, desk, span, most)


def address(**chosen: str) -> str:
    """The page of work, narrowed to a kind or a time."""
    page = reverse("heritage_work")
    return f"{page}?{urlencode(chosen)}" if chosen else page
