"""The front page: live numbers, each a link to its records; it stands without an index too."""

import re

import pytest

from tests.catalogue.stories import placed, story
from tests.factories import make_divisions, published_site
from tests.inventory import component_of, designation, project_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def changyi():
    return make_divisions()["220202"]


def text(client, address: str = "/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_every_number_is_the_total_behind_its_link(client, index, changyi):
    for number in range(3):
        site = published_site(division=changyi, location_disclosure="grid_0.001" if number else "county")
        if number == 1:
            designation(site)
            component_of(site)
            project_in(changyi, site)
    index()
    page = text(client, "/en/")
    numbers = re.findall(r'<a href="(/en/search/\?[^"]+)".*?<span class="fig">(\d+)</span>', page)
    numbers += re.findall(r'<a href="(/en/search/\?[^"]+)">(\d+) record', page)
    totals = [
        client.get(address.replace("&amp;", "&").replace("/search/?", "/search.json?")).json()["total"]
        for address, _number in numbers
    ]
    assert [int(number) for _address, number in numbers] == totals
    assert "1 record: no point can be shown" in page


def test_the_map_counts_what_has_a_point(client, index, changyi):
    for precision in ("grid_0.001", "grid_0.05", "county", "hidden"):
        published_site(division=changyi, location_disclosure=precision)
    index()
    page = text(client, "/en/")
    assert re.findall(r'aria-label="(\d+) records? here"', page) == ["2"]


def test_without_an_index_the_records_are_still_there(client, settings, tmp_path, changyi):
    settings.SEARCH_ENGINE = {
        "ENGINE": "search.engines.embedded.EmbeddedEngine",
        "OPTIONS": {"path": tmp_path / "none"},
    }
    published_site(division=changyi, name_zh="水泥厂旧址")
    page = text(client)
    assert ("水泥厂旧址" in page, "home-map" in page) == (True, False)


def test_before_the_first_record_the_page_says_so(client):
    assert "unknown" in text(client)


@pytest.mark.parametrize("count", [1, 5])
def test_it_costs_no_more_queries_with_more_of_everything(
    client, index, changyi, django_assert_max_num_queries, count
):
    for number in range(count):
        site = published_site(division=changyi)
        designation(site)
        project_in(changyi, site, slug=f"p{number}")
        story(placed("records", site), slug=f"s{number}")
    index()
    with django_assert_max_num_queries(20):
        text(client)
