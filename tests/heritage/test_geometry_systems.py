"""Coordinate systems, both ways, against pairs and formulas that are not our own."""

from math import cos, hypot, radians, sin, sqrt, tan
from pathlib import Path

import pytest
from pyproj import CRS

from heritage.geometry import SYSTEMS, CoordinateError, from_wgs84, system_choices, to_wgs84, zone_of
from heritage.geometry.offsets import bd09_from_gcj02, gcj02_from_bd09, gcj02_from_wgs84
from heritage.geometry.systems import Kind

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "coordinates.md"
FILM_STUDIO = (125.286, 43.861)
#: Published pairs of independent implementations (eviltransform, coordtransform): WGS 84 → GCJ-02.
GCJ02_PAIRS = [
    ((121.5272106, 31.1774276), (121.531541859215, 31.17530398364597)),
    ((113.912316, 22.543847), (113.9171764808363, 22.540796131694766)),
    ((116.377817, 39.911954), (116.38404722455657, 39.91334545536069)),
    ((116.404, 39.915), (116.41024449916938, 39.91640428150164)),
]
USABLE = [system for system in SYSTEMS if system.kind is not Kind.NEEDS_PARAMETERS]


def gauss_krueger(longitude: float, latitude: float, meridian: float) -> tuple[float, float]:
    """Return easting (false easting 500,000 m) and northing by the classic series, to a millimetre."""
    a, f = 6_378_137.0, 1 / 298.257222101
    e2 = f * (2 - f)
    second_e2 = e2 / (1 - e2)
    phi, length = radians(latitude), radians(longitude - meridian)
    # Helmert's series of the meridian arc.
    n = f / (2 - f)
    arc = (a / (1 + n)) * (
        (1 + n**2 / 4 + n**4 / 64) * phi
        - 3 / 2 * (n - n**3 / 8) * sin(2 * phi)
        + 15 / 16 * (n**2 - n**4 / 4) * sin(4 * phi)
        - 35 / 48 * n**3 * sin(6 * phi)
        + 315 / 512 * n**4 * sin(8 * phi)
    )
    t, eta2 = tan(phi), second_e2 * cos(phi) ** 2
    m, normal = length * cos(phi), a / sqrt(1 - e2 * sin(phi) ** 2)
    north = arc + normal * t * (
        m**2 / 2
        + (5 - t**2 + 9 * eta2 + 4 * eta2**2) * m**4 / 24
        + (61 - 58 * t**2 + t**4 + 270 * eta2 - 330 * eta2 * t**2) * m**6 / 720
    )
    east = normal * (
        m + (1 - t**2 + eta2) * m**3 / 6 + (5 - 18 * t**2 + t**4 + 14 * eta2 - 58 * eta2 * t**2) * m**5 / 120
    )
    return east + 500_000, north


@pytest.mark.parametrize(
    "system", [system for system in SYSTEMS if system.epsg], ids=lambda system: system.key
)
def test_a_system_agrees_with_the_registry_in_datum_projection_and_axis_order(system):
    registered = CRS.from_epsg(system.epsg)
    directions = [axis.direction for axis in registered.axis_info]
    assert directions == ["north", "east"]
    assert registered.is_projected == (system.kind is Kind.PROJECTED)
    if system.kind is Kind.PROJECTED:
        values = {parameter.name: parameter.value for parameter in registered.coordinate_operation.params}
        assert values["Longitude of natural origin"] == system.central_meridian
        assert values["False easting"] == system.false_easting
        assert registered.geodetic_crs.to_epsg() == 4490


@pytest.mark.parametrize(
    "system", [s for s in USABLE if s.kind is Kind.PROJECTED], ids=lambda system: system.key
)
@pytest.mark.parametrize(
    ("from_meridian", "latitude"), [(0.0, 45.0), (-1.47, 43.16), (1.3, 41.5), (0.53, 46.2)]
)
def test_a_projected_point_agrees_with_the_classic_series_to_a_millimetre(system, from_meridian, latitude):
    longitude = system.central_meridian + from_meridian
    east, north = gauss_krueger(longitude, latitude, system.central_meridian)
    expected = (east + system.false_easting - 500_000, north)
    assert from_wgs84(longitude, latitude, system.key) == pytest.approx(expected, abs=2e-3)
    assert to_wgs84(*expected, system.key) == pytest.approx((longitude, latitude), abs=3e-8)


def test_the_northing_on_the_meridian_at_45_degrees_is_the_known_arc():
    east, north = from_wgs84(126.0, 45.0, "cgcs2000_zone_42")
    assert (round(east, 3), round(north, 3)) == (42_500_000.0, 4_984_944.378)


@pytest.mark.parametrize(("wgs84", "gcj02"), GCJ02_PAIRS)
def test_gcj02_agrees_with_published_pairs(wgs84, gcj02):
    assert gcj02_from_wgs84(*wgs84) == pytest.approx(gcj02, abs=1e-6)
    assert to_wgs84(*gcj02, "gcj02") == pytest.approx(wgs84, abs=1e-6)


