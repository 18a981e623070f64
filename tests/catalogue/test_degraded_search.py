"""Without an index: records as the database lists them, and the conditions that only an index can apply."""

import pytest

from catalogue.degraded import not_applied
from search.query import SearchQuery
from tests.factories import make_divisions, published_site
from tests.inventory import term

pytestmark = pytest.mark.django_db


@pytest.fixture
def no_index(settings, tmp_path, index):
    settings.SEARCH_ENGINE = {**settings.SEARCH_ENGINE, "OPTIONS": {"path": tmp_path / "nothing"}}
    return make_divisions()["220202"]


def test_the_page_and_the_twin_name_the_conditions_that_were_not_applied(client, no_index):
    works = term("type", "works", "水泥厂", "Cement works")
    published_site(division=no_index, name_zh="哈达湾水泥厂", type=works)
    asked = {"q": "铁路", "type": "works", "bbox": "126,43,127,44", "sort": "year", "division": "220200"}
    sentence = (
        "Without the index these conditions were not applied: "
        "search text, Type of works, Part of the map, order."
    )
    page = client.get("/en/search/", asked)
    twin = client.get("/en/search.json", asked)
    assert (page.status_code, sentence in page.content.decode()) == (503, True)
    assert (twin.status_code, sentence in twin.json()["warnings"]) == (503, True)
    assert (twin.json()["total"], twin.json()["hits"][0]["name"]) == (1, "哈达湾水泥厂")


@pytest.mark.parametrize(
    "query",
    [
        SearchQuery(),
        SearchQuery(filters={"division": ("220200",)}, years=(1900, 1945), sort="pinyin", page=3),
    ],
    ids=["nothing", "all that the database narrows by"],
)
def test_what_was_applied_is_not_named(query):
    assert not_applied(query) == []


def test_the_map_as_a_view_says_that_it_needs_the_index(client, no_index):
    answer = client.get("/en/search/", {"view": "map"})
    assert (answer.status_code, 'href="/en/sites/"' in answer.content.decode()) == (503, True)
