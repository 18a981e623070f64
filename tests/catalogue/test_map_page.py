"""The map page: the same question as the list of results, the same records as the map."""

import json
import re

import pytest
from bs4 import BeautifulSoup

from tests.factories import make_divisions, published_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def sites(index):
    divisions = make_divisions()
    placed = published_site(
        division=divisions["220202"],
        name_zh="哈达湾水泥厂旧址",
        name_en="Former Hadawan Cement Works",
    )
    unplaced = published_site(
        division=divisions["220303"],
        name_zh="四平机车修理库",
        typed_coordinates="",
        longitude=None,
        latitude=None,
        absences={"place": "not_surveyed"},
    )
    index()
    return placed, unplaced


def page_of(client, address: str, parameters: dict | None = None) -> BeautifulSoup:
    return BeautifulSoup(client.get(address, parameters or {}).content, "html.parser")


def names_of(page: BeautifulSoup, selector: str) -> list[str]:
    return [link.text for link in page.select(f"{selector} a")]


def test_the_list_below_the_map_holds_the_same_records(client, sites):
    page = page_of(client, "/map/")
    assert names_of(page, "ol.maplist") == ["哈达湾水泥厂旧址"]
    assert names_of(page, "ul.maplist") == ["四平机车修理库"]
    assert [figure.text for figure in page.select(".count .fig")] == ["1", "1"]


def test_the_english_map_has_english_names(client, sites):
    page = page_of(client, "/en/map/", {"q": "hadawan"})
    assert names_of(page, ".maplist") == ["Former Hadawan Cement Works"]
    assert page.title.text.startswith("Map of “hadawan”")


def test_list_and_map_lead_to_each_other_with_the_same_question(client, sites):
    parameters = {"q": "厂", "division": "220200", "page": "1"}
    on_map = page_of(client, "/map/", parameters)
    assert on_map.select_one(".switch a")["href"] == "/search/?q=%E5%8E%82&division=220200"
    in_list = page_of(client, "/search/", parameters)
    assert in_list.select(".switch a")[-1]["href"] == "/search/?q=%E5%8E%82&division=220200&view=map"


def test_the_map_as_a_view_of_the_search_holds_the_same_records_and_stays_there(client, sites):
    parameters = {"division": "220200", "year_from": "1900", "view": "map"}
    page = page_of(client, "/search/", parameters)
    assert names_of(page, "ol.maplist") == names_of(page_of(client, "/map/", parameters), "ol.maplist")
    assert page.select_one("#search-form")["action"] == "/search/"
    assert page.select_one("input[name=view]")["value"] == "map"
    assert [chip["href"] for chip in page.select("a.chip")] == [
        "/search/?year_from=1900&view=map",
        "/search/?division=220200&view=map",
    ]
    assert [link["href"] for link in page.select(".switch a")] == [
        "/search/?division=220200&year_from=1900",
        "/search/?division=220200&year_from=1900&view=grid",
        "/search/?division=220200&year_from=1900&view=map",
    ]


def test_the_list_below_the_map_is_in_order_of_place(client, sites):
    page = page_of(client, "/en/search/", {"view": "map"})
    assert [heading.text for heading in page.select("h3.maplist__place")] == ["Jilin City"]


def test_taking_a_condition_away_stays_on_the_map(client, sites):
    page = page_of(client, "/map/", {"division": "220200", "year_from": "1900"})
    assert [chip["href"] for chip in page.select("a.chip")] == [
        "/map/?year_from=1900",
        "/map/?division=220200",
    ]


def test_the_script_is_told_the_question_without_its_box(client, sites):
    page = page_of(client, "/map/", {"q": "厂", "bbox": "126,43,127,44"})
    settings = json.loads(page.find(id="map-settings").string)
    told = {key: settings[key] for key in ("clusters_url", "search_url", "parameters", "box", "language")}
    assert told == {
        "clusters_url": "/map/clusters.json",
        "search_url": "/search/",
        "parameters": "q=%E5%8E%82",
        "box": [126.0, 43.0, 127.0, 44.0],
        "language": "zh",
    }


def test_the_map_is_drawn_without_tiles_or_inline_script(client, sites, settings):
    page = page_of(client, "/map/")
    assert json.loads(page.find(id="map")["data-options"])["layers"] == []
    inline = [
        script
        for script in page.find_all("script")
        if not script.get("src") and script["type"] != "application/json"
    ]
    assert (inline, page.select("[style]")) == ([], [])
    foreign = str(page).replace(settings.WAGTAILADMIN_BASE_URL, "")
    assert re.findall(r"""(?:src|href)=["'](?:https?:)?//[^"']+""", foreign) == []


def test_the_map_is_skipped_to_the_list(client, sites):
    page = page_of(client, "/map/")
    target = page.select_one("a.map__skip")["href"].removeprefix("#")
    assert page.find(id=target).select("ol.maplist")


def test_a_search_without_hits_shows_a_way_back(client, sites):
    page = page_of(client, "/map/", {"q": "不存在的厂"})
    assert page.select_one("#map-list a")["href"] == "/map/"


def test_without_an_index_the_page_says_so_and_leads_to_the_names(client, sites, settings, tmp_path):
    settings.SEARCH_ENGINE = {**settings.SEARCH_ENGINE, "OPTIONS": {"path": tmp_path / "nothing"}}
    answer = client.get("/map/")
    page = BeautifulSoup(answer.content, "html.parser")
    assert (answer.status_code, page.select_one(".notice a")["href"]) == (503, "/sites/")


@pytest.mark.parametrize(
    "parameters",
    [{"bbox": "inf,0,1,1"}, {"page": "9" * 30}, {"division": "999999"}, {"q": "x" * 5000}, {"zoom": "1"}],
    ids=str,
)
def test_an_unusable_parameter_is_named_and_the_map_is_shown(client, sites, parameters):
    answer = client.get("/map/", parameters)
    page = BeautifulSoup(answer.content, "html.parser")
    assert (answer.status_code, bool(page.select(".notice--verify li"))) == (200, True)
