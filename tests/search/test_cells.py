"""Places as numbers."""

from hypothesis import given
from hypothesis import strategies as st

from search.cells import cell, cluster_interval

LONGITUDES = st.floats(-180, 180)
LATITUDES = st.floats(-90, 90)


def test_the_corners_of_the_map_are_the_first_and_last_numbers():
    assert cell(-180, 90) == 0
    assert cell(180, -90) == 4**24 - 1


def test_each_zoom_level_divides_the_squares_by_four_until_they_cannot_be_divided():
    assert [cluster_interval(zoom) for zoom in (-5, 0, 1, 22, 30)] == [4**24, 4**22, 4**21, 1, 1]


@given(st.integers(-180, 180), st.integers(-90, 90))
def test_the_leading_bits_say_in_which_quarter_of_the_map_a_point_lies(longitude, latitude):
    east, south = longitude >= 0, latitude <= 0
    assert cell(longitude, latitude) // 4**23 == east + 2 * south


@given(LONGITUDES, LATITUDES)
def test_every_point_has_a_number_of_48_bits(longitude, latitude):
    assert 0 <= cell(longitude, latitude) < 4**24
