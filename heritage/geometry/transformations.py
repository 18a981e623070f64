"""Between a declared coordinate system and WGS 84, both ways.

Everywhere here the east value comes first (longitude, easting) and the north value second, whatever
order the standard of the system writes; `typed` reads that order. CGCS2000 and WGS 84 are taken for
equal: standards 4.2 lets the difference go, which is far less than any point of the inventory is known to.
"""

from functools import lru_cache
from math import isfinite

from pyproj import Transformer

from heritage.geometry import offsets
from heritage.geometry.errors import CoordinateError
from heritage.geometry.systems import CoordinateSystem, Kind, declared_system

_GEOGRAPHIC_EPSG = 4490
#: A survey may run over the edge of its zone (1.5°), but not further from the central meridian than this.
FARTHEST_FROM_MERIDIAN = 2.0
#: Northings of the northern hemisphere, metres.
NORTHINGS = (0.0, 10_002_000.0)
_SHIFTS = {
    "gcj02": (offsets.gcj02_from_wgs84, offsets.wgs84_from_gcj02),
    "bd09": (offsets.bd09_from_wgs84, offsets.wgs84_from_bd09),
}

Point = tuple[float, float]


def to_wgs84(east: float, north: float, system: str) -> Point:
    """Return the WGS 84 longitude and latitude, in degrees, of a point in a declared system.

    ``east`` is the longitude in degrees or the easting in metres, with or without the zone number; ``north``
    the latitude or the northing. Raises ``CoordinateError``.
    """
    declared = _usable(system, f"{east}, {north}")
    _refuse_not_finite(east, north)
    if declared.kind is Kind.PROJECTED:
        return _unproject(east, north, declared)
    check_degrees(east, north)
    if declared.kind is Kind.GEOGRAPHIC:
        return east, north
    if not offsets.is_shifted(east, north):
        raise CoordinateError(
            "outside", f"{east}, {north}", f"{declared.label_zh}只用于中国境内", "used only in China"
        )
    return _SHIFTS[declared.key][1](east, north)


def from_wgs84(longitude: float, latitude: float, system: str) -> Point:
    """Return the east and the north value in ``system`` of a WGS 84 point; the opposite of ``to_wgs84``."""
    declared = _usable(system, f"{longitude}, {latitude}")
    _refuse_not_finite(longitude, latitude)
    check_degrees(longitude, latitude)
    if declared.kind is Kind.PROJECTED:
        _refuse_far_from_zone(longitude, f"{longitude}, {latitude}", declared)
        east, north = _transformer(declared.epsg, forward=True).transform(longitude, latitude)
        return float(east), float(north)
    if declared.kind is Kind.GEOGRAPHIC:
        return longitude, latitude
    return _SHIFTS[declared.key][0](longitude, latitude)


def check_degrees(longitude: float, latitude: float) -> None:
    """Raise ``CoordinateError`` unless the point lies on the earth."""
    if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
        found = f"{longitude}, {latitude}"
        raise CoordinateError("outside", found, "经度 ±180°，纬度 ±90°", "longitude ±180°, latitude ±90°")


def zone_of(longitude: float) -> int:
    """Return the number of the 3-degree zone in which a longitude lies."""
    return int((longitude + 1.5) // 3)


def _usable(system: str, found: str) -> CoordinateSystem:
    declared = declared_system(system, found)
    if declared.kind is Kind.NEEDS_PARAMETERS:
        # PROJ would answer the unshifted point, without an error.
        raise CoordinateError("needs_parameters", f"{declared.label_zh} ({declared.label_en})")
    return declared


def _refuse_not_finite(*values: float) -> None:
    for value in values:
        if not isfinite(value):
            raise CoordinateError("not_finite", value)


def _unproject(east: float, north: float, system: CoordinateSystem) -> Point:
    found = f"{north}, {east}"
    example = f"{4_862_345}, {system.false_easting - 87_655}"
    looks_northern = 1_000_000 <= east <= NORTHINGS[1]
    if looks_northern and not 1_000_000 <= north <= NORTHINGS[1]:
        raise CoordinateError("swapped", found, example)
    if not NORTHINGS[0] <= north <= NORTHINGS[1]:
        raise CoordinateError("outside", found, "北坐标 0–10002000 米", "northing 0–10,002,000 m")
    offset = _without_zone_number(east, found, system) - 500_000
    longitude, latitude = _transformer(system.epsg, forward=False).transform(
        system.false_easting + offset, north
    )
    _refuse_not_finite(longitude, latitude)
    _refuse_far_from_zone(longitude, found, system)
    return float(longitude), float(latitude)


def _without_zone_number(east: float, found: str, system: CoordinateSystem) -> float:
    """Return the easting without its zone number, which must be that of the system if it is there."""
    if 0 <= east < 1_000_000:
        return east
    prefix, easting = divmod(east, 1_000_000)
    if prefix != system.zone:
        raise CoordinateError("zone_prefix", found, system.label_zh, system.label_en)
    return easting


def _refuse_far_from_zone(longitude: float, found: str, system: CoordinateSystem) -> None:
    if abs(longitude - (system.central_meridian or 0)) > FARTHEST_FROM_MERIDIAN:
        zone = zone_of(longitude)
        raise CoordinateError(
            "far_from_zone",
            found,
            f"东经{longitude:.2f}°属于{zone}带",
            f"{longitude:.2f}°E is in zone {zone}",
        )


@lru_cache(maxsize=32)
def _transformer(epsg: int | None, *, forward: bool) -> Transformer:
    """Return the transformation on one datum, which is exact; `always_xy` puts the east value first."""
    geographic, projected = f"EPSG:{_GEOGRAPHIC_EPSG}", f"EPSG:{epsg}"
    source, target = (geographic, projected) if forward else (projected, geographic)
    return Transformer.from_crs(source, target, always_xy=True, allow_ballpark=False)
