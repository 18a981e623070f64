"""The ground of maps that the server draws: water, towns, graticule, scale. No boundary is drawn.

The frame is 3 : 2 whatever its width. Water, graticule and radii scale with it; marks and words have a
fixed size and their places in per cent.
"""

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.utils.html import escape
from django.utils.safestring import SafeString

from catalogue.wording import radius_words
from heritage.geometry.frames import HEIGHT, WIDTH, Frame, crosses, graticule, thinned
from heritage.models.named import in_current_language

FINEST = 1.2  # units between two points of a line
# Towns by the height of the frame in degrees: from far away the largest only.
RANKS = ((3.0, 4), (1.5, 6), (0.0, 8))


def draw_map(frame: Frame, title: str, circles: Iterable[str], marks: Iterable[str]) -> SafeString:
    """Return the SVG: `circles` in units of the frame lie on the ground, `marks` over everything."""
    ground = (
        *(f'<path class="map__water" d="{path}Z"/>' for path in _paths(frame, "lakes", "sea")),
        *(f'<path class="map__river" d="{path}"/>' for path in _paths(frame, "rivers")),
        *(f'<path class="hl" d="{path}"/>' for path in crosses(frame)),
        *circles,
    )
    return SafeString(
        f'<svg class="chart locator" role="group" aria-label="{escape(title)}">'
        f'<svg width="100%" height="100%" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" preserveAspectRatio="none"'
        f' aria-hidden="true">{"".join(ground)}</svg>'
        f"{''.join((*_degrees(frame), *_towns(frame), *marks))}{_scale(frame)}</svg>"
    )


def _paths(frame: Frame, *layers: str) -> Iterator[str]:
    """Lines and outlines that come near the frame, in its units, no finer than can be seen."""
    for layer in layers:
        for line in base_lines(layer):
            points = [frame.at(*point) for point in line]
            xs, ys = [point[0] for point in points], [point[1] for point in points]
            if max(xs) < 0 or min(xs) > WIDTH or max(ys) < 0 or min(ys) > HEIGHT:
                continue
            yield "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in thinned(points, FINEST))


def _degrees(frame: Frame) -> Iterator[str]:
    """Longitudes along the upper edge, latitudes along the left one."""
    columns, rows, decimals = graticule(frame)
    for longitude in columns:
        x, _y = frame.at(longitude, frame.latitude)
        if x < WIDTH * 0.85:
            place = f'x="{x / WIDTH:.2%}" y="15"'
            yield f'<text class="t-halo" {place} dx="3" aria-hidden="true">{longitude:.{decimals}f}°E</text>'
    for latitude in rows:
        _x, y = frame.at(frame.longitude, latitude)
        if HEIGHT * 0.15 < y < HEIGHT * 0.85:
            place = f'x="4" y="{y / HEIGHT:.2%}"'
            yield f'<text class="t-halo" {place} dy="-4" aria-hidden="true">{latitude:.{decimals}f}°N</text>'


def _towns(frame: Frame) -> Iterator[str]:
    most = next(rank for height, rank in RANKS if frame.height >= height)
    for name_zh, name_en, rank, longitude, latitude in base_towns():
        x, y = frame.at(longitude, latitude)
        if rank <= most and frame.holds(x, y) and y > HEIGHT * 0.09:  # above it stand the degrees
            place = f'x="{x / WIDTH:.2%}" y="{y / HEIGHT:.2%}"'
            name = escape(in_current_language(name_zh, name_en))
            yield (
                f'<svg {place} overflow="visible" aria-hidden="true"><circle class="locator__town" r="2.5"/>'
                f'<text class="t-halo t-era" y="-7" text-anchor="middle">{name}</text></svg>'
            )


def _scale(frame: Frame) -> str:
    end = 0.03 + frame.units(frame.bar) / WIDTH
    return (
        f'<svg y="100%" overflow="visible" aria-hidden="true">'
        f'<line class="locator__bar" x1="3%" x2="{end:.2%}" y1="-10" y2="-10"/>'
        f'<text class="t-halo" x="3%" y="-16">{escape(radius_words(frame.bar))}</text></svg>'
    )


@lru_cache(maxsize=8)
def base_lines(layer: str) -> tuple[tuple[tuple[float, float], ...], ...]:
    """The lines or outlines of a layer of static/basemap, in degrees."""
    found = []
    for feature in _features(layer):
        coordinates = feature["geometry"]["coordinates"]
        depth = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}
        lines = [coordinates]
        for _level in range(depth[feature["geometry"]["type"]]):
            lines = [part for line in lines for part in line]
        found += [tuple((point[0], point[1]) for point in line) for line in lines]
    return tuple(found)


@lru_cache(maxsize=1)
def base_towns() -> tuple[tuple[str, str, int, float, float], ...]:
    """Chinese name, English name, rank (2 is the largest), longitude, latitude."""
    return tuple(
        (
            feature["properties"]["name_zh"],
            feature["properties"]["name_en"],
            feature["properties"]["rank"],
            *feature["geometry"]["coordinates"],
        )
        for feature in _features("places")
    )


def _features(layer: str) -> list[dict]:
    path = finders.find(f"basemap/{layer}.geojson")
    if path is None:
        raise FileNotFoundError(f"static/basemap/{layer}.geojson is not among the static files.")
    return json.loads(Path(path).read_text(encoding="utf-8"))["features"]