def test_bd09_agrees_with_published_pairs():
    assert bd09_from_gcj02(116.404, 39.915) == pytest.approx(
        (116.41036949371029, 39.92133699351021), abs=1e-9
    )
    # The published inverse is only approximate; ours undoes the shift exactly.
    assert gcj02_from_bd09(116.404, 39.915) == pytest.approx(
        (116.39762729119315, 39.90865673957631), abs=1e-6
    )


def test_gcj02_lies_580_metres_off_at_the_film_studio():
    longitude, latitude = from_wgs84(*FILM_STUDIO, "gcj02")
    east, north = longitude - FILM_STUDIO[0], latitude - FILM_STUDIO[1]
    metres = hypot(east * 111_320 * cos(radians(FILM_STUDIO[1])), north * 111_320)
    assert (north, east) == pytest.approx((0.0023, 0.0064), abs=1e-4)
    assert round(metres, -1) == 580


@pytest.mark.parametrize("system", USABLE, ids=lambda system: system.key)
@pytest.mark.parametrize("latitude", [40.3, 43.861, 46.9])
def test_a_point_comes_back_from_every_system_to_less_than_a_ten_millionth_of_a_degree(system, latitude):
    longitude = (system.central_meridian or 125) + 0.286
    there = from_wgs84(longitude, latitude, system.key)
    assert to_wgs84(*there, system.key) == pytest.approx((longitude, latitude), abs=1e-8)


def test_cgcs2000_is_taken_for_wgs84():
    assert to_wgs84(*FILM_STUDIO, "cgcs2000") == FILM_STUDIO


def test_outside_china_gcj02_shifts_nothing():
    assert from_wgs84(2.35, 48.85, "gcj02") == (2.35, 48.85)


@pytest.mark.parametrize("system", ["beijing54", "xian80"])
@pytest.mark.parametrize("convert", [to_wgs84, from_wgs84])
def test_a_datum_that_needs_regional_parameters_is_refused_with_a_sentence_saying_so(system, convert):
    with pytest.raises(CoordinateError, match="转换参数") as refusal:
        convert(126.5, 43.8, system)
    assert refusal.value.reason == "needs_parameters"
    assert "regional parameters" in refusal.value.message_en


@pytest.mark.parametrize(
    ("system", "reason"), [("", "undeclared"), ("EPSG:4326", "unknown_system"), ("wgs72", "unknown_system")]
)
def test_a_point_without_a_known_system_is_refused(system, reason):
    with pytest.raises(CoordinateError) as refusal:
        to_wgs84(126.5, 43.8, system)
    assert refusal.value.reason == reason


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
@pytest.mark.parametrize("system", ["wgs84", "gcj02", "cgcs2000_zone_42"])
def test_a_number_that_is_not_finite_is_refused(value, system):
    with pytest.raises(CoordinateError) as refusal:
        to_wgs84(value, 43.8, system)
    assert refusal.value.reason == "not_finite"


@pytest.mark.parametrize(
    ("east", "north", "system", "reason"),
    [
        (181, 43.8, "wgs84", "outside"),
        (126.5, 90.1, "cgcs2000", "outside"),
        (2.35, 48.85, "bd09", "outside"),
        (542_345, 20_000_000, "cgcs2000_cm_126", "outside"),
        (4_862_345, 42_542_345, "cgcs2000_zone_42", "swapped"),
        (4_862_345, 542_345, "cgcs2000_cm_126", "swapped"),
        (41_542_345, 4_862_345, "cgcs2000_zone_42", "zone_prefix"),
        (43_542_345, 4_862_345, "cgcs2000_cm_126", "zone_prefix"),
        (-5, 4_862_345, "cgcs2000_cm_126", "zone_prefix"),
        (990_000, 4_862_345, "cgcs2000_cm_126", "far_from_zone"),
    ],
)
def test_an_impossible_point_is_refused_with_its_reason(east, north, system, reason):
    with pytest.raises(CoordinateError) as refusal:
        to_wgs84(east, north, system)
    assert refusal.value.reason == reason


def test_a_point_far_from_the_zone_is_told_its_own_zone():
    with pytest.raises(CoordinateError) as refusal:
        from_wgs84(129.5, 42.9, "cgcs2000_zone_42")
    assert "43带" in str(refusal.value)
    assert "zone 43" in refusal.value.message_en


@pytest.mark.parametrize(
    ("longitude", "zone"), [(124.4, 41), (124.6, 42), (127.47, 42), (129.5, 43), (130.6, 44)]
)
def test_a_longitude_has_its_zone(longitude, zone):
    assert zone_of(longitude) == zone


def test_the_choices_are_the_systems_in_their_order_in_chinese():
    assert system_choices() == [(system.key, system.label_zh) for system in SYSTEMS]
    assert all(len(key) <= 20 for key, _ in system_choices())


def test_the_documentation_lists_every_system_with_its_code():
    lines = DOCUMENTATION.read_text(encoding="utf-8").splitlines()
    documented = {
        tuple(cell.strip(" `") for cell in line.split("|")[1:4]) for line in lines if line[:2] == "| "
    }
    assert {(system.key, str(system.epsg or "none"), system.label_en) for system in SYSTEMS} <= documented
