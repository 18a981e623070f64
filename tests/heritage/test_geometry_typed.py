"""Coordinates as people type them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heritage.geometry import CoordinateError, DeclaredPoint, parse_typed_coordinates, to_wgs84

PLACE = (126.54, 43.885)
SPELLINGS = """\
43°53′6″N, 126°32′24″E
43°53'6"N 126°32'24"E
43°53'6''N 126°32'24''E
126°32′24″E 43°53′6″N
N43°53′6″ E126°32′24″
E 126°32'24", N 43°53'6"
43°53′6″N126°32′24″E
北纬43°53′6″；东经126°32′24″
北纬43度53分6秒，东经126度32分24秒
东经：126°32′24″；北纬：43°53′6″
纬度43°53′6″ 经度126°32′24″
43°53.1′N 126°32.4′E
43度53.1分 126度32.4分
43:53:06 126:32:24
43 53 6 N 126 32 24 E
43 53 6, 126 32 24
43.885, 126.54
126.54,43.885
43.885 126.54
(126.54, 43.885)
43.885°N; 126.54°E
43.885N 126.54
43.885 东经126.54
东经126.54° 北纬43.885°
纬度：43.885 经度：126.54
lat=43.885, lng=126.54
４３．８８５，１２６．５４
４３°５３′６″Ｎ，１２６°３２′２４″Ｅ""".splitlines()
METRES = """\
4862345.12, 42542345.67
4862345.12 542345.67
4862345.12m, 542345.67m
X=4862345.12 Y=42542345.67
Y=42542345.67，X=4862345.12
北4862345.12米，东542345.67米
东坐标542345.67 北坐标4862345.12
X坐标：4862345.12；Y坐标：42542345.67""".splitlines()


@pytest.mark.parametrize("text", SPELLINGS)
def test_degrees_are_read_in_every_spelling_and_the_text_is_kept(text):
    point = parse_typed_coordinates(text, "cgcs2000")
    assert (point.text, point.system) == (text, "cgcs2000")
    assert (point.longitude, point.latitude) == pytest.approx(PLACE, abs=1e-9)


def test_degrees_of_a_shifted_system_are_shifted_back():
    longitude, latitude = to_wgs84(*PLACE, "gcj02")
    expected = DeclaredPoint("43.885, 126.54", "gcj02", longitude, latitude)
    assert parse_typed_coordinates("43.885, 126.54", "gcj02") == expected


@pytest.mark.parametrize("text", METRES)
@pytest.mark.parametrize("system", ["cgcs2000_zone_42", "cgcs2000_cm_126"])
def test_metres_are_read_north_first_with_or_without_the_zone_number(text, system):
    point = parse_typed_coordinates(text, system)
    expected = to_wgs84(542345.67, 4862345.12, "cgcs2000_cm_126")
    assert (point.longitude, point.latitude) == pytest.approx(expected, abs=1e-9)


def test_southern_and_western_degrees_are_negative():
    point = parse_typed_coordinates("南纬43.885 西经126.54", "wgs84")
    assert (point.longitude, point.latitude) == (-126.54, -43.885)


@pytest.mark.parametrize(
    ("text", "system", "reason"),
    [
        ("43.885, 126.54", "", "undeclared"),
        ("43.885, 126.54", "wgs72", "unknown_system"),
        ("43.885, 126.54", "beijing54", "needs_parameters"),
        ("", "wgs84", "not_numbers"),
        ("长春市绿园区", "wgs84", "not_numbers"),
        ("43.885", "wgs84", "not_numbers"),
        ("43.885, 126.54, 200", "wgs84", "not_numbers"),
        ("43,885 126,54", "wgs84", "not_numbers"),
        ("nan, inf", "wgs84", "not_numbers"),
        ("1e400, 126.54", "wgs84", "not_numbers"),
        ("43°53′6″, 126°32′24″", "cgcs2000_zone_42", "not_numbers"),
        ("4" * 200, "wgs84", "not_numbers"),
        ("43°60′6″N, 126°32′24″E", "wgs84", "minutes"),
        ("43°53′60″N, 126°32′24″E", "wgs84", "minutes"),
        ("43.5°53′6″N, 126°32′24″E", "wgs84", "minutes"),
        ("43.885, 26.54", "wgs84", "which_is_which"),
        ("143.885, 126.54", "wgs84", "which_is_which"),
        ("43.885N, 126.54N", "wgs84", "which_is_which"),
        ("43.885, 190", "wgs84", "outside"),
        ("9" * 100 + ", 43", "wgs84", "outside"),
        ("48.85N 2.35E", "gcj02", "outside"),
        ("42542345.67, 4862345.12", "cgcs2000_zone_42", "swapped"),
        ("X=542345.67 Y=4862345.12", "cgcs2000_cm_126", "swapped"),
        ("4862345.12, 41542345.67", "cgcs2000_zone_42", "zone_prefix"),
        ("43.885, 126.54", "cgcs2000_zone_42", "far_from_zone"),
    ],
)
def test_what_is_no_certain_point_is_refused_with_its_reason(text, system, reason):
    with pytest.raises(CoordinateError) as refusal:
        parse_typed_coordinates(text, system)
    assert refusal.value.reason == reason
    assert str(refusal.value) == refusal.value.message_zh


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from(
            "43 126 9999999 . 53 6 ° ′ ″ N E S W , ， 北纬 东经 X Y = : - 米 度 分 秒 ' \" ( e".split()
        ),
        max_size=9,
    ).map("".join),
    st.sampled_from(["wgs84", "gcj02", "bd09", "cgcs2000_zone_42"]),
)
def test_whatever_is_typed_becomes_a_point_on_the_earth_or_is_refused(text, system):
    try:
        point = parse_typed_coordinates(text, system)
    except CoordinateError:
        return
    assert -180 <= point.longitude <= 180
    assert -90 <= point.latitude <= 90
