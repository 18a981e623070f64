"""The ground of maps that the server draws: water, towns, graticule, scale. No boundary is drawn.

The frame is 3 : 2 whatever its width. Water, graticule and radii scale with it; marks and words have a
fixed size and their places in per cent.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, cos, radians
from pathlib import Path

from django.contrib.staticfiles import finders
from django.utils.html import escape
from django.utils.safestring import SafeString

from catalogue.wording import radius_words
from heritage.geometry import METRES_PER_DEGREE
from heritage.models.named import in_current_language

WIDTH, HEIGHT = 300.0, 200.0
FINEST = 1.2  # units between two points of a line
STEPS = (2, 1, 0.5, 0.2, 0.1, 0.05)  # degrees between crosses
BARS = (100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000)  # metres
# Towns by the height of the frame in degrees: from far away the largest only.
RANKS = ((3.0, 4), (1.5, 6), (0.0, 8))


@dataclass(frozen=True)
class Frame:
    """The part of the world that is shown; `height` in degrees of latitude."""

    longitude: float
    latitude: float
    height: float

    @property
    def width(self) -> float:
        """In degrees of longitude."""
        return self.height * WIDTH / HEIGHT / cos(radians(self.latitude))

    @property
    def west(self) -> float:
        return self.longitude - self.width / 2

    @property
    def south(self) -> float:
        return self.latitude - self.height / 2

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """The place in units of the frame, from its upper left corner."""
        x = (longitude - self.west) / self.width * WIDTH
        y = HEIGHT - (latitude - self.south) / self.height * HEIGHT
        return x, y

    def units(self, metres: float) -> float:
        return metres / METRES_PER_DEGREE / self.height * HEIGHT

    @property
    def box(self) -> str:
        """West, south, east, north, as an address carries them."""
        edges = (self.west, self.south, self.west + self.width, self.south + self.height)
        return ",".join(f"{edge:.3f}" for edge in edges)

    def holds(self, x: float, y: float) -> bool:
        return 0 <= x <= WIDTH and 0 <= y <= HEIGHT


def draw_map(frame: Frame, title: str, circles: Iterable[str], marks: Iterable[str]) -> SafeString:
    """Return the SVG: `circles` in units of the frame lie on the ground, `marks` over everything."""
    ground = (
        *(f'<path class="map__water" d="{path}Z"/>' for path in _paths(frame, "lakes", "sea")),
        *(f'<path class="map__river" d="{path}"/>' for path in _paths(frame, "rivers")),
        *_crosses(frame),
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
            yield "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in _thinned(points))


def _thinned(points: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    kept = points[0]
    yield kept
    for point in points[1:-1]:
        if abs(point[0] - kept[0]) + abs(point[1] - kept[1]) >= FINEST:
            kept = point
            yield kept
    yield points[-1]


def _crosses(frame: Frame) -> Iterator[str]:
    columns, rows, _decimals = _graticule(frame)
    for longitude in columns:
        for latitude in rows:
            x, y = frame.at(longitude, latitude)
            yield f'<path class="hl" d="M{x - 3:.1f} {y:.1f}h6M{x:.1f} {y - 3:.1f}v6"/>'


def _degrees(frame: Frame) -> Iterator[str]:
    """Longitudes along the upper edge, latitudes along the left one."""
    columns, rows, decimals = _graticule(frame)
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


def _graticule(frame: Frame) -> tuple[list[float], list[float], int]:
    """Round longitudes and latitudes, and with how many decimals they are written."""
    step = next((step for step in STEPS if frame.width / step >= 3), STEPS[-1])
    columns = _rounds(frame.west, frame.west + frame.width, step)
    rows = _rounds(frame.south, frame.south + frame.height, step)
    return columns, rows, 0 if step >= 1 else 1 if step >= 0.1 else 2


def _rounds(first: float, last: float, step: float) -> list[float]:
    start = ceil(first / step)
    return [number * step for number in range(start, int(last / step) + 1)]


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
    metres = next((bar for bar in BARS if frame.units(bar) <= WIDTH / 4), BARS[-1])
    end = 0.03 + frame.units(metres) / WIDTH
    return (
        f'<svg y="100%" overflow="visible" aria-hidden="true">'
        f'<line class="locator__bar" x1="3%" x2="{end:.2%}" y1="-10" y2="-10"/>'
        f'<text class="t-halo" x="3%" y="-16">{escape(radius_words(metres))}</text></svg>'
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
