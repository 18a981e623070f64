"""The result list in other shapes: facets, histogram, plates, CSV, GeoJSON, Atom, suggestions."""

import csv
from io import StringIO

import pytest

from catalogue.histogram import Bar, decades
from catalogue.result_files import COLUMNS
from heritage.exchange.cells import safe_cell
from search.facets import FACETS
from search.results import YearCount
from tests.factories import make_divisions, name_of, published_site
from tests.inventory import area_in, component_of, designation, enterprise_in, project_in, term

pytestmark = pytest.mark.django_db


@pytest.fixture
def changyi():
    return make_divisions()["220202"]


@pytest.fixture
def mixed(index, changyi):
    """One record of each kind; the site is in everything."""
    site = published_site(
        division=changyi, name_zh="哈达湾水泥厂旧址", theme=term("theme", "mining", "采矿", "Mining")
    )
    designation(site)
    component_of(site, "回转窑")
    project_in(changyi, site)
    area_in(changyi)
    enterprise_in(changyi, site)
    index()
    return site


FILTERS = (
    ("kind", "project", 1),
    ("division", "220202", 5),
    ("level", "national", 1),
    ("scheme", "protected_site", 1),
    ("type", "mining", 1),
    ("project", "park", 1),
    ("has", "component", 1),
)


@pytest.mark.parametrize(("facet", "value", "total"), FILTERS)
def test_each_count_of_a_facet_is_the_total_after_choosing_it(client, mixed, facet, value, total):
    counts = {row["value"]: row["count"] for row in client.get("/search.json").json()["facets"][facet]}
    assert (counts[value], client.get(f"/search.json?{facet}={value}").json()["total"]) == (total, total)


def test_values_have_words_in_the_language_of_the_page(client, mixed):
    labels = {
        prefix: [row["label"] for row in client.get(f"{prefix}/search.json").json()["facets"]["type"]]
        for prefix in ("", "/en")
    }
    assert labels == {"": ["采矿"], "/en": ["Mining"]}


@pytest.mark.parametrize("facet", [facet.name for facet in FACETS])
def test_a_value_that_does_not_exist_is_named_and_ignored(client, mixed, facet):
    answer = client.get(f"/en/search.json?{facet}=nonsense").json()
    assert answer["total"] == 5
    assert answer["warnings"] == [f"“nonsense” is no usable value of “{facet}” and was ignored."]


@pytest.mark.parametrize("facet", [facet.name for facet in FACETS])
def test_every_facet_can_be_browsed_in_both_languages(client, mixed, facet):
    assert [client.get(f"{prefix}/browse/{facet}/").status_code for prefix in ("", "/en")] == [200, 200]


def test_a_facet_that_is_none_cannot_be_browsed(client):
    assert client.get("/browse/nonsense/").status_code == 404


def test_rows_of_every_kind_lead_to_their_pages(client, mixed):
    urls = {hit["kind"]: hit["url"] for hit in client.get("/search.json").json()["hits"]}
    assert urls == {
        "site": f"/sites/{mixed.number}/",
        "component": f"/sites/{mixed.number}/components/1/",
        "project": "/projects/park/",
        "area": "/areas/hadawan/",
        "enterprise": "/enterprises/jidong/",
    }
    assert [client.get(url).status_code for url in urls.values()] == [200] * 5


@pytest.mark.parametrize("view", ["list", "grid"])
def test_a_result_page_stays_within_twenty_queries(client, mixed, view, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        assert client.get(f"/search/?view={view}&division=220202").status_code == 200


# The histogram


def test_decades_have_no_gap_and_what_is_older_is_gathered():
    years = [YearCount(900, 909, 1), YearCount(1840, 1849, 2), YearCount(2000, 2009, 3)]
    bars = decades(years)
    assert (bars[0], bars[1], bars[-1], len(bars)) == (
        Bar(None, 1839, 1),
        Bar(1840, 1849, 2),
        Bar(2000, 2009, 3),
        18,
    )


def test_a_bar_is_a_link_to_its_years(client, index, changyi):
    published_site(division=changyi)
    published_site(division=changyi, period_text="1953年", earliest_on="1953-01-01", latest_on="1953-12-31")
    index()
    page = client.get("/search/").content.decode()
    assert "/search/?year_from=1930&amp;year_to=1939" in page
    assert client.get("/search.json?year_from=1930&year_to=1939").json()["total"] == 1


# CSV


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-3", "'-3"),
        ("@sum", "'@sum"),
        (" =1", "' =1"),
        ("\t=1", "'\t=1"),
        ("水泥厂", "水泥厂"),
        (-3.5, "-3.5"),
        (None, ""),
    ],
)
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(value, cell):
    assert safe_cell(value) == cell


def test_the_table_begins_with_a_byte_order_mark_and_has_a_line_a_hit(client, index, changyi):
    site = published_site(division=changyi, name_zh="=HYPERLINK(1)")
    name_of(site, "松江水泥厂")
    index()
    answer = client.get("/search.csv")
    text = answer.content.decode("utf-8")
    header, row = csv.reader(StringIO(text.removeprefix("\ufeff")))
    cells = dict(zip(header, row, strict=True))
    assert text.startswith("\ufeffnumber,")
    assert tuple(header) == COLUMNS
    assert (cells["number"], cells["name"], cells["other_names"]) == (
        site.number,
        "'=HYPERLINK(1)",
        "松江水泥厂",
    )
    assert "attachment" in answer.headers["Content-Disposition"]


def test_the_table_holds_all_hits_whatever_the_page_size(client, index, changyi):
    for _number in range(23):
        published_site(division=changyi)
    index()
    assert len(client.get("/search.csv?page=2").content.decode().splitlines()) == 24


# GeoJSON, Atom, suggestions


def test_all_hits_are_features_and_only_sites_have_points(client, mixed):
    features = client.get("/search.geojson").json()["features"]
    assert {row["properties"]["kind"]: row["geometry"] is not None for row in features} == {
        "site": True,
        "component": False,
        "project": False,
        "area": False,
        "enterprise": False,
    }


def test_the_feed_names_the_hits(client, mixed):
    answer = client.get("/search.atom?kind=site")
    assert answer.headers["Content-Type"] == "application/atom+xml"
    assert f"/sites/{mixed.number}/" in answer.content.decode()


@pytest.mark.parametrize("typed", ["哈达", "hada", "hdw"])
def test_suggestions_come_by_name_pinyin_and_initials(client, mixed, typed):
    suggestions = client.get("/search/suggest.json", {"q": typed}).json()["suggestions"]
    assert f"/sites/{mixed.number}/" in [row["url"] for row in suggestions]


def test_nothing_typed_suggests_nothing(client, mixed):
    assert client.get("/search/suggest.json").json() == {"suggestions": []}


@pytest.mark.parametrize(
    "address", ["/search.csv", "/search.geojson", "/search.atom", "/search/suggest.json?q=a", "/browse/kind/"]
)
def test_without_an_index_files_say_when_to_come_back(client, settings, tmp_path, address):
    settings.SEARCH_ENGINE = {
        "ENGINE": "search.engines.embedded.EmbeddedEngine",
        "OPTIONS": {"path": tmp_path / "none"},
    }
    assert client.get(address).status_code == 503
