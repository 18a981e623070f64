"""Every public address under every value that no parameter has: answered, and what was ignored is named."""

import json
from itertools import cycle
from urllib.parse import urlencode
from xml.etree.ElementTree import fromstring

import pytest
from django.urls import reverse

from catalogue.search_form import KNOWN_PARAMETERS, MOST_WARNINGS
from search.facets import FACET_NAMES
from tests.catalogue.public_addresses import addresses
from tests.catalogue.stories import prose, story, theme
from tests.factories import make_divisions, published_site
from tests.inventory import area_in, component_of, enterprise_in, project_in

pytestmark = pytest.mark.django_db

HOSTILE = [
    "-1",
    "9" * 30,
    "1e9",
    "²",
    "٢",
    "nan",
    "inf,inf,inf,inf",
    "1,2,3,4,5",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "%s%n",
    "../../etc/passwd",
    "\\",
    "\x0b\x1f\x7f",
    "\u202e\u200b\ufffe",
    "🏭" * 40,
    "哈达湾",
    "x" * 10_000,
    "null",
    "[]",
]
# Addresses that answer a search; `suggest` takes any text, and nothing else.
SEARCHES = (
    "search",
    "map",
    "search_json",
    "search_csv",
    "search_geojson",
    "search_atom",
    "map_clusters",
)
NAMES = sorted(KNOWN_PARAMETERS - {"q"})
STRANGE_NAMES = ("colour", "division[]", "q[$ne]", "🏭", "x" * 10_000, "__class__", "")


@pytest.fixture
def world(index) -> dict:
    divisions = make_divisions()
    changyi = divisions["220202"]
    site = published_site(division=changyi, name_zh="哈达湾水泥厂旧址")
    published_site(division=divisions["220303"], name_zh="四平机车修理库")
    made = {
        "sites": [site],
        "components": [component_of(site)],
        "projects": [project_in(changyi, site)],
        "areas": [area_in(changyi)],
        "enterprises": [enterprise_in(changyi, site)],
        "stories": [story(prose("红砖厂房三座。"))],
        "themes": [theme(prose("红砖厂房三座。"))],
    }
    index()
    return made


def told(name: str, answer) -> str:
    """All that an answer says in words, wherever its format has the place for it."""
    if name == "search_csv":
        return " ".join(json.loads(answer.headers["X-Warnings"]))
    if name == "search_atom":
        return " ".join(fromstring(answer.content).itertext())  # noqa: S314 — our own feed
    return answer.content.decode()


def everything_at_once(value: str) -> str:
    return "?" + urlencode([(name, value) for name in (*NAMES, "zoom", "format", *STRANGE_NAMES)])


def test_no_address_fails_whatever_its_parameters_are(client, world):
    values = cycle(HOSTILE)
    asked = [address + everything_at_once(next(values)) for address in addresses(world)]
    answers = {address: client.get(address).status_code for address in asked}
    assert {address: status for address, status in answers.items() if status != 200} == {}


@pytest.mark.parametrize("name", SEARCHES)
def test_a_search_names_each_parameter_it_ignored(client, world, name):
    silent = []
    for value in HOSTILE:
        answer = client.get(reverse(name) + "?" + urlencode(dict.fromkeys((*NAMES, "colour"), value)))
        words = told(name, answer)
        silent += [(parameter, value[:20]) for parameter in (*NAMES, "colour") if parameter not in words]
    assert silent == []


def test_a_search_without_its_ignored_parameters_is_answered(client, world):
    totals = {client.get("/search.json", dict.fromkeys(NAMES, value)).json()["total"] for value in HOSTILE}
    assert totals == {client.get("/search.json").json()["total"]}


@pytest.mark.parametrize("value", HOSTILE)
def test_any_text_can_be_searched_for(client, world, value):
    answers = {name: client.get(reverse(name), {"q": value}).status_code for name in (*SEARCHES, "suggest")}
    assert answers == dict.fromkeys((*SEARCHES, "suggest"), 200)


@pytest.mark.parametrize("parameter", sorted(KNOWN_PARAMETERS - set(FACET_NAMES)))
def test_of_a_repeated_parameter_the_last_counts_and_it_is_said(client, world, parameter):
    warnings = client.get(f"/search.json?{parameter}=&{parameter}=").json()["warnings"]
    assert [parameter in warning for warning in warnings] == [True]


def test_a_thousand_unusable_values_are_counted_not_listed(client, world):
    question = urlencode([("kind", f"ship{number}") for number in range(900)])
    warnings = client.get(f"/search.json?{question}").json()["warnings"]
    assert (len(warnings), "880" in warnings[-1]) == (MOST_WARNINGS + 1, True)


@pytest.mark.parametrize("address", ["/search/", "/search.json", "/sites/", "/en/sites/"])
@pytest.mark.parametrize("beyond", [2, 50, 999_999])
def test_a_page_beyond_the_end_shows_the_last_one_and_says_so(client, world, address, beyond):
    answer = client.get(address, {"page": beyond}).content.decode()
    is_said = str(beyond) in answer or "10,000" in answer
    assert (world["sites"][0].number in answer, is_said) == (True, True)


@pytest.mark.parametrize("value", HOSTILE)
def test_a_citation_in_an_unknown_format_is_the_page_that_offers_the_known_ones(client, world, value):
    answer = client.get(f"/sites/{world['sites'][0].number}/cite/", {"format": value})
    assert (answer.status_code, "?format=bib" in answer.content.decode()) == (200, True)
