"""A building dimensioned in years: 45° ticks on an axis, extension lines, chained spans, eras below.

The SVG has no viewBox: x is in per cent and type has a fixed size, so nothing shrinks on a narrow screen.
Under 720 px the page shows the same events as a list, which is also the form for readers without images.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

# (first year, last year, name). No standard gives these bounds: they are ours, and only drawn.
ERAS = (
    (1840, 1911, gettext_lazy("late Qing")),
    (1912, 1931, gettext_lazy("Republic")),
    (1932, 1945, gettext_lazy("Manchukuo")),
    (1953, 1957, gettext_lazy("1st plan")),
    (1958, 1962, gettext_lazy("2nd plan")),
    (1964, 1980, gettext_lazy("Third Front")),
)

MARGIN = 2.0
# Labels are set so that they do not touch on the narrowest drawing shown, in px.
NARROWEST = 546
LATIN_WIDTH, HAN_WIDTH = 7.2, 13
ROW_HEIGHT = 22
ERA_LABEL_SHARE = 5.0
SPAN_LABEL_SHARE = 9.0


@dataclass(frozen=True)
class Moment:
    """An event with a place in time; ``earliest == latest`` where the source names one year."""

    label: str
    period: str
    earliest: int
    latest: int
    is_about: bool

    @property
    def middle(self) -> float:
        return (self.earliest + self.latest) / 2


@dataclass(frozen=True)
class Axis:
    """Years laid on 100 per cent of a width, in whole tick steps."""

    first: int
    last: int
    step: int

    def at(self, year: float) -> float:
        return MARGIN + (100 - 2 * MARGIN) * (year - self.first) / (self.last - self.first)

    @property
    def ticks(self) -> range:
        return range(self.first, self.last + 1, self.step)


@dataclass(frozen=True)
class Label:
    moment: Moment
    row: int
    is_left: bool
    """Written to the left of its extension line, so that it stays inside the drawing."""


def timeline_svg(events: Iterable[Mapping[str, Any]], today: date) -> SafeString:
    """Events that have years, on one axis that ends no earlier than the decade of ``today``.

    Each event has ``label``, ``period``, ``earliest_year``, ``latest_year`` and ``is_approximate``.
    Those without a year are left to the list. Answers "" where fewer than two have one: one point
    measures nothing.
    """
    moments = _moments(events)
    if len(moments) < 2:
        return SafeString("")
    axis = _axis(moments, today)
    labels = _label_rows(moments, axis)
    head = (1 + max(label.row for label in labels)) * ROW_HEIGHT
    chain, line = head + 16, head + 40
    parts = [
        *_eras(axis, line + 28),
        f'<line class="ax" x1="{_x(MARGIN)}" x2="{_x(100 - MARGIN)}" y1="{line}" y2="{line}"/>',
        *_ticks(axis, line),
        *_spans(moments, axis, chain),
        *(part for label in labels for part in _mark(label, axis, chain, line)),
    ]
    summary = "; ".join(f"{moment.period} {moment.label}" for moment in moments)
    return SafeString(
        f'<svg class="chart dimchain" height="{line + 50}" role="img">'
        f"<title>{escape(_('Dimensioned in years: %(events)s') % {'events': summary})}</title>"
        f"{''.join(parts)}</svg>"
    )


def _moments(events: Iterable[Mapping[str, Any]]) -> list[Moment]:
    found = []
    for event in events:
        earliest, latest = event["earliest_year"], event["latest_year"]
        if earliest is None and latest is None:
            continue
        first, last = earliest if earliest is not None else latest, latest if latest is not None else earliest
        is_about = bool(event["is_approximate"]) or earliest is None or latest is None
        found.append(Moment(str(event["label"]), str(event["period"]), first, last, is_about))
    return sorted(found, key=lambda moment: (moment.earliest, moment.latest))


def _axis(moments: Sequence[Moment], today: date) -> Axis:
    first, last = moments[0].earliest, max(today.year, *(moment.latest for moment in moments))
    step = next((step for step in (10, 20, 50, 100, 200) if (last - first) / step <= 12), 500)
    start = (first - step // 5) // step * step
    end = -(-(last + 1) // step) * step
    return Axis(start, end, step)


def _label_rows(moments: Sequence[Moment], axis: Axis) -> list[Label]:
    """The lowest free row for each label, taken from the right so that extension lines do not cross words."""
    rows: list[list[tuple[float, float]]] = []
    labels = []
    for moment in reversed(moments):
        x = axis.at(moment.middle) * NARROWEST / 100
        width = _width(moment.period) + 6 + _width(moment.label) + 12
        is_left = x + width > NARROWEST or (x > NARROWEST * 0.7 and x > width)
        box = (x - width, x) if is_left else (x, x + width)
        row = next((i for i, taken in enumerate(rows) if _is_free(box, taken)), len(rows))
        if row == len(rows):
            rows.append([])
        rows[row].append(box)
        labels.append(Label(moment, row, is_left))
    top = len(rows) - 1
    return [Label(label.moment, top - label.row, label.is_left) for label in reversed(labels)]


def _is_free(box: tuple[float, float], taken: Iterable[tuple[float, float]]) -> bool:
    return all(box[1] <= left or box[0] >= right for left, right in taken)


def _width(words: str) -> float:
    return sum(LATIN_WIDTH if ord(sign) < 0x2E80 else HAN_WIDTH for sign in words)


def _x(per_cent: float) -> str:
    return f"{per_cent:.2f}%"


def _eras(axis: Axis, y: int) -> Iterable[str]:
    for first, last, name in ERAS:
        left, right = axis.at(max(first, axis.first)), axis.at(min(last + 1, axis.last))
        if right <= left:
            continue
        width = _x(max(right - left - 0.15, 0.1))
        yield f'<rect class="era" x="{_x(left)}" width="{width}" y="{y}" height="20"/>'
        if right - left >= _width(str(name)) / NARROWEST * 100:
            middle = _x((left + right) / 2)
            yield f'<text class="t-era" x="{middle}" y="{y + 15}" text-anchor="middle">{escape(name)}</text>'


def _ticks(axis: Axis, line: int) -> Iterable[str]:
    for i, year in enumerate(axis.ticks):
        x = _x(axis.at(year))
        yield f'<line class="hl" x1="{x}" x2="{x}" y1="{line}" y2="{line + 7}"/>'
        if len(axis.ticks) <= 7 or i % 2 == 0:
            yield f'<text x="{x}" y="{line + 22}" text-anchor="middle">{year}</text>'


def _spans(moments: Sequence[Moment], axis: Axis, chain: int) -> Iterable[str]:
    """The chain of dimensions; a span too short for its figure is drawn without one."""
    for before, after in pairwise(moments):
        left, right = axis.at(before.middle), axis.at(after.middle)
        if right - left < 0.1:
            continue
        is_about = before.is_about or after.is_about or before.earliest != before.latest
        css = "dash" if is_about else "dim"
        yield f'<line class="{css}" x1="{_x(left)}" x2="{_x(right)}" y1="{chain}" y2="{chain}"/>'
        if right - left >= SPAN_LABEL_SHARE:
            words = years_between(before.middle, after.middle, is_about=is_about)
            yield (
                f'<text class="t-words t-halo" x="{_x((left + right) / 2)}" y="{chain - 4}"'
                f' text-anchor="middle">{escape(words)}</text>'
            )


def years_between(first: float, last: float, *, is_about: bool) -> str:
    """“83 years”, or “about 83 years” where either end is not certain."""
    count = round(last - first)
    if is_about:
        return ngettext("about %(count)d year", "about %(count)d years", count) % {"count": count}
    return ngettext("%(count)d year", "%(count)d years", count) % {"count": count}


def _mark(label: Label, axis: Axis, chain: int, line: int) -> Iterable[str]:
    moment = label.moment
    x = _x(axis.at(moment.middle))
    top = label.row * ROW_HEIGHT
    tick = "tick tick--q" if moment.is_about else "tick"
    if moment.earliest != moment.latest:
        ends = f'x1="{_x(axis.at(moment.earliest))}" x2="{_x(axis.at(moment.latest))}"'
        yield f'<line class="dash" {ends} y1="{line - 6}" y2="{line - 6}"/>'
    yield f'<line class="hl" x1="{x}" x2="{x}" y1="{top + 3}" y2="{line + 4}"/>'
    for y in (chain, line):
        yield f'<svg x="{x}" y="{y}" overflow="visible"><path class="{tick}" d="M-5 5L5 -5"/></svg>'
    side, anchor = (-5, "end") if label.is_left else (5, "start")
    yield (
        f'<svg x="{x}" y="{top + 14}" overflow="visible">'
        f'<text x="{side}" y="0" text-anchor="{anchor}" class="t-halo">'
        f'<tspan class="t-strong">{escape(moment.period)}</tspan>'
        f'<tspan class="t-words" dx="6">{escape(moment.label)}</tspan></text></svg>'
    )
