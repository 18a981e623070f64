"""A small map of chosen records, drawn on the server: it needs no script."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from catalogue.base_map import draw_map
from catalogue.wording import precision_words
from heritage.disclosure import SiteSummary
from heritage.geometry.frames import HEIGHT, WIDTH, Frame, frame_around
from heritage.models.named import in_current_language

LEAST_SPAN = 0.24  # degrees of latitude from bottom to top; nearer, the base map is not good enough
MARGIN = 0.22  # of the frame, kept free around the outermost points
NEAR = 14.0  # units of the frame: marks closer than this are one


@dataclass(frozen=True)
class Mark:
    """One or more records at nearly the same place; their numbers in the list below the map."""

    x: float
    y: float
    radius: float
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class LocatorMap:
    """The drawing and the same records as lists; `url` leads to the large map of this part."""

    drawing: SafeString
    located: list[dict]
    unplaced: list[dict]
    url: str


def locator_map(sites: Sequence[SiteSummary]) -> LocatorMap | None:
    """Return the map of those records of which a point may be told; None where there is no such record."""
    located = [site for site in sites if site.place.has_point]
    if not located:
        return None
    # Both are there where there is a point.
    points = [(site.place.longitude or 0.0, site.place.latitude or 0.0) for site in located]
    frame = frame_around(points, least=LEAST_SPAN, margin=MARGIN)
    marks = _marks(frame, points, [site.place.uncertainty_m or 0 for site in located])
    circles = (
        f'<circle class="map__precision" cx="{mark.x:.1f}" cy="{mark.y:.1f}" r="{mark.radius:.1f}"/>'
        for mark in marks
        if mark.radius
    )
    return LocatorMap(
        drawing=draw_map(frame, _title(located), circles, map(_mark, marks)),
        located=[_row(site, number) for number, site in enumerate(located, start=1)],
        unplaced=[_row(site) for site in sites if not site.place.has_point],
        url=f"{reverse('map')}?bbox={frame.box}",
    )


def _title(sites: Sequence[SiteSummary]) -> str:
    count = len(sites)
    title = ngettext("Map of %(count)d record: %(names)s", "Map of %(count)d records: %(names)s", count)
    return title % {"count": count, "names": "; ".join(_name(site) for site in sites)}


def _name(site: SiteSummary) -> str:
    return in_current_language(site.name_zh, site.name_en)


def _row(site: SiteSummary, number: int | None = None) -> dict:
    return {
        "number": number,
        "name": _name(site),
        "url": reverse("site", args=[site.number]),
        "precision": precision_words(site.place),
    }


def _marks(frame: Frame, points: list[tuple[float, float]], doubts: list[int]) -> list[Mark]:
    """The marks of points, whose radii of doubt are given in metres."""
    marks: list[Mark] = []
    for number, (point, doubt) in enumerate(zip(points, doubts, strict=True), start=1):
        x, y = frame.at(*point)
        radius = frame.units(doubt)
        for i, mark in enumerate(marks):
            if abs(mark.x - x) < NEAR and abs(mark.y - y) < NEAR:
                marks[i] = Mark(mark.x, mark.y, max(mark.radius, radius), (*mark.numbers, number))
                break
        else:
            marks.append(Mark(x, y, radius, (number,)))
    return marks


def _mark(mark: Mark) -> str:
    numbers = ", ".join(map(str, mark.numbers))
    is_right = mark.x > WIDTH * 0.8
    side = 'x="-11" text-anchor="end"' if is_right else 'x="11"'
    return (
        f'<svg x="{mark.x / WIDTH:.2%}" y="{mark.y / HEIGHT:.2%}" overflow="visible" aria-hidden="true">'
        f'<path class="mk" d="M-5 -5h10v10h-10z"/>'
        f'<text class="t-halo t-strong" {side} y="5">{numbers}</text></svg>'
    )
