"""A building dimensioned in years."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from django.utils.translation import override

from catalogue.timeline import timeline_svg, years_between

TODAY = date(2026, 11, 25)


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - our own drawing, not a stranger's file


def event(
    label: str, first: int | None, last: int | None = None, *, about: bool = False
) -> dict[str, object]:
    last = first if last is None else last
    return {
        "label": label,
        "period": str(first or "?"),
        "earliest_year": first,
        "latest_year": last,
        "is_approximate": about,
    }


CEMENT_WORKS = [event("closed", 2018), event("founded", 1933), event("production", 1935)]


def texts(svg: str) -> list[str]:
    return ["".join(element.itertext()) for element in parsed(svg).iter("text")]


def test_events_are_read_out_in_the_order_of_time():
    title = parsed(timeline_svg(CEMENT_WORKS, TODAY))[0].text

    assert title == "Dimensioned in years: 1933 founded; 1935 production; 2018 closed"


def test_long_spans_carry_their_years_and_short_ones_are_only_drawn():
    svg = timeline_svg(CEMENT_WORKS, TODAY)

    assert "83 years" in texts(svg)
    assert "2 years" not in texts(svg)
    assert svg.count('class="dim"') == 2


def test_the_axis_runs_to_the_decade_of_today():
    assert [words for words in texts(timeline_svg(CEMENT_WORKS, TODAY)) if words.isdigit()] == [
        "1930",
        "1950",
        "1970",
        "1990",
        "2010",
        "2030",
    ]


def test_eras_with_room_for_their_name_are_named():
    assert "Third Front" in texts(timeline_svg(CEMENT_WORKS, TODAY))
    assert "late Qing" not in texts(timeline_svg(CEMENT_WORKS, TODAY))


def test_uncertain_events_and_ranges_are_dashed_and_their_spans_are_about():
    svg = timeline_svg([event("founded", 1900, 1909, about=True), event("closed", 1990)], TODAY)

    assert 'class="tick tick--q"' in svg
    assert svg.count('class="dash"') == 2
    assert "about 86 years" in texts(svg)


def test_labels_closer_than_their_words_stand_in_different_rows():
    svg = timeline_svg(CEMENT_WORKS, TODAY)
    rows = {
        label: y
        for y, label in re.findall(r'y="(\d+)" overflow="visible"><text.*?t-words" dx="6">([^<]+)<', svg)
    }

    assert rows["founded"] != rows["production"]


@pytest.mark.parametrize(
    "events", [[], [event("founded", 1933)], [event("founded", None), event("closed", 2018)]]
)
def test_fewer_than_two_dated_events_measure_nothing(events):
    assert timeline_svg(events, TODAY) == ""


def test_the_drawing_has_no_style_and_no_view_box_and_escapes_words():
    svg = timeline_svg([event("<founded>", 1933), event("closed", 2018)], TODAY)

    attributes = {name for element in parsed(svg).iter() for name in element.attrib}
    assert attributes & {"style", "viewBox"} == set()
    assert "&lt;founded&gt;" in svg


def test_a_site_of_the_tang_keeps_an_axis_that_can_be_read():
    svg = timeline_svg([event("smelting", 618, 960), event("listed", 2001)], TODAY)

    years = [int(words) for words in texts(svg) if words.isdigit()]
    assert years[0] <= 618
    assert years[-1] >= 2026 - 200
    assert len(years) <= 8


@pytest.mark.parametrize(
    ("first", "last", "is_about", "words"),
    [(1933, 1934, False, "1 year"), (1933, 2018, False, "85 years"), (1904.5, 1990, True, "about 86 years")],
)
def test_spans_are_told_in_whole_years(first, last, is_about, words):
    assert years_between(first, last, is_about=is_about) == words
