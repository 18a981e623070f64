"""GeoJSON geometries, their boxes, snapping and the box of the province."""

import pytest

from heritage.geometry import (
    BoundingBox,
    CoordinateError,
    bounding_box,
    is_inside_province_box,
    snap,
    validate_geojson_geometry,
)
from heritage.geometry.shapes import MOST_POSITIONS

SQUARE = [[126.5, 43.8], [126.6, 43.8], [126.6, 43.9], [126.5, 43.9], [126.5, 43.8]]
HOLE = [[126.54, 43.84], [126.56, 43.84], [126.56, 43.86], [126.54, 43.86], [126.54, 43.84]]
BOW_TIE = [[126.5, 43.8], [126.6, 43.9], [126.6, 43.8], [126.5, 43.9], [126.5, 43.8]]
NAN, INFINITY = float("nan"), float("inf")

VALID = [
    {"type": "Point", "coordinates": [126.54, 43.885]},
    {"type": "Point", "coordinates": [126.54, 43.885, 190.5]},
    {"type": "MultiPoint", "coordinates": [[126.5, 43.8], [126.6, 43.9]]},
    {"type": "LineString", "coordinates": [[126.5, 43.8], [126.6, 43.9]]},
    {"type": "MultiLineString", "coordinates": [[[126.5, 43.8], [126.6, 43.9]]]},
    {"type": "Polygon", "coordinates": [SQUARE]},
    {"type": "Polygon", "coordinates": [SQUARE, HOLE]},
    {"type": "MultiPolygon", "coordinates": [[SQUARE, HOLE]]},
]
REFUSED = [
    (None, "not_geometry"),
    ("POINT (126 43)", "not_geometry"),
    ({}, "not_geometry"),
    ({"type": "Point"}, "not_geometry"),
    ({"type": ["Point"], "coordinates": [126.5, 43.8]}, "not_geometry"),
    ({"type": "Feature", "geometry": VALID[0], "properties": {}}, "not_geometry"),
    ({"type": "GeometryCollection", "geometries": []}, "not_geometry"),
    ({"type": "Point", "coordinates": []}, "position"),
    ({"type": "Point", "coordinates": None}, "position"),
    ({"type": "Point", "coordinates": [126.5]}, "position"),
    ({"type": "Point", "coordinates": [126.5, 43.8, 0, 0]}, "position"),
    ({"type": "Point", "coordinates": [126.5, "43.8"]}, "position"),
    ({"type": "Point", "coordinates": [126.5, True]}, "position"),
    ({"type": "Point", "coordinates": [126.5, NAN]}, "position"),
    ({"type": "Point", "coordinates": [INFINITY, 43.8]}, "position"),
    ({"type": "Point", "coordinates": [126.5, 43.8, NAN]}, "position"),
    ({"type": "Point", "coordinates": [43.8, 126.5]}, "position"),
    ({"type": "Point", "coordinates": [10**400, 43.8]}, "position"),
    ({"type": "LineString", "coordinates": 7}, "position"),
    ({"type": "Polygon", "coordinates": [SQUARE[0]]}, "position"),
    ({"type": "MultiPoint", "coordinates": []}, "too_few"),
    ({"type": "LineString", "coordinates": [[126.5, 43.8]]}, "too_few"),
    ({"type": "MultiLineString", "coordinates": [[[126.5, 43.8], [126.6, 43.9]], []]}, "too_few"),
    ({"type": "Polygon", "coordinates": []}, "too_few"),
    ({"type": "Polygon", "coordinates": [SQUARE[:3]]}, "too_few"),
    ({"type": "MultiPolygon", "coordinates": [[SQUARE], []]}, "too_few"),
    ({"type": "Polygon", "coordinates": [SQUARE[:4]]}, "not_closed"),
    ({"type": "Polygon", "coordinates": [BOW_TIE]}, "invalid_shape"),
    ({"type": "Polygon", "coordinates": [HOLE, SQUARE]}, "invalid_shape"),
    ({"type": "LineString", "coordinates": [[126.5, 43.8], [126.5, 43.8]]}, "invalid_shape"),
    ({"type": "LineString", "coordinates": [[126.5, 43.8]] * (MOST_POSITIONS + 1)}, "too_many"),
]


@pytest.mark.parametrize("geometry", VALID, ids=lambda geometry: geometry["type"])
def test_a_valid_geometry_is_kept_as_it_is(geometry):
    assert validate_geojson_geometry(geometry) == geometry


def test_only_type_and_coordinates_are_kept():
    geometry = {"type": "Point", "coordinates": [126.5, 43.8], "bbox": [1, 2, 3, 4], "note": "x"}
    assert validate_geojson_geometry(geometry) == {"type": "Point", "coordinates": [126.5, 43.8]}


@pytest.mark.parametrize(("geometry", "reason"), REFUSED)
def test_a_geometry_that_cannot_be_stored_is_refused_with_its_reason(geometry, reason):
    with pytest.raises(CoordinateError) as refusal:
        validate_geojson_geometry(geometry)
    assert refusal.value.reason == reason


def test_a_crossing_border_is_told_where_it_crosses_in_both_languages():
    with pytest.raises(CoordinateError) as refusal:
        validate_geojson_geometry({"type": "Polygon", "coordinates": [BOW_TIE]})
    assert str(refusal.value) == "图形无效：边界自相交（126.55 43.85）。请在地图上重画或修正。"
    assert (
        refusal.value.message_en
        == "The shape is not valid: Self-intersection (126.55 43.85). Draw it again or mend it."
    )


@pytest.mark.parametrize(
    ("geometry", "box"),
    [
        (VALID[0], BoundingBox(126.54, 43.885, 126.54, 43.885)),
        (VALID[3], BoundingBox(126.5, 43.8, 126.6, 43.9)),
        (VALID[6], BoundingBox(126.5, 43.8, 126.6, 43.9)),
    ],
)
def test_a_geometry_has_its_bounding_box(geometry, box):
    assert bounding_box(geometry) == box


@pytest.mark.parametrize(
    ("step", "snapped"),
    [(0.001, (126.543, 43.886)), (0.05, (126.55, 43.9)), (0.5, (126.5, 44.0))],
)
def test_a_point_snaps_to_the_nearest_crossing_of_the_grid(step, snapped):
    assert snap(126.5432, 43.8857, step) == snapped


@pytest.mark.parametrize("step", [0, -0.1, NAN])
def test_a_grid_without_a_step_is_refused(step):
    with pytest.raises(CoordinateError) as refusal:
        snap(126.5, 43.8, step)
    assert refusal.value.reason == "step"


@pytest.mark.parametrize(
    ("longitude", "latitude", "is_inside"),
    [
        (126.5, 43.8, True),
        (121, 40, True),
        (132, 47, True),
        (120.9, 43.8, False),
        (126.5, 47.1, False),
        (NAN, 43, False),
    ],
)
def test_the_box_of_the_province_knows_what_is_inside(longitude, latitude, is_inside):
    assert is_inside_province_box(longitude, latitude) is is_inside
