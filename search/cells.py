"""Places as one number, for map clusters: a Morton code of 24 levels in Web Mercator.

All points of one square of the map share the leading bits, so a histogram over the number,
with an interval of a power of four, counts squares.
"""

import math

LEVELS = 24
# A tile of 256 pixels has 4 × 4 squares of 64 pixels.
LEVELS_BELOW_TILE = 2
MAX_LATITUDE = 85.05112878


def cell(longitude: float, latitude: float) -> int:
    """The code of a WGS 84 point in degrees; latitudes beyond Web Mercator count as its edge."""
    latitude = max(-MAX_LATITUDE, min(MAX_LATITUDE, latitude))
    x = (longitude + 180) / 360
    y = (1 - math.asinh(math.tan(math.radians(latitude))) / math.pi) / 2
    size = 1 << LEVELS
    column, row = (min(size - 1, max(0, int(share * size))) for share in (x, y))
    return _spread(column) | _spread(row) << 1


def cluster_interval(zoom: int) -> int:
    """How many codes one 64-pixel square spans at a zoom level of Web Mercator tiles."""
    return 4 ** (LEVELS - max(0, min(LEVELS, zoom + LEVELS_BELOW_TILE)))


def _spread(number: int) -> int:
    """The bits of a number, each followed by a free one."""
    return sum((number >> bit & 1) << 2 * bit for bit in range(LEVELS))
