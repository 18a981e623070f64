"""Drawings by type: every one is well-formed, small, style-free, and draws no more than a record states."""

import re
from xml.etree import ElementTree

import pytest
from django.utils.translation import override

from catalogue.schematics import SchematicError, draw_schematic, schematic_for, schematic_notes
from catalogue.schematics.types import SCHEMATIC_TYPES

SVG_BUDGET = 9_000
THUMBNAIL_BUDGET = 8_000
WITHOUT_RED = {"unknown", "memorial", "houses"}

every_type = pytest.mark.parametrize("key", SCHEMATIC_TYPES)


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - our own drawing, not a stranger's file


def classes_of(svg: str) -> set[str]:
    return {word for value in re.findall(r'class="([^"]*)"', svg) for word in value.split()}


@every_type
def test_a_drawing_is_well_formed_and_carries_only_classes(key):
    root = parsed(draw_schematic(key))

    attributes = {name for element in root.iter() for name in element.attrib}
    assert attributes <= {"class", "viewBox", "role", "d", "cx", "cy", "r", "x", "y", "text-anchor"}


@every_type
def test_a_drawing_says_first_that_it_is_no_real_view(key):
    root = parsed(draw_schematic(key))

    assert root[0].tag == "title"
    assert root[0].text == f"Schematic, not a real view: {SCHEMATIC_TYPES[key].label}"


@every_type
def test_a_drawing_stays_within_its_budget(key):
    assert len(draw_schematic(key)) < SVG_BUDGET
    assert len(draw_schematic(key, thumbnail=True)) < THUMBNAIL_BUDGET


@every_type
def test_a_thumbnail_drops_axes_and_the_finest_detail(key):
    assert classes_of(draw_schematic(key, thumbnail=True)) & {"l3", "a", "ab", "at"} == set()


@every_type
def test_red_is_drawn_exactly_where_a_type_names_its_organ(key):
    has_red = bool(classes_of(draw_schematic(key)) & {"r", "rf", "rk", "rt"})

    assert has_red is (SCHEMATIC_TYPES[key].organ is not None)
    assert has_red is (key not in WITHOUT_RED)


@every_type
def test_a_lost_building_is_dashed_and_has_no_red(key):
    svg = draw_schematic(key, is_lost=True)

    assert classes_of(svg) & {"o", "m", "r", "rf", "rk", "rt", "p", "s", "w"} == set()
    assert "x" in classes_of(svg)


@every_type
def test_no_drawing_carries_a_number_unless_it_is_given_one(key):
    assert "<text" not in draw_schematic(key)


def test_stated_stalls_are_numbered_first_and_last():
    assert re.findall(r"<text[^>]*>([^<]*)<", draw_schematic("roundhouse", stalls=24)) == ["1", "24"]


def test_one_of_eleven_houses_lost_is_dashed_once():
    svg = draw_schematic("houses", total=11, lost=1)

    assert svg.count('class="o p"') == 10
    assert svg.count('class="xf"') == 1


def test_kept_ends_of_a_dam_stand_between_break_lines_and_the_middle_is_dashed():
    svg = draw_schematic("dam", ends_kept=True)

    assert svg.count('class="x"') == 1
    assert svg.count('class="o s"') == 2


def test_lettering_is_escaped():
    assert ">&lt;b&gt;<" in draw_schematic("prilling", mark="<b>")


@pytest.mark.parametrize(
    ("key", "parameters", "message"),
    [
        ("castle", {}, "no schematic 'castle'; there are unknown, memorial, "),
        ("roundhouse", {"stalls": 2}, "stalls=2: give a number from 3 to 40, or leave it out"),
        ("roundhouse", {"bays": 3}, "schematic 'roundhouse' does not take bays"),
        ("houses", {"total": 11, "lost": 12}, "lost=12: give a number from 0 to 11, or leave it out"),
        ("houses", {"lost": 1}, "lost was given without total: say of how many buildings"),
        ("prilling", {"mark": "19560"}, "len(mark)=5: give a number from 0 to 4, or leave it out"),
    ],
)
def test_what_cannot_be_drawn_truthfully_is_refused_with_the_reason(key, parameters, message):
    with pytest.raises(SchematicError) as caught:
        draw_schematic(key, **parameters)

    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("type_words", "key"),
    [
        ("水泥厂", "cement"),
        ("扇形机车库（机务设施）", "roundhouse"),
        ("化工厂／造粒塔", "prilling"),
        ("化工厂", "chemical"),
        ("水电站（含地下厂房）", "dam-cavern"),
        ("水电站大坝", "dam"),
        ("铁路站区与机车厂", "station"),
        ("铁路客车厂", "sawtooth-rail"),
        ("煤矿管理建筑", "office"),
        ("煤矿井口", "mine"),
        ("矿工墓葬与纪念地", "memorial"),
        ("地下酒窖", "winery"),
        ("传统酿酒作坊", "distillery"),
        ("铁路附属社区建筑（教堂）", "unknown"),
        ("热电厂", "unknown"),
        ("", "unknown"),
    ],
)
def test_the_narrowest_word_of_a_type_decides_its_drawing(type_words, key):
    assert schematic_for(type_words) == key


def test_notes_name_what_is_red_and_what_is_counted():
    assert schematic_notes("roundhouse", stalls=24) == [
        "Drawn after the type “roundhouse”; neither a real view nor a survey.",
        "Red marks the turntable, the key part of this type; it does not mean that it survives.",
        "The record states 24 stalls; as many are drawn.",
    ]


def test_notes_of_a_lost_building_speak_of_dashes_not_of_red():
    assert schematic_notes("station", is_lost=True) == [
        "Drawn after the type “railway station”; neither a real view nor a survey.",
        "Dashed lines: what stood here is gone.",
    ]


def test_a_type_without_a_drawing_says_so():
    assert schematic_notes("unknown") == [
        "There is no drawing of this type yet; the dashed gable only keeps its place."
    ]
