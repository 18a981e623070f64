"""The lives of several sites in parallel: one line a site on a common axis of years.

Solid where two dated events bound the line, dotted where nothing more is recorded. x is in per cent and
type has a fixed size; the events stand beside it as a list for readers without images.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString

from catalogue.record_events import event_rows
from catalogue.source_list import source_rows
from heritage.disclosure import SiteLife
from heritage.models.events import EventKind
from heritage.models.named import in_current_language

STEP = 20
HEIGHT, LINE = 44, 26
ENDS = {EventKind.CLOSED, EventKind.DESTROYED, EventKind.MOVED}
# Labels nearer than this share of the width are left to the list.
LEAST_GAP = 13.0


@dataclass(frozen=True)
class Lifeline:
    name: str
    url: str
    svg: SafeString
    events: list[dict]


def lifelines(sites: Sequence[SiteLife], today: date) -> list[Lifeline]:
    """Return one line for each site that has a dated event; all on the same axis."""
    lives = [
        (site, [row for row in event_rows(site, source_rows(site.sources)) if row["earliest_year"]])
        for site in sites
    ]
    lives = [(site, rows) for site, rows in lives if rows]
    if not lives:
        return []
    first = min(rows[0]["earliest_year"] for _site, rows in lives) // STEP * STEP
    last = -(-(today.year + 1) // STEP) * STEP
    return [
        Lifeline(
            in_current_language(site.name_zh, site.name_en),
            reverse("site", args=[site.number]),
            _draw(rows, first, last),
            rows,
        )
        for site, rows in lives
    ]


def _draw(rows: list[dict], first: int, last: int) -> SafeString:
    def x(year: float) -> float:
        return 1 + 98 * (year - first) / (last - first)

    ticks = "".join(
        f'<line class="hl" x1="{x(year):.2f}%" x2="{x(year):.2f}%" y1="{LINE - 3}" y2="{LINE + 3}"/>'
        f'<text x="{x(year):.2f}%" y="{HEIGHT - 2}" text-anchor="middle">{year}</text>'
        for year in range(first + STEP, last, STEP)
    )
    begin, end = rows[0]["earliest_year"], rows[-1]["latest_year"]
    is_ended = rows[-1]["kind"] in ENDS
    known = f'<line class="life" x1="{x(begin):.2f}%" x2="{x(end):.2f}%" y1="{LINE}" y2="{LINE}"/>'
    open_end = (
        "" if is_ended else f'<line class="life--open" x1="{x(end):.2f}%" x2="99%" y1="{LINE}" y2="{LINE}"/>'
    )
    axis = f'<line class="hl" x1="1%" x2="99%" y1="{LINE}" y2="{LINE}"/>'
    marks = "".join(_marks(rows, x))
    return SafeString(
        f'<svg class="chart life-chart" height="{HEIGHT}" aria-hidden="true">'
        f"{axis}{ticks}{known}{open_end}{marks}</svg>"
    )


def _marks(rows: list[dict], x):
    free_from = -LEAST_GAP
    for row in rows:
        at = x((row["earliest_year"] + row["latest_year"]) / 2)
        css = "tick tick--q" if row["is_approximate"] else "tick"
        yield f'<svg x="{at:.2f}%" y="{LINE}" overflow="visible"><path class="{css}" d="M-5 5L5 -5"/></svg>'
        if at - free_from >= LEAST_GAP:
            free_from = at
            anchor = "end" if at > 80 else "start"
            words = f'<tspan class="t-strong">{row["earliest_year"]}</tspan> {escape(row["label"])}'
            place = f'x="{at:.2f}%" y="{LINE - 12}" text-anchor="{anchor}"'
            yield f'<text class="t-halo t-words" {place}>{words}</text>'
