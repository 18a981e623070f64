"""A line or an area as people type or paste it → a GeoJSON geometry in WGS 84.

Either GeoJSON (a geometry, or one Feature), the east value first in whatever system; or one point a line of
text, as `typed` reads it: what ends where it began is an area, a blank line begins the next part.
"""

import json
from typing import Any

from heritage.geometry.errors import CoordinateError
from heritage.geometry.shapes import DEPTHS, validate_geojson_geometry
from heritage.geometry.systems import CoordinateSystem, Kind, declared_system
from heritage.geometry.transformations import to_wgs84
from heritage.geometry.typed import parse_typed_coordinates

LONGEST_TEXT = 500_000  # characters
MOST_POSITIONS = 5_000
DECIMALS = 7  # of a degree: a centimetre
SHAPES_ZH = "线（LineString、MultiLineString）或面（Polygon、MultiPolygon）"
SHAPES_EN = "a line (LineString, MultiLineString) or an area (Polygon, MultiPolygon)"
AREAS = frozenset({"Polygon", "MultiPolygon"})
SHAPES = AREAS | {"LineString", "MultiLineString"}


def parse_typed_shape(text: str, system: str) -> dict[str, Any]:
    """Read a line or an area in a declared system (key of ``SYSTEMS``) as GeoJSON, WGS 84, degrees.

    Raises ``CoordinateError`` without a declared system, for what is neither GeoJSON nor lines of points,
    for more than 5,000 positions and for whatever ``validate_geojson_geometry`` refuses.
    """
    text = text.lstrip("\ufeff").strip()
    declared = declared_system(system, excerpt(text))
    if len(text) > LONGEST_TEXT:
        raise CoordinateError("too_long", len(text), str(LONGEST_TEXT))
    if text.startswith(("{", "[")):
        return geometry_in_wgs84(_only_geometry(read_json(text)), system)
    return validate_geojson_geometry(_from_lines(text, declared))


def geometry_in_wgs84(
    geometry: Any, system: str, *, kinds: frozenset[str] = SHAPES, most_positions: int = MOST_POSITIONS
) -> dict[str, Any]:
    """Return a GeoJSON geometry of a declared system, east value first, in WGS 84, degrees.

    Raises ``CoordinateError`` for other ``kinds``, for more positions and for what is not valid.
    """
    declared = declared_system(system)
    kind = geometry.get("type") if isinstance(geometry, dict) else type(geometry).__name__
    if not isinstance(kind, str) or kind not in kinds or "coordinates" not in geometry:
        expected = (SHAPES_ZH, SHAPES_EN) if kinds is SHAPES else (", ".join(sorted(kinds)), "")
        raise CoordinateError("not_geometry", excerpt(kind), *expected)
    coordinates, depth = geometry["coordinates"], DEPTHS[kind]
    if (count := _count(coordinates, depth)) > most_positions:
        raise CoordinateError("too_many", count, str(most_positions))
    return validate_geojson_geometry({"type": kind, "coordinates": _converted(coordinates, depth, declared)})


def excerpt(value: object) -> str:
    """Return the beginning of what was found, without half characters, which no page can hold."""
    return str(value)[:60].encode("utf-8", "replace").decode()


def read_json(text: str) -> Any:
    """Read JSON; CoordinateError says in which line it breaks off."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        found = excerpt(error.doc[error.pos : error.pos + 20].strip() or "…")
        place = f"第{error.lineno}行第{error.colno}个字符"
        raise CoordinateError("not_json", found, place, f"line {error.lineno}, {error.colno}") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets without end
        raise CoordinateError("not_json", excerpt(text), "全文", "the whole text") from error


def _only_geometry(value: Any) -> Any:
    """Return the geometry of a Feature or of a collection of one; anything else as it is."""
    if not isinstance(value, dict):
        return value
    if value.get("type") == "FeatureCollection" and isinstance(value.get("features"), list):
        if len(value["features"]) != 1:
            raise CoordinateError("features", len(value["features"]))
        return _only_geometry(value["features"][0])
    return value.get("geometry") if value.get("type") == "Feature" else value


def _count(coordinates: Any, depth: int) -> int:
    if depth == 0 or not isinstance(coordinates, list):
        return 1
    return sum(_count(part, depth - 1) for part in coordinates)


def _converted(part: Any, depth: int, system: CoordinateSystem) -> list:
    """Return the positions, ``depth`` lists deep, as longitude and latitude; a height is kept."""
    if not isinstance(part, list):
        raise CoordinateError("position", excerpt(part))
    if depth:
        return [_converted(inner, depth - 1, system) for inner in part]
    east, north, *height = _numbers(part)
    if system.kind is not Kind.PROJECTED and abs(north) > 90 >= abs(east):
        raise CoordinateError("longitude_first", f"{east}, {north}", f"{north}, {east}")
    longitude, latitude = to_wgs84(east, north, system.key)
    return [round(longitude, DECIMALS), round(latitude, DECIMALS), *height]


def _numbers(position: list) -> list[float]:
    is_one = len(position) in (2, 3) and not any(isinstance(number, bool) for number in position)
    if not is_one or not all(isinstance(number, int | float) for number in position):
        raise CoordinateError("position", excerpt(position))
    try:
        return [float(number) for number in position]
    except OverflowError as error:
        raise CoordinateError("position", excerpt(position)) from error


def _from_lines(text: str, system: CoordinateSystem) -> dict[str, Any]:
    """Read one point a line; parts that end where they began are areas, else lines, never both."""
    lines = text.splitlines()
    if (count := sum(bool(line.strip()) for line in lines)) > MOST_POSITIONS:
        raise CoordinateError("too_many", count, str(MOST_POSITIONS))
    parts: list[list[list[float]]] = [[]]
    for number, line in enumerate(lines, 1):
        if line.strip():
            parts[-1].append(_point(line, number, system))
        elif parts[-1]:
            parts.append([])
    closed = [len(part) > 2 and part[0] == part[-1] for part in parts]
    if len(set(closed)) > 1:
        raise CoordinateError("mixed_parts", closed.index(not closed[0]) + 1)
    kind, found = ("Polygon", [[part] for part in parts]) if closed[0] else ("LineString", parts)
    if len(found) == 1:
        return {"type": kind, "coordinates": found[0]}
    return {"type": f"Multi{kind}", "coordinates": found}


def _point(line: str, number: int, system: CoordinateSystem) -> list[float]:
    try:
        point = parse_typed_coordinates(line, system.key)
    except CoordinateError as error:
        raise CoordinateError("line", number, error.message_zh, error.message_en) from error
    return [round(point.longitude, DECIMALS), round(point.latitude, DECIMALS)]
