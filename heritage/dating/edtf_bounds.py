"""The EDTF values used here, their parts, and the first and last day they may mean.

The `edtf` library reads one date (2–5 ms, hence the cache); intervals and sets are taken apart here,
because it cannot read `../195X` or `195X~/1960` and answers infinity for an open end.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from edtf import EDTFParseException, parse_edtf

from heritage.dating.errors import PeriodError

#: Where a beginning is open: the first day of the modern period of the census dating standard.
OPEN_BEGINNING = date(1840, 1, 1)
LAST_YEAR = 2100
OPEN, UNKNOWN = "..", ""
WINTER = "24"

_ONE_DATE = re.compile(r"(?:\d{4}(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?|\d{3}X|\d\dXX)(?P<qualifier>[~?%]?)")


@dataclass(frozen=True)
class Parts:
    """An EDTF value taken apart.

    ``kind`` is date, interval, one_of (``[…]``) or all_of (``{…}``). ``members`` are single dates,
    ``..`` for an open end, empty for an unknown one; a ``one_of`` range has ``is_range``.
    """

    kind: str
    members: tuple[str, ...]
    is_range: bool = False

    @property
    def edtf(self) -> str:
        """Return the value put together again."""
        if self.kind == "date":
            return self.members[0]
        if self.kind == "interval":
            return "/".join(self.members)
        opening, closing = ("[", "]") if self.kind == "one_of" else ("{", "}")
        if not self.is_range:
            return opening + ",".join(self.members) + closing
        first, last = self.members
        return f"{opening}{'' if first == OPEN else first}..{'' if last == OPEN else last}{closing}"


@lru_cache(maxsize=8192)
def take_apart(edtf: str) -> Parts:
    """Return the parts of an EDTF value, or raise ``PeriodError`` if it is not one used here."""
    if edtf[:1] in ("[", "{") and edtf[-1:] == {"[": "]", "{": "}"}[edtf[0]]:
        parts = _take_set_apart(edtf)
    elif "/" in edtf:
        parts = Parts("interval", tuple(edtf.split("/")))
    else:
        parts = Parts("date", (edtf,))
    if parts.kind in ("one_of", "all_of") and "X" in edtf:
        raise PeriodError("not_edtf", edtf)
    dated = [member for member in parts.members if member not in (OPEN, UNKNOWN)]
    if not dated or (parts.kind == "interval" and len(parts.members) > 2):
        raise PeriodError("not_edtf", edtf)
    for member in dated:
        _day_range(member)
    if parts.kind == "interval" or parts.is_range:
        _refuse_reversed(parts)
    return parts


def _take_set_apart(edtf: str) -> Parts:
    kind = "one_of" if edtf[0] == "[" else "all_of"
    inner = edtf[1:-1]
    if OPEN in inner:
        first, _, last = inner.partition(OPEN)
        return Parts(kind, (first or OPEN, last or OPEN), is_range=True)
    members = tuple(member.strip() for member in inner.split(","))
    if "" in members:
        raise PeriodError("not_edtf", edtf)
    return Parts(kind, members)


def _refuse_reversed(parts: Parts) -> None:
    first, last = parts.members
    if first in (OPEN, UNKNOWN) or last in (OPEN, UNKNOWN):
        return
    if _day_range(first)[0] > _day_range(last)[1]:
        raise PeriodError("reversed", parts.edtf)


@lru_cache(maxsize=8192)
def _day_range(member: str) -> tuple[date, date]:
    """Return the first and the last day of one date; a qualifier does not widen it."""
    match = _ONE_DATE.fullmatch(member)
    if match is None:
        raise PeriodError("not_edtf", member)
    if not 1 <= int(member[:4].replace("X", "1")) <= LAST_YEAR:
        raise PeriodError("year_out_of_range", member[:4])
    try:
        parsed = parse_edtf(member)
        first, last = date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])
    except (EDTFParseException, ValueError) as error:
        raise PeriodError("not_edtf", member) from error
    if member[5:7] == WINTER:
        # The library ends winter with December; the winter of a year runs on to February.
        last = date(first.year + 1, 3, 1) - timedelta(days=1)
    return first, last


def bounds(edtf: str, *, today: date | None = None) -> tuple[date, date]:
    """Return the first and the last day that an EDTF value may mean, both finite.

    An open or unknown end is bounded by ``today`` (the day of asking unless given): what lasts “to
    now” lasts at least to the day it was read. An open beginning is bounded by 1 January 1840, or by
    the first day of its end if that is earlier. Raises ``PeriodError`` for what is not EDTF.
    """
    parts = take_apart(edtf)
    ranges = [_day_range(member) for member in parts.members if member not in (OPEN, UNKNOWN)]
    earliest = min(first for first, _ in ranges)
    latest = max(last for _, last in ranges)
    if parts.members[0] in (OPEN, UNKNOWN):
        earliest = min(OPEN_BEGINNING, earliest)
    if parts.members[-1] in (OPEN, UNKNOWN):
        latest = max(today or date.today(), latest)
    return earliest, latest


def is_approximate(edtf: str) -> bool:
    """Say whether any part of the value is approximate (``~`` or ``%``)."""
    return "~" in edtf or "%" in edtf


def is_uncertain(edtf: str) -> bool:
    """Say whether any part of the value is uncertain (``?`` or ``%``)."""
    return "?" in edtf or "%" in edtf


def qualify(member: str, qualifier: str) -> str:
    """Return one date with a qualifier (``~``, ``?``) added to what it already carries."""
    if member in (OPEN, UNKNOWN) or not qualifier:
        return member
    bare, old = (member[:-1], member[-1]) if member[-1] in "~?%" else (member, "")
    both = {old, qualifier} - {""}
    return bare + (both.pop() if len(both) == 1 else "%")


def qualify_all(edtf: str, qualifier: str) -> str:
    """Return the value with a qualifier added to each of its dates."""
    parts = take_apart(edtf)
    members = tuple(qualify(member, qualifier) for member in parts.members)
    return Parts(parts.kind, members, parts.is_range).edtf
