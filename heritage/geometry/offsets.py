"""GCJ-02 and BD-09: the published shifts and their inverses, in degrees, longitude first.

GCJ-02 shifts WGS 84 by several hundred metres within a box around China; BD-09 shifts GCJ-02 again.
Neither has an inverse formula: it is found by repeating the shift until it agrees.
"""

from collections.abc import Callable
from math import atan2, cos, hypot, pi, radians, sin, sqrt

#: The ellipsoid of the shift: Krasovsky 1940, semi-major axis in metres and first eccentricity squared.
SEMI_MAJOR_AXIS = 6_378_245.0
ECCENTRICITY_SQUARED = 0.00669342162296594323
#: Outside this box (west, south, east, north) GCJ-02 is WGS 84.
SHIFTED_BOX = (72.004, 0.8293, 137.8347, 55.8271)
#: The inverse is right to this many degrees (a tenth of a millimetre).
TOLERANCE = 1e-9
MOST_ROUNDS = 30
_BAIDU_TURN = pi * 3000 / 180

Point = tuple[float, float]


def is_shifted(longitude: float, latitude: float) -> bool:
    """Say whether a point lies in the box within which GCJ-02 differs from WGS 84."""
    west, south, east, north = SHIFTED_BOX
    return west <= longitude <= east and south <= latitude <= north


def gcj02_from_wgs84(longitude: float, latitude: float) -> Point:
    """Shift a WGS 84 point to GCJ-02."""
    if not is_shifted(longitude, latitude):
        return longitude, latitude
    x, y = longitude - 105.0, latitude - 35.0
    phi = radians(latitude)
    flattening = 1 - ECCENTRICITY_SQUARED * sin(phi) ** 2
    meridian_radius = SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / flattening**1.5
    parallel_radius = SEMI_MAJOR_AXIS / sqrt(flattening) * cos(phi)
    east = _metres_east(x, y) / parallel_radius * 180 / pi
    north = _metres_north(x, y) / meridian_radius * 180 / pi
    return longitude + east, latitude + north


def _waves(value: float, *terms: tuple[float, float]) -> float:
    """Sum ``amplitude · sin(frequency · π · value)``."""
    return sum(amplitude * sin(value * pi * frequency) for amplitude, frequency in terms)


def _metres_east(x: float, y: float) -> float:
    plain = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
    waves = _waves(x, (20.0, 6.0), (20.0, 2.0), (20.0, 1.0), (40.0, 1 / 3), (150.0, 1 / 12), (300.0, 1 / 30))
    return plain + waves * 2 / 3


def _metres_north(x: float, y: float) -> float:
    plain = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
    waves = _waves(x, (20.0, 6.0), (20.0, 2.0))
    waves += _waves(y, (20.0, 1.0), (40.0, 1 / 3), (160.0, 1 / 12), (320.0, 1 / 30))
    return plain + waves * 2 / 3


def wgs84_from_gcj02(longitude: float, latitude: float) -> Point:
    """Undo the shift of GCJ-02, to ``TOLERANCE``."""
    return _inverse(gcj02_from_wgs84, longitude, latitude)


def bd09_from_gcj02(longitude: float, latitude: float) -> Point:
    """Shift a GCJ-02 point to BD-09."""
    radius = hypot(longitude, latitude) + 0.00002 * sin(latitude * _BAIDU_TURN)
    angle = atan2(latitude, longitude) + 0.000003 * cos(longitude * _BAIDU_TURN)
    return radius * cos(angle) + 0.0065, radius * sin(angle) + 0.006


def gcj02_from_bd09(longitude: float, latitude: float) -> Point:
    """Undo the shift of BD-09, to ``TOLERANCE``."""
    return _inverse(bd09_from_gcj02, longitude, latitude)


def bd09_from_wgs84(longitude: float, latitude: float) -> Point:
    """Shift a WGS 84 point to BD-09."""
    return bd09_from_gcj02(*gcj02_from_wgs84(longitude, latitude))


def wgs84_from_bd09(longitude: float, latitude: float) -> Point:
    """Undo both shifts of BD-09."""
    return wgs84_from_gcj02(*gcj02_from_bd09(longitude, latitude))


def _inverse(shift: Callable[[float, float], Point], longitude: float, latitude: float) -> Point:
    """Find the point that ``shift`` moves to the one given; each round divides the error by a hundred."""
    x, y = longitude, latitude
    for _ in range(MOST_ROUNDS):
        shifted_x, shifted_y = shift(x, y)
        error_x, error_y = longitude - shifted_x, latitude - shifted_y
        x, y = x + error_x, y + error_y
        if max(abs(error_x), abs(error_y)) < TOLERANCE:
            break
    return x, y
