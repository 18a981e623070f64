"""Lines and areas as they are typed, pasted or drawn, and what is refused of them."""

import json

import pytest

from heritage.geometry import CoordinateError, parse_typed_shape
from heritage.geometry.typed_shapes import LONGEST_TEXT, MOST_POSITIONS

LINE = [[126.5, 43.8], [126.6, 43.9]]
SQUARE = [[126.5, 43.8], [126.6, 43.8], [126.6, 43.9], [126.5, 43.9], [126.5, 43.8]]
OTHER = [[longitude + 1, latitude] for longitude, latitude in SQUARE]
BOW_TIE = [[126.5, 43.8], [126.6, 43.9], [126.6, 43.8], [126.5, 43.9], [126.5, 43.8]]


def geojson(kind: str, coordinates) -> dict:
    return {"type": kind, "coordinates": coordinates}


def lines(*parts) -> str:
    return "\n\n".join("\n".join(f"{east}, {north}" for east, north in part) for part in parts)


@pytest.mark.parametrize(
    ("text", "geometry"),
    [
        (lines(LINE), geojson("LineString", LINE)),
        (lines(SQUARE), geojson("Polygon", [SQUARE])),
        (lines(LINE, SQUARE[:2]), geojson("MultiLineString", [LINE, SQUARE[:2]])),
        (lines(SQUARE, OTHER), geojson("MultiPolygon", [[SQUARE], [OTHER]])),
        ("\n\n" + lines(LINE) + "\n\n\n", geojson("LineString", LINE)),
        (
            "北纬43°48′，东经126°30′\r\n43°54′N 126°36′E",
            geojson("LineString", LINE),
        ),
    ],
    ids=["line", "area", "lines", "areas", "blank lines around", "degrees and minutes"],
)
def test_one_point_a_line_is_a_line_or_where_it_closes_an_area(text, geometry):
    assert parse_typed_shape(text, "wgs84") == geometry


@pytest.mark.parametrize(
    "geometry",
    [
        geojson("LineString", LINE),
        geojson("LineString", [[126.5, 43.8, 190.5], [126.6, 43.9, 191.0]]),
        geojson("MultiLineString", [LINE, SQUARE[:2]]),
        geojson("Polygon", [SQUARE]),
        geojson("MultiPolygon", [[SQUARE], [OTHER]]),
    ],
    ids=lambda geometry: geometry["type"],
)
def test_geojson_is_read_bare_in_a_feature_and_in_a_collection_of_one(geometry):
    feature = {"type": "Feature", "properties": {"name": "铁路"}, "geometry": geometry}
    collection = {"type": "FeatureCollection", "features": [feature]}
    for value in (geometry, feature, collection):
        assert parse_typed_shape(f"\ufeff {json.dumps(value)}\n", "cgcs2000") == geometry


def test_a_line_that_crosses_itself_is_a_line():
    loop = geojson("LineString", BOW_TIE)
    assert parse_typed_shape(json.dumps(loop), "wgs84") == loop


def test_metres_are_east_first_in_geojson_and_north_first_in_lines():
    east, north = 543394.94, 4861186.35
    drawn = json.dumps(geojson("LineString", [[east, north], [east, north + 1000]]))
    typed = f"{north}, {east}\n{north + 1000}, {east}"
    assert parse_typed_shape(drawn, "cgcs2000_cm_126") == parse_typed_shape(typed, "cgcs2000_cm_126")
    (first, _second) = parse_typed_shape(drawn, "cgcs2000_cm_126")["coordinates"]
    assert first == pytest.approx([126.54, 43.885], abs=1e-6)


def test_a_shape_of_a_chinese_web_map_is_shifted_to_where_it_is():
    (first, _second) = parse_typed_shape(lines(LINE), "gcj02")["coordinates"]
    assert first != pytest.approx(LINE[0], abs=1e-3)
    assert first == pytest.approx(LINE[0], abs=1e-2)


