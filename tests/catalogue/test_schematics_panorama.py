"""The long scroll: which works stand in it, and where their leaders end."""

import re
from xml.etree import ElementTree

import pytest
from django.utils.translation import override

from catalogue.schematics.panorama import draw_panorama, label_lines


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - our own drawing, not a stranger's file


def record(name: str, year: int | None, key: str) -> dict[str, object]:
    return {"name": name, "url": f"/sites/{year}/", "year": year, "schematic_key": key}


FOUR = [
    record("水泥厂", 1933, "cement"),
    record("机器局", 1881, "arsenal"),
    record("机车库", 1925, "roundhouse"),
    record("制片厂", 1937, "film"),
]


def years_of(svg: str) -> list[str]:
    return re.findall(r'class="yr"[^>]*>(\d+)<', svg)


def test_works_stand_in_the_order_of_their_years():
    assert years_of(draw_panorama(FOUR)) == ["1881", "1925", "1933", "1937"]


def test_a_second_work_of_the_same_type_an_undated_one_and_one_below_ground_are_left_out():
    extra = [record("", 1950, "cement"), record("", None, "paper"), record("", 1937, "winery")]

    assert years_of(draw_panorama([*FOUR, *extra])) == ["1881", "1925", "1933", "1937"]


def test_three_works_make_no_scroll():
    assert draw_panorama(FOUR[:3]) == ""


def test_the_scroll_is_well_formed_and_every_work_is_a_link():
    root = parsed(draw_panorama([record("A & B", 1950, "paper"), *FOUR]))

    links = [element.attrib["href"] for element in root.iter("a")]
    assert links == ["/sites/1881/", "/sites/1925/", "/sites/1933/", "/sites/1937/", "/sites/1950/"]
    assert root[0].text == "5 places of industry side by side, from 1881 to 1950"


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("哈达湾水泥厂旧址（松江水泥厂）", ["哈达湾水泥厂旧址"]),
        ("长春电影制片厂早期建筑", ["长春电影制片厂", "早期建筑"]),
        ("中东铁路南满支线四平段机车修理库", ["中东铁路南满支线", "四平段机车修理库"]),
        ("甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸", ["甲乙丙丁戊己庚辛壬", "癸甲乙丙丁戊己庚…"]),
        ("Former Hadawan Cement Works (Songjiang Cement)", ["Former Hadawan", "Cement Works"]),
    ],
)
def test_a_long_name_breaks_after_its_works_or_station(name, lines):
    assert label_lines(name, width=140) == lines
