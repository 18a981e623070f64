"""A site's zones as one drawing: ground plan in metres, scale bar, graticule; made on the server.

No boundaries of divisions and no other map below: it is a sketch of what the decrees say."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import dist
from typing import Any

from shapely.geometry import shape

from heritage.geometry import BoundingBox
from heritage.models import HeritageSite, Zone
from heritage.models.zones import ZoneKind
from heritage.viewsets.zone_sheet import (
    BAR,
    HEIGHT,
    WIDTH,
    Label,
    Sheet,
    graticule_step,
    labels_along,
    round_below,
    sheet_of,
)

BESIDE_THE_ARROW = 170
APART = 40  # the least distance between two numbers
CORNERS = ((1, 1), (-1, 1), (-1, -1), (1, -1))  # upper left, upper right, lower right, lower left
LAYERS = (ZoneKind.CONTROL, ZoneKind.PROTECTION, ZoneKind.BODY)


@dataclass(frozen=True)
class Outline:
    """One zone: its path, where its number stands, and how it is drawn."""

    number: int
    kind: str
    is_in_force: bool
    path: str
    x: float
    y: float


@dataclass(frozen=True)
class Cross:
    """A crossing of the graticule; its labels stand at the edges."""

    x: float
    y: float


@dataclass(frozen=True)
class ZoneMap:
    """What the template draws. `bar_units`: the length of the scale bar in units of the drawing."""

    outlines: tuple[Outline, ...]
    point: Cross | None
    crosses: tuple[Cross, ...]
    meridians: tuple[Label, ...]
    parallels: tuple[Label, ...]
    bar_metres: int
    bar_units: float
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def bar_at(self) -> float:
        """Where the scale bar begins, to the left of the arrow that points north."""
        return round(self.width - BESIDE_THE_ARROW - self.bar_units, 1)


def zone_map(site: HeritageSite, zones: Sequence[Zone]) -> ZoneMap | None:
    """Return the drawing of the zones that have a shape, numbered as they stand; None where none has."""
    drawn = [(number, zone, shape(zone.shape)) for number, zone in enumerate(zones, 1) if zone.shape]
    if not drawn:
        return None
    sheet = sheet_of(_box_of(area.bounds for _n, _zone, area in drawn))
    step = graticule_step(sheet.box)
    meridians = tuple(labels_along(sheet.x, sheet.box.west, sheet.box.east, step, limit=WIDTH))
    parallels = tuple(labels_along(sheet.y, sheet.box.south, sheet.box.north, step, limit=HEIGHT))
    bar = round_below(WIDTH * BAR * sheet.metres_per_unit)
    return ZoneMap(
        outlines=tuple(sorted(_outlines(sheet, drawn), key=_layer)),
        point=_point(sheet, site),
        crosses=tuple(Cross(m.at, p.at) for m in meridians for p in parallels),
        meridians=meridians,
        parallels=parallels,
        bar_metres=bar,
        bar_units=round(bar / sheet.metres_per_unit, 1),
    )


def _layer(outline: Outline) -> tuple[bool, int]:
    """What is drawn first lies below: the wider kinds, and what is no longer in force over none of them."""
    return outline.is_in_force, LAYERS.index(ZoneKind(outline.kind))


def _box_of(bounds: Iterable[tuple[float, float, float, float]]) -> BoundingBox:
    west, south, east, north = zip(*bounds, strict=True)
    return BoundingBox(min(west), min(south), max(east), max(north))


def _outlines(sheet: Sheet, drawn: Iterable[tuple[int, Zone, Any]]) -> Iterator[Outline]:
    """Each number stands at a corner of its zone where no other number stands."""
    taken: list[tuple[float, float]] = []
    for number, zone, area in drawn:
        parts = area.geoms if area.geom_type == "MultiPolygon" else [area]
        rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
        path = "".join(_ring(sheet, ring.coords) for ring in rings)
        x, y = _corner([(sheet.x(p[0]), sheet.y(p[1])) for ring in rings for p in ring.coords], taken)
        taken.append((x, y))
        yield Outline(number, zone.kind, zone.valid_to is None, path, x, y)


def _corner(points: list[tuple[float, float]], taken: list[tuple[float, float]]) -> tuple[float, float]:
    """The first corner, from the upper left, that is free; the upper left one where none is."""
    corners = [min(points, key=lambda at: sx * at[0] + sy * at[1]) for sx, sy in CORNERS]
    free = (at for at in corners if all(dist(at, other) > APART for other in taken))
    return next(free, corners[0])


def _ring(sheet: Sheet, positions: Iterable[tuple[float, ...]]) -> str:
    points = " ".join(f"{sheet.x(place[0]):g},{sheet.y(place[1]):g}" for place in positions)
    return f"M{points}Z"


def _point(sheet: Sheet, site: HeritageSite) -> Cross | None:
    """The point of the record, where it lies on the sheet."""
    if site.longitude is None or site.latitude is None:
        return None
    x, y = sheet.x(site.longitude), sheet.y(site.latitude)
    return Cross(x, y) if 0 <= x <= WIDTH and 0 <= y <= HEIGHT else None
