"""Whether a place lies where its record says."""

import pytest

from heritage.geometry import Whereabouts, point_geometry, whereabouts

CHANGYI = {
    "type": "Polygon",
    "coordinates": [[[126.4, 43.8], [126.8, 43.8], [126.8, 44.1], [126.4, 44.1], [126.4, 43.8]]],
}
FAR_AWAY = {
    "type": "Polygon",
    "coordinates": [[[116.4, 39.8], [116.8, 39.8], [116.8, 40.1], [116.4, 40.1], [116.4, 39.8]]],
}


def line(*positions) -> dict:
    return {"type": "LineString", "coordinates": [list(position) for position in positions]}


@pytest.mark.parametrize(
    ("geometry", "outline", "found"),
    [
        (point_geometry(126.54, 43.885), None, Whereabouts.EXPECTED),
        (point_geometry(126.54, 43.885), CHANGYI, Whereabouts.EXPECTED),
        (point_geometry(126.4, 43.8), CHANGYI, Whereabouts.EXPECTED),
        (point_geometry(125.3, 43.9), None, Whereabouts.EXPECTED),
        (point_geometry(125.3, 43.9), CHANGYI, Whereabouts.OUTSIDE_DIVISION),
        (point_geometry(116.5, 39.9), None, Whereabouts.OUTSIDE_PROVINCE),
        (point_geometry(116.5, 39.9), CHANGYI, Whereabouts.OUTSIDE_DIVISION),
        (point_geometry(116.5, 39.9), FAR_AWAY, Whereabouts.OUTSIDE_PROVINCE),
        (line((126.5, 43.9), (125.3, 43.9)), CHANGYI, Whereabouts.EXPECTED),
        (line((125.2, 43.9), (125.3, 43.9)), CHANGYI, Whereabouts.OUTSIDE_DIVISION),
        (line((126.5, 43.9), (116.5, 39.9)), None, Whereabouts.OUTSIDE_PROVINCE),
        (line((126.5, 43.9), (116.5, 39.9)), CHANGYI, Whereabouts.OUTSIDE_PROVINCE),
        (CHANGYI, CHANGYI, Whereabouts.EXPECTED),
    ],
)
def test_a_place_is_measured_by_the_outline_where_there_is_one_and_by_the_box(geometry, outline, found):
    assert whereabouts(geometry, outline) is found
