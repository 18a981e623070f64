"""GeoJSON geometries of the inventory: what may be stored, their box, snapping, the province's box."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from shapely.geometry import shape
from shapely.validation import explain_validity

from heritage.geometry.errors import CoordinateError

METRES_PER_DEGREE = 111_320  # of latitude
MOST_POSITIONS = 20_000
#: How deep the positions of each type lie.
DEPTHS = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
_TYPES = ", ".join(DEPTHS)
_VALIDITY_ZH = {
    "Self-intersection": "边界自相交",
    "Ring Self-intersection": "边界自相接",
    "Too few points in geometry component": "点数不够（有重合的点）",
    "Hole lies outside shell": "内环在外环之外",
    "Holes are nested": "内环相互嵌套",
    "Interior is disconnected": "面的内部不连通",
    "Nested shells": "面相互嵌套",
    "Duplicate Rings": "有重复的环",
}


class BoundingBox(NamedTuple):
    """The box of a shape, degrees WGS 84."""

    west: float
    south: float
    east: float
    north: float


#: The province's box; a point outside is a warning, not a refusal.
PROVINCE_BOX = BoundingBox(121.0, 40.0, 132.0, 47.0)


def validate_geojson_geometry(value: object) -> dict[str, Any]:
    """Return the type and coordinates of a GeoJSON geometry that may be stored.

    Point, LineString, Polygon and their Multi forms; longitude first, degrees WGS 84; a third number
    (height, metres) is kept. Raises ``CoordinateError`` for anything else, for positions that are not finite
    or not on the earth, for open rings, for crossing borders and for more than 20,000 positions.
    """
    kind = value.get("type") if isinstance(value, dict) else type(value).__name__
    if (
        not isinstance(value, dict)
        or not isinstance(kind, str)
        or kind not in DEPTHS
        or "coordinates" not in value
    ):
        raise CoordinateError("not_geometry", kind, _TYPES)
    coordinates = value["coordinates"]
    _check_positions(kind, coordinates)
    _check_lengths(kind, coordinates)
    geometry = shape({"type": kind, "coordinates": coordinates})
    if not geometry.is_valid:
        _refuse_invalid(explain_validity(geometry))
    return {"type": kind, "coordinates": coordinates}


def _check_positions(kind: str, coordinates: object) -> None:
    count = 0
    for position in _positions(coordinates, DEPTHS[kind]):
        count += 1
        if count > MOST_POSITIONS:
            raise CoordinateError("too_many", f">{MOST_POSITIONS}", str(MOST_POSITIONS))
        if not _is_position(position):
            raise CoordinateError("position", str(position)[:60])
    if not count:
        raise CoordinateError("too_few", kind, "没有点", "there are none")


def _positions(coordinates: object, depth: int) -> Iterator[object]:
    """Walk the positions that lie ``depth`` lists deep."""
    if depth == 0:
        yield coordinates
    elif isinstance(coordinates, list | tuple):
        for part in coordinates:
            yield from _positions(part, depth - 1)
    else:
        raise CoordinateError("position", str(coordinates)[:60])


def _is_position(position: object) -> bool:
    """Say whether this is two or three numbers on the earth; comparing refuses NaN and infinity too."""
    if not isinstance(position, list | tuple) or len(position) not in (2, 3):
        return False
    if any(isinstance(number, bool) or not isinstance(number, int | float) for number in position):
        return False
    longitude, latitude, *height = position
    return (
        -180 <= longitude <= 180 and -90 <= latitude <= 90 and all(abs(metres) < 10_000 for metres in height)
    )


def _check_lengths(kind: str, coordinates: Any) -> None:
    """Refuse lines of fewer than two positions and rings that are short or open."""
    lines = {"LineString": [coordinates], "MultiLineString": coordinates}.get(kind, [])
    for line in lines:
        if len(line) < 2:
            raise CoordinateError("too_few", kind, "线至少2个点", "a line has two or more")
    polygons = {"Polygon": [coordinates], "MultiPolygon": coordinates}.get(kind, [])
    if any(not polygon for polygon in polygons):
        raise CoordinateError("too_few", kind, "没有点", "there are none")
    for ring in (ring for polygon in polygons for ring in polygon):
        if len(ring) < 4:
            raise CoordinateError("too_few", kind, "面的边界至少4个点（首尾相同）", "a ring has four or more")
        if list(ring[0]) != list(ring[-1]):
            raise CoordinateError("not_closed", f"{list(ring[0])}, {list(ring[-1])}")


def _refuse_invalid(reason: str) -> None:
    """Raise with the finding of GEOS, “Self-intersection[126.5 43.8]”, its words in Chinese."""
    words, _, place = reason.partition("[")
    place = " ".join(str(round(float(number), 6)) for number in place.removesuffix("]").split())
    chinese = _VALIDITY_ZH.get(words, words) + (f"（{place}）" if place else "")
    raise CoordinateError("invalid_shape", reason, chinese, words + (f" ({place})" if place else ""))


def bounding_box(geometry: object) -> BoundingBox:
    """Return the box of a geometry, which is validated first."""
    checked = validate_geojson_geometry(geometry)
    return BoundingBox(*shape(checked).bounds)


def snap(longitude: float, latitude: float, step: float) -> tuple[float, float]:
    """Move a point to the nearest crossing of a grid of ``step`` degrees."""
    if not step > 0:
        raise CoordinateError("step", step)
    return round(round(longitude / step) * step, 6), round(round(latitude / step) * step, 6)


def is_inside_province_box(longitude: float, latitude: float) -> bool:
    """Say whether a point lies in 121–132° E, 40–47° N."""
    west, south, east, north = PROVINCE_BOX
    return west <= longitude <= east and south <= latitude <= north
