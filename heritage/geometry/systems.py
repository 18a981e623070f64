"""The coordinate systems a point may be declared in: a table, in the order in which they are offered.

Codes, false eastings and axis orders are those of the EPSG registry (standards 4.2).
"""

from dataclasses import dataclass
from enum import Enum

from heritage.geometry.errors import CoordinateError


class Kind(Enum):
    """How a system is turned into WGS 84."""

    #: Degrees that are taken for WGS 84 as they are.
    GEOGRAPHIC = "geographic"
    #: Degrees shifted by a published algorithm, inverted step by step.
    SHIFTED = "shifted"
    #: Metres, 3-degree Gauss–Krüger on CGCS2000.
    PROJECTED = "projected"
    #: Another datum: only with regional parameters, which this project does not have.
    NEEDS_PARAMETERS = "needs_parameters"


@dataclass(frozen=True)
class CoordinateSystem:
    """A coordinate system.

    ``axes``: the order in which its standard writes a point, each ``longitude``, ``latitude``, ``north`` or
    ``east``. ``zone`` and ``central_meridian`` (degrees) only for a projection; ``has_prefix`` where the
    easting begins with the zone number. ``epsg`` is None where the registry has none.
    """

    key: str
    label_zh: str
    label_en: str
    epsg: int | None
    axes: tuple[str, str]
    kind: Kind
    zone: int | None = None
    central_meridian: int | None = None
    has_prefix: bool = False

    @property
    def false_easting(self) -> int:
        """Return what is added to the easting, in metres, the zone number included where it is written."""
        return 500_000 + (self.zone or 0) * 1_000_000 * self.has_prefix


_LATITUDE_FIRST, _LONGITUDE_FIRST = ("latitude", "longitude"), ("longitude", "latitude")
_NORTH_FIRST = ("north", "east")


def _zones() -> tuple[CoordinateSystem, ...]:
    """Return zones 40 to 44, each with and without its number before the easting."""
    systems = []
    for zone in range(40, 45):
        meridian = zone * 3
        with_number = CoordinateSystem(
            f"cgcs2000_zone_{zone}",
            f"CGCS2000 3度带 {zone}带（东坐标带带号）",
            f"CGCS2000 3-degree zone {zone} (zone number before the easting)",
            4488 + zone,
            _NORTH_FIRST,
            Kind.PROJECTED,
            zone,
            meridian,
            has_prefix=True,
        )
        without_number = CoordinateSystem(
            f"cgcs2000_cm_{meridian}",
            f"CGCS2000 3度带 中央经线{meridian}°（东坐标不带带号）",
            f"CGCS2000 3-degree, central meridian {meridian}°E (no zone number)",
            4509 + zone,
            _NORTH_FIRST,
            Kind.PROJECTED,
            zone,
            meridian,
        )
        systems += [with_number, without_number]
    return tuple(systems)


SYSTEMS: tuple[CoordinateSystem, ...] = (
    CoordinateSystem(
        "cgcs2000", "CGCS2000 经纬度", "CGCS2000, degrees", 4490, _LATITUDE_FIRST, Kind.GEOGRAPHIC
    ),
    CoordinateSystem(
        "wgs84", "WGS 84 经纬度（GPS）", "WGS 84, degrees (GPS)", 4326, _LATITUDE_FIRST, Kind.GEOGRAPHIC
    ),
    CoordinateSystem(
        "gcj02", "GCJ-02（高德、腾讯地图）", "GCJ-02 (Amap, Tencent)", None, _LONGITUDE_FIRST, Kind.SHIFTED
    ),
    CoordinateSystem("bd09", "BD-09（百度地图）", "BD-09 (Baidu)", None, _LONGITUDE_FIRST, Kind.SHIFTED),
    *_zones(),
    CoordinateSystem("beijing54", "北京54", "Beijing 1954", 4214, _LATITUDE_FIRST, Kind.NEEDS_PARAMETERS),
    CoordinateSystem("xian80", "西安80", "Xi'an 1980", 4610, _LATITUDE_FIRST, Kind.NEEDS_PARAMETERS),
)
SYSTEM_BY_KEY = {system.key: system for system in SYSTEMS}


def system_choices() -> list[tuple[str, str]]:
    """Return the systems as choices of a form field, Chinese labels."""
    return [(system.key, system.label_zh) for system in SYSTEMS]


def declared_system(key: str, found: object = "") -> CoordinateSystem:
    """Return the system with this key.

    Raises ``CoordinateError`` where none is declared (``found`` is what was to be read in it) or known.
    """
    if not key:
        raise CoordinateError("undeclared", found)
    if key not in SYSTEM_BY_KEY:
        raise CoordinateError("unknown_system", key, "、".join(SYSTEM_BY_KEY), ", ".join(SYSTEM_BY_KEY))
    return SYSTEM_BY_KEY[key]
