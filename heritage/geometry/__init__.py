"""Points and shapes of the inventory: declared coordinate systems, WGS 84, GeoJSON.

Pure: knows no model and no request. Every point has a declared system or is refused; the text as typed
is kept beside the WGS 84 degrees. See docs/coordinates.md.
"""

from heritage.geometry.errors import CoordinateError
from heritage.geometry.shapes import (
    METRES_PER_DEGREE,
    PROVINCE_BOX,
    BoundingBox,
    bounding_box,
    is_inside_province_box,
    snap,
    validate_geojson_geometry,
)
from heritage.geometry.systems import SYSTEMS, CoordinateSystem, system_choices
from heritage.geometry.transformations import from_wgs84, to_wgs84, zone_of
from heritage.geometry.typed import DeclaredPoint, parse_typed_coordinates
from heritage.geometry.typed_shapes import parse_typed_shape
from heritage.geometry.whereabouts import Whereabouts, point_geometry, whereabouts

__all__ = [
    "METRES_PER_DEGREE",
    "PROVINCE_BOX",
    "SYSTEMS",
    "BoundingBox",
    "CoordinateError",
    "CoordinateSystem",
    "DeclaredPoint",
    "Whereabouts",
    "bounding_box",
    "from_wgs84",
    "is_inside_province_box",
    "parse_typed_coordinates",
    "parse_typed_shape",
    "point_geometry",
    "snap",
    "system_choices",
    "to_wgs84",
    "validate_geojson_geometry",
    "whereabouts",
    "zone_of",
]
