"""The map of what was surveyed, drawn on the server: no boundary, no third party, no script.

What a thing is drawn as says its state without colour: surveyed is solid, what could not be entered is
hatched and crossed, what was not surveyed is dotted and empty, what is lost is dashed. Lines scale with the
frame; marks and words have a fixed size and their places in per cent (see heritage.geometry.frames).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from shapely.geometry import shape as read_shape

from heritage.coverage.facts import CoverageState, Part, SiteCoverage
from heritage.coverage.ground import degrees, north, outline_of, scale
from heritage.coverage.labels import Labels
from heritage.geometry.frames import HEIGHT, WIDTH, Frame, crosses, frame_around

LEAST_SPAN = 0.0018  # degrees of latitude from bottom to top: two hundred metres
MARGIN = 0.14

MARKS = {
    CoverageState.SURVEYED: '<path class="cov-mark cov-mark--surveyed" d="M-6 -6h12v12h-12z"/>',
    CoverageState.NOT_ENTERED: (
        '<path class="cov-mark cov-mark--not_entered" d="M-6 -6h12v12h-12zM-6 -6L6 6M6 -6L-6 6"/>'
    ),
    CoverageState.NOT_SURVEYED: '<path class="cov-mark cov-mark--not_surveyed" d="M-6 -6h12v12h-12z"/>',
    CoverageState.GONE: '<path class="cov-mark cov-mark--gone" d="M-6 -6h12v12h-12z"/>',
}


@dataclass(frozen=True)
class Placed:
    """A site or a component on the map. `shape` is GeoJSON, `point` where its mark stands."""

    site: int
    number: str
    state: CoverageState
    point: tuple[float, float]
    shape: dict[str, Any] | None
    share: str = ""
    doubt_m: int = 0

    @property
    def is_site(self) -> bool:
        return self.number == str(self.site)


@dataclass(frozen=True)
class Detail:
    """One site among several, large enough for its components to be told apart."""

    number: int
    name: str
    svg: SafeString


@dataclass(frozen=True)
class CoverageMap:
    """The drawing, and how many things it cannot show because nobody has said where they lie.

    Of several sites the map shows where each lies, and `details` each that has more than a point.
    """

    svg: SafeString
    details: tuple[Detail, ...]
    unplaced_count: int
    has_walked: bool


def draw_coverage(sites: Sequence[SiteCoverage]) -> CoverageMap | None:
    """Draw the sites, their components and what was walked; None where no place of any is known."""
    placed, unplaced_count = _placed(sites)
    is_alone = len(sites) == 1
    shown = placed if is_alone else [row for row in placed if row.is_site]
    walked = [visit.shape for site in sites for visit in site.visits if visit.shape]
    if not shown and not walked:
        shown = placed
    if not shown and not walked:
        return None
    return CoverageMap(
        svg=_draw(shown, walked, tells_share=not is_alone),
        details=() if is_alone else tuple(_details(sites, placed)),
        unplaced_count=unplaced_count,
        has_walked=bool(walked),
    )


def _details(sites: Sequence[SiteCoverage], placed: list[Placed]) -> Iterator[Detail]:
    for number, site in enumerate(sites, start=1):
        own = [row for row in placed if row.site == number]
        walked = [visit.shape for visit in site.visits if visit.shape]
        if walked or any(row.shape for row in own):
            yield Detail(number, site.name, _draw(own, walked))


def _draw(placed: list[Placed], walked: list[dict[str, Any]], *, tells_share: bool = False) -> SafeString:
    """Draw one map; `tells_share`: beside the number of each site how many of its components are surveyed."""
    points = [row.point for row in placed]
    for outline in (*(row.shape for row in placed if row.shape), *walked):
        points += _corners(outline)
    frame = frame_around(points, least=LEAST_SPAN, margin=MARGIN)
    ground = (
        *(outline_of(frame, outline, "cov-walked") for outline in walked),
        *(f'<path class="cov-cross" d="{path}"/>' for path in crosses(frame)),
        *_doubts(frame, placed),
        *(outline_of(frame, row.shape, f"cov-part cov-part--{row.state}") for row in placed if row.shape),
    )
    return SafeString(
        f'<svg class="cov-map" role="img" aria-label="{escape(_title(placed))}">'
        f'<svg width="100%" height="100%" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" preserveAspectRatio="none">'
        f"{''.join((*ground, '</svg>', *degrees(frame), *_marks(frame, placed, tells_share)))}"
        f"{scale(frame)}{north()}</svg>"
    )


def _placed(sites: Sequence[SiteCoverage]) -> tuple[list[Placed], int]:
    """What has a place, numbered as in the list, and how much has none."""
    placed, unplaced_count = [], 0
    for number, site in enumerate(sites, start=1):
        if (middle := site.point or _middle(site.shape)) is None:
            unplaced_count += 1
        else:
            share = f"{len(site.surveyed)}／{len(site.known)}"
            doubt_m = (site.uncertainty_m or 0) if site.point else 0
            placed.append(Placed(number, str(number), site.state, middle, site.shape, share, doubt_m))
        for part in site.parts:
            if (middle := _middle(part.shape)) is None:
                unplaced_count += 1
            else:
                placed.append(Placed(number, number_of(number, part), part.state, middle, part.shape))
    return placed, unplaced_count


def number_of(site: int, part: Part) -> str:
    """The number of a component in map and list, after that of its site."""
    return f"{site}.{part.ordinal}"


def _doubts(frame: Frame, placed: list[Placed]) -> Iterator[str]:
    """A circle, to scale, within which a site lies."""
    for row in placed:
        if row.doubt_m:
            x, y = frame.at(*row.point)
            yield f'<circle class="cov-doubt" cx="{x:.1f}" cy="{y:.1f}" r="{frame.units(row.doubt_m):.1f}"/>'


def _middle(outline: dict[str, Any] | None) -> tuple[float, float] | None:
    """A point that lies on the shape."""
    if outline is None:
        return None
    point = read_shape(outline).representative_point()
    return point.x, point.y


def _corners(outline: dict[str, Any]) -> list[tuple[float, float]]:
    west, south, east, north = read_shape(outline).bounds
    return [(west, south), (east, north)]


def _marks(frame: Frame, placed: list[Placed], tells_share: bool) -> Iterator[str]:
    """A mark and its number for each thing, the sites last and so on top."""
    labels = Labels()
    for row in sorted(placed, key=lambda row: row.is_site):
        x, y = frame.at(*row.point)
        share = f" {row.share}" if tells_share and row.share else ""
        more = f'<tspan class="cov-share-of">{share}</tspan>' if share else ""
        yield (
            f'<svg x="{x / WIDTH:.2%}" y="{y / HEIGHT:.2%}" overflow="visible">{MARKS[row.state]}'
            f'<text class="cov-number" {labels.place(x, y, row.number + share)}>'
            f"{row.number}{more}</text></svg>"
        )


def _title(placed: list[Placed]) -> str:
    """The map in words: the numbers of the list, by their state."""
    rows = []
    for state in CoverageState:
        if numbers := [row.number for row in placed if row.state == state]:
            rows.append(f"{state.label}：{'、'.join(numbers)}")
    title = _("Map of the coverage")
    return f"{title}。{'；'.join(rows)}"
