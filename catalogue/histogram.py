"""The decades of a result as bars, drawn on the server; each bar is a link to its years.

The SVG has no viewBox: x is in per cent and type has a fixed size, so nothing shrinks on a narrow screen.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from search.facets import HISTOGRAM_YEARS
from search.results import YearCount

MOST_BARS = 18
HEIGHT, AXIS = 92, 70
TALLEST = 52
LABEL_EVERY = 90  # px on the narrowest column, between two written years
NARROWEST = 272


@dataclass(frozen=True)
class Bar:
    """Records dated in the inclusive years; the first bar of a long result holds all that is older."""

    year_from: int | None
    year_to: int
    count: int


def draw_histogram(
    years: Sequence[YearCount],
    address: Callable[[int | None, int | None], str],
    chosen: tuple[int | None, int | None] | None,
) -> SafeString:
    """Return the SVG; `address` makes the link of a span of years. Answers "" for fewer than two decades."""
    bars = decades(years)
    if len(bars) < 2:
        return SafeString("")
    largest = max(bar.count for bar in bars)
    width = 100 / len(bars)
    step = max(1, -(-LABEL_EVERY * len(bars) // NARROWEST // 2))
    parts = [
        _bar(bar, i * width, width, largest, address(bar.year_from, bar.year_to), chosen)
        for i, bar in enumerate(bars)
        if bar.count
    ]
    labels = [
        f'<text x="{i * width:.2f}%" y="{AXIS + 17}">{bar.year_from}</text>'
        for i, bar in enumerate(bars)
        if bar.year_from is not None and i % step == 0 and i * width < 88
    ]
    return SafeString(
        f'<svg class="chart hist" height="{HEIGHT}" role="group">'
        f"<title>{escape(_('Records by decade; each bar is a link'))}</title>"
        f'{"".join(parts)}<line class="ax" x1="0" x2="100%" y1="{AXIS}" y2="{AXIS}"/>{"".join(labels)}</svg>'
    )


def decades(years: Sequence[YearCount]) -> list[Bar]:
    """Return one bar a decade without gaps, the oldest gathered into the first where there are too many."""
    if not years:
        return []
    counts = {count.year_from: count.count for count in years}
    last = max(counts)
    first = max(min(counts), last - HISTOGRAM_YEARS * (MOST_BARS - 1))
    bars = [
        Bar(year, year + HISTOGRAM_YEARS - 1, counts.get(year, 0))
        for year in range(first, last + 1, HISTOGRAM_YEARS)
    ]
    if older := sum(count for year, count in counts.items() if year < first):
        bars[0] = Bar(None, bars[0].year_to, older + bars[0].count)
    return bars


def _bar(bar: Bar, x: float, width: float, largest: int, url: str, chosen) -> str:
    height = max(3, round(TALLEST * bar.count / largest))
    is_chosen = chosen == (bar.year_from, bar.year_to)
    words = ngettext("%(years)s: %(count)d record", "%(years)s: %(count)d records", bar.count) % {
        "years": f"{bar.year_from or '…'}–{bar.year_to}",
        "count": bar.count,
    }
    css = "bar bar--on" if is_chosen else "bar"
    return (
        f'<a href="{escape(url)}"><title>{escape(words)}</title>'
        f'<rect class="hit" x="{x:.2f}%" width="{width:.2f}%" y="0" height="{AXIS}"/>'
        f'<rect class="{css}" x="{x + width * 0.08:.2f}%" width="{width * 0.84:.2f}%"'
        f' y="{AXIS - height}" height="{height}"/>'
        f'<text x="{x + width / 2:.2f}%" y="{AXIS - height - 4}" text-anchor="middle">{bar.count}</text></a>'
    )
