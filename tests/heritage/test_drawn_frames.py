"""Frames of drawn maps, labels on them, and bars: whole values, no database."""

import pytest

from heritage.charts import Bar, Segment, bars, stacked
from heritage.coverage.labels import Labels
from heritage.geometry.frames import HEIGHT, WIDTH, Frame, frame_around, graticule, thinned


def test_a_frame_holds_its_points_with_a_margin_and_is_never_lower_than_told():
    wide = frame_around([(126.5, 43.8), (126.6, 43.85)], least=0.002, margin=0.1)
    for point in ((126.5, 43.8), (126.6, 43.85)):
        x, y = wide.at(*point)
        assert WIDTH * 0.0999 <= x <= WIDTH * 0.9001
        assert HEIGHT * 0.0999 <= y <= HEIGHT * 0.9001
    assert frame_around([(126.5, 43.8)], least=0.002, margin=0.1).height == 0.002


@pytest.mark.parametrize(
    ("height", "bar", "decimals"), [(5.7, 100_000, 0), (0.24, 10_000, 1), (0.02, 500, 2), (0.002, 50, 3)]
)
def test_scale_and_graticule_are_round_at_every_size(height, bar, decimals):
    frame = Frame(126.55, 43.85, height)
    columns, rows, written = graticule(frame)
    assert (frame.bar, written) == (bar, decimals)
    assert len(columns) >= 2
    assert len(rows) >= 1
    assert frame.units(frame.bar) <= WIDTH / 4


def test_a_thinned_line_keeps_its_ends():
    line = [(0.0, 0.0), (0.1, 0.0), (5.0, 0.0), (5.1, 0.0)]
    assert list(thinned(line, 1.0)) == [(0.0, 0.0), (5.0, 0.0), (5.1, 0.0)]


def test_labels_of_marks_at_one_place_stand_on_different_sides():
    labels = Labels()
    assert [labels.place(150, 100, "1.1") for _n in range(4)] == [
        'x="10" y="5"',
        'x="-10" y="5" text-anchor="end"',
        'y="-10" text-anchor="middle"',
        'y="20" text-anchor="middle"',
    ]
    assert labels.place(296, 20, "2") == 'x="-10" y="5" text-anchor="end"'


def test_the_parts_of_a_bar_stand_side_by_side():
    assert stacked([("a", "甲", 1), ("b", "乙", 0), ("c", "丙", 3)], {"c": "/c/"}) == (
        Segment("a", "甲", 1, "0%", "25%"),
        Segment("b", "乙", 0, "25%", "0%"),
        Segment("c", "丙", 3, "25%", "75%", "/c/"),
    )
    assert stacked([("a", "甲", 0)]) == (Segment("a", "甲", 0, "0%", "0%"),)


def test_bars_are_measured_by_the_largest_or_by_the_whole():
    rows = [("a", "甲", 2, "/a/"), ("b", "乙", 1, "/b/")]
    assert [bar.width for bar in bars(rows)] == ["100%", "50%"]
    assert bars(rows, whole=8)[1] == Bar("b", "乙", 1, "12.5%", "/b/")
    assert bars([]) == ()
