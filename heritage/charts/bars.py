"""Bars as plain values: single ones on a common scale, and one that is cut into its parts."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

Counted = tuple[str, str | Promise, int]  # key, label, how many


@dataclass(frozen=True)
class Segment:
    """A part of a bar. `at` and `width` are lengths of SVG, in per cent of the bar."""

    key: str
    label: str | Promise
    count: int
    at: str
    width: str
    url: str = ""


@dataclass(frozen=True)
class Bar:
    """A bar of its own; `width` in per cent of the largest."""

    key: str
    label: str | Promise
    count: int
    width: str
    url: str = ""


def stacked(parts: Iterable[Counted], urls: dict[str, str] | None = None) -> tuple[Segment, ...]:
    """Return the parts of one bar side by side, in their order, those of nothing with no width."""
    rows = list(parts)
    total = sum(count for _key, _label, count in rows) or 1
    segments, before = [], 0
    for key, label, count in rows:
        at, width = _share(before, total), _share(count, total)
        segments.append(Segment(key, label, count, at, width, (urls or {}).get(key, "")))
        before += count
    return tuple(segments)


def bars(rows: Iterable[tuple[str, str | Promise, int, str]], *, whole: int | None = None) -> tuple[Bar, ...]:
    """Return bars of keys, labels, counts and addresses, measured by `whole` or else by the largest."""
    found = list(rows)
    scale = whole if whole is not None else max((row[2] for row in found), default=0)
    return tuple(Bar(key, label, count, _share(count, scale or 1), url) for key, label, count, url in found)


def _share(count: int, of: int) -> str:
    return f"{100 * count / of:.2f}".rstrip("0").rstrip(".") + "%"
