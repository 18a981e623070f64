"""What a coverage map is drawn from: outlines of shapes, degrees along the edges, scale, north."""

from collections.abc import Iterator
from typing import Any

from django.utils.html import escape
from django.utils.translation import gettext as _

from heritage.geometry.frames import HEIGHT, WIDTH, Frame, graticule, thinned

FINEST = 0.4  # units between two points of a line


def outline_of(frame: Frame, outline: dict[str, Any], classes: str) -> str:
    """The path of a line or an area, GeoJSON in WGS 84."""
    is_area = outline["type"].endswith("Polygon")
    path = "".join(_paths(frame, outline["coordinates"], "Z" if is_area else ""))
    kind = "" if is_area else " is-line"
    return f'<path class="{classes}{kind}" d="{path}"/>'


def _paths(frame: Frame, coordinates: list, end: str) -> Iterator[str]:
    """One subpath for each line or ring, however deep it lies."""
    if isinstance(coordinates[0][0], list):
        for part in coordinates:
            yield from _paths(frame, part, end)
        return
    points = [frame.at(position[0], position[1]) for position in coordinates]
    yield "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in thinned(points, FINEST)) + end


def degrees(frame: Frame) -> Iterator[str]:
    """Longitudes along the upper edge, latitudes along the left one."""
    columns, rows, decimals = graticule(frame)
    for longitude in columns:
        x, _y = frame.at(longitude, frame.latitude)
        if WIDTH * 0.02 < x < WIDTH * 0.72:
            place = f'x="{x / WIDTH:.2%}" y="16" dx="3"'
            yield f'<text class="cov-degree" {place}>{longitude:.{decimals}f}°</text>'
    for latitude in rows:
        _x, y = frame.at(frame.longitude, latitude)
        if HEIGHT * 0.14 < y < HEIGHT * 0.84:
            place = f'x="6" y="{y / HEIGHT:.2%}" dy="-4"'
            yield f'<text class="cov-degree" {place}>{latitude:.{decimals}f}°</text>'


def scale(frame: Frame) -> str:
    """The scale bar with its length in words, in the lower left corner."""
    end = 0.03 + frame.units(frame.bar) / WIDTH
    return (
        '<svg y="100%" overflow="visible">'
        f'<line class="cov-bar" x1="3%" x2="{end:.2%}" y1="-12" y2="-12"/>'
        f'<text class="cov-degree" x="3%" y="-19">{escape(_length(frame.bar))}</text></svg>'
    )


def _length(metres: int) -> str:
    if metres < 1000:
        return _("%(count)d m") % {"count": metres}
    return _("%(count)d km") % {"count": metres // 1000}


def north() -> str:
    """The arrow in the upper right corner."""
    return (
        '<svg x="100%" overflow="visible"><g transform="translate(-24 14)">'
        '<path class="cov-north" d="M0 0L7 22 0 17 -7 22Z"/>'
        f'<text class="cov-degree" y="38" text-anchor="middle">{escape(_("N"))}</text></g></svg>'
    )