REFUSED = [
    (lines(LINE), "", "undeclared"),
    (lines(LINE), "mars", "unknown_system"),
    (json.dumps(geojson("LineString", LINE)), "xian80", "needs_parameters"),
    (json.dumps(geojson("Point", [126.5, 43.8])), "wgs84", "not_geometry"),
    (json.dumps({"type": "GeometryCollection", "geometries": []}), "wgs84", "not_geometry"),
    (json.dumps({"type": "Feature", "geometry": None}), "wgs84", "not_geometry"),
    (json.dumps({"type": "LineString"}), "wgs84", "not_geometry"),
    (json.dumps({"type": ["LineString"], "coordinates": LINE}), "wgs84", "not_geometry"),
    ("[[126.5, 43.8], [126.6, 43.9]]", "wgs84", "not_geometry"),
    (r'{"type": "\ud800", "coordinates": []}', "wgs84", "not_geometry"),
    (json.dumps({"type": "FeatureCollection", "features": [{}, {}]}), "wgs84", "features"),
    ('{"type": "LineString", "coordinates": [[126.5, 43.8', "wgs84", "not_json"),
    ("[" * 100_000, "wgs84", "not_json"),
    ('{"coordinates": ' + "9" * 5000 + "}", "wgs84", "not_json"),
    (json.dumps(geojson("LineString", 7)), "wgs84", "position"),
    (json.dumps(geojson("LineString", [LINE[0], 7])), "wgs84", "position"),
    (json.dumps(geojson("LineString", [LINE[0], [126.5]])), "wgs84", "position"),
    (json.dumps(geojson("LineString", [LINE[0], ["126.5", "43.8"]])), "wgs84", "position"),
    (json.dumps(geojson("LineString", [LINE[0], [True, False]])), "wgs84", "position"),
    (json.dumps(geojson("LineString", [LINE[0], [10**400, 43]])), "wgs84", "position"),
    ('{"type": "LineString", "coordinates": [[126.5, 43.8], [NaN, 43.9]]}', "wgs84", "not_finite"),
    (json.dumps(geojson("LineString", [[43.8, 126.5], [43.9, 126.6]])), "wgs84", "longitude_first"),
    (json.dumps(geojson("LineString", [[186.5, 43.8], [126.6, 43.9]])), "wgs84", "outside"),
    (json.dumps(geojson("LineString", [LINE[0]])), "wgs84", "too_few"),
    (json.dumps(geojson("LineString", [])), "wgs84", "too_few"),
    (json.dumps(geojson("Polygon", [SQUARE[:2]])), "wgs84", "too_few"),
    (json.dumps(geojson("Polygon", [SQUARE[:4]])), "wgs84", "not_closed"),
    (json.dumps(geojson("Polygon", [BOW_TIE])), "wgs84", "invalid_shape"),
    (json.dumps(geojson("LineString", [LINE[0]] * (MOST_POSITIONS + 1))), "wgs84", "too_many"),
    ("126.5, 43.8\n" * (MOST_POSITIONS + 1), "wgs84", "too_many"),
    ("x" * (LONGEST_TEXT + 1), "wgs84", "too_long"),
    (lines(LINE) + "\n沿江", "wgs84", "line"),
    (lines(LINE[:1]), "wgs84", "too_few"),
    (lines(LINE, SQUARE), "wgs84", "mixed_parts"),
    (lines(BOW_TIE), "wgs84", "invalid_shape"),
]


@pytest.mark.parametrize(("text", "system", "reason"), REFUSED)
def test_what_is_no_shape_is_refused_with_its_reason(text, system, reason):
    with pytest.raises(CoordinateError) as refusal:
        parse_typed_shape(text, system)
    assert refusal.value.reason == reason
    refusal.value.message_zh.encode()  # a page can hold it


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "126.5, 43.8\n\n126.6；四三",
            "第3行：坐标“126.6；四三”读不懂。请写成43.885, 126.54 或 43°53′6″N, 126°32′24″E。",
        ),
        (
            '{"type": "LineString",\n "coordinates": oops}',
            "这不是 GeoJSON：第2行第17个字符“oops}”处读不懂。请整段重新粘贴，或每行写一个点。",
        ),
        (
            json.dumps(geojson("LineString", [[43.8, 126.5], [43.9, 126.6]])),
            "“43.8, 126.5”的次序相反：GeoJSON 中经度在前、纬度在后。请改为 126.5, 43.8。",
        ),
        (
            json.dumps(geojson("Point", [126.5, 43.8])),
            "“Point”不是可用的图形。请给出 线（LineString、MultiLineString）或面（Polygon、MultiPolygon）。",
        ),
        (
            lines(BOW_TIE),
            "图形无效：边界自相交（126.55 43.85）。请在地图上重画或修正。",
        ),
        (
            "126.5, 43.8\n" * (MOST_POSITIONS + 1),
            "图形有5001个点，至多5000个。请先简化。",
        ),
    ],
)
def test_a_refusal_says_what_was_found_where_and_what_to_do(text, sentence):
    with pytest.raises(CoordinateError) as refusal:
        parse_typed_shape(text, "wgs84")
    assert str(refusal.value) == sentence
