"""Whether a point or a shape lies where its record says: the one rule behind every warning about a place.

A warning, never a refusal: outlines are drawn coarsely, and a railway leaves its county.
"""

from enum import Enum
from typing import Any

from shapely.geometry import shape

from heritage.geometry.shapes import BoundingBox, is_inside_province_box


class Whereabouts(Enum):
    """What is to be said about a place."""

    EXPECTED = "expected"
    #: No part of it lies in the division whose outline is loaded.
    OUTSIDE_DIVISION = "outside_division"
    #: A part of it lies outside the box of the province.
    OUTSIDE_PROVINCE = "outside_province"


def whereabouts(geometry: dict[str, Any], outline: dict[str, Any] | None = None) -> Whereabouts:
    """Say where a valid GeoJSON geometry lies (WGS 84), measured by a division's outline where there is one.

    A line or an area may cross the outline; it is outside when nothing of it lies within.
    """
    found = shape(geometry)
    if outline is not None and not shape(outline).intersects(found):
        return Whereabouts.OUTSIDE_DIVISION
    box = BoundingBox(*found.bounds)
    is_within = is_inside_province_box(box.west, box.south) and is_inside_province_box(box.east, box.north)
    return Whereabouts.EXPECTED if is_within else Whereabouts.OUTSIDE_PROVINCE


def point_geometry(longitude: float, latitude: float) -> dict[str, Any]:
    """Return a point, degrees WGS 84, as GeoJSON."""
    return {"type": "Point", "coordinates": [longitude, latitude]}
