"""A site's page with everything that is known of it, and its twins."""

from datetime import date

import pytest

from heritage.models import SiteIdentifier
from tests.factories import drafted_site, make_divisions, name_of, published_site
from tests.inventory import (
    component_of,
    decree,
    designation,
    enterprise_in,
    event_of,
    project_in,
    scheme,
    term,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def changyi():
    return make_divisions()["220202"]


def page_of(client, site, prefix=""):
    return client.get(f"{prefix}/sites/{site.number}/").content.decode()


def test_a_page_tells_status_events_components_projects_and_enterprises(client, changyi):
    site = published_site(
        division=changyi, type=term("type", "works", "水泥厂", "Cement works"), type_words="水泥厂"
    )
    designation(site, name_as_listed="哈达湾水泥厂", batch="第七批", list_number="7-1685")
    event_of(site, "closed", "2018", words_zh="停产关闭")
    component_of(site, "回转窑", destiny="lost", destiny_on_edtf="2013")
    project_in(changyi, site)
    enterprise_in(changyi, site)
    chinese = page_of(client, site)
    for words in (
        "水泥厂",
        "第七批",
        "7-1685",
        "国发〔2013〕13号",
        "停产关闭",
        "回转窑",
        "工业遗产公园",
        "冀东水泥",
    ):
        assert words in chinese
    english = page_of(client, site, "/en")
    for words in ("Cement works", "Protected site", "Heritage Park", "2018"):
        assert words in english


def test_an_identity_to_be_verified_is_shown_as_such_and_never_in_force(client, changyi):
    site = published_site(division=changyi)
    designation(site, level="unknown", status="to_verify", origin="reported", decree=None)
    page = page_of(client, site, "/en")
    assert (
        "to be verified; not counted as in force" in page,
        "is-verify" in page,
        "is-national" in page,
    ) == (
        True,
        True,
        False,
    )
    told = client.get(f"/sites/{site.number}.json").json()["designations"]
    assert [(row["in_force"], row["to_verify"], row["decree"]) for row in told] == [(False, True, None)]


def test_the_json_twin_tells_designations_events_and_components(client, changyi):
    site = published_site(division=changyi)
    designation(site)
    event_of(site, "closed", "2018")
    component_of(site, "回转窑", destiny="lost")
    SiteIdentifier.objects.create(site=site, scheme="census_3", value="220202-0012", sort_order=0)
    answer = client.get(f"/sites/{site.number}.json").json()
    assert answer["designations"][0]["decree"] == {
        "document_number": "国发〔2013〕13号",
        "issued_by": "国务院",
        "issued_by_en": None,
        "announced": "2013-03-05",
    }
    assert [(event["kind"], event["dating"]["edtf"]) for event in answer["events"]] == [("closed", "2018")]
    assert [(row["ordinal"], row["name"], row["destiny"]) for row in answer["components"]] == [
        (1, "回转窑", "lost")
    ]
    assert answer["identifiers"] == [{"scheme": "census_3", "value": "220202-0012", "issued_by": ""}]


def test_the_linked_data_twin_needs_no_context_from_elsewhere(client, changyi):
    site = published_site(division=changyi)
    name_of(site, "松江水泥厂")
    answer = client.get(f"/sites/{site.number}.jsonld")
    graph = answer.json()
    assert answer.headers["Content-Type"] == "application/ld+json"
    assert isinstance(graph["@context"], dict)
    assert graph["identifier"] == site.number
    assert graph["alternateName"] == [{"@value": "松江水泥厂", "@language": "zh"}]
    assert graph["broughtIntoExistenceBy"]["timeSpan"]["beginOfTheBegin"] == "1933-01-01"


def test_the_geojson_twin_of_a_record_without_a_point_has_no_geometry(client, changyi):
    site = published_site(division=changyi, location_disclosure="county")
    answer = client.get(f"/sites/{site.number}.geojson")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/geo+json")
    assert (answer.json()["geometry"], answer.json()["id"]) == (None, site.number)


def test_the_geojson_twin_gives_longitude_first(client, changyi):
    site = published_site(division=changyi, typed_coordinates="126.54321, 43.87654", uncertainty_m=20)
    geometry = client.get(f"/sites/{site.number}.geojson").json()["geometry"]
    assert geometry == {"type": "Point", "coordinates": [126.543, 43.877]}


def test_a_component_has_a_page_in_both_languages_and_a_draft_has_none(client, changyi):
    site = published_site(division=changyi, name_zh="机车库")
    component_of(
        site,
        "转盘",
        name_en="Turntable",
        destiny="moved",
        moved_to=published_site(division=changyi, name_zh="博物馆"),
    )
    component_of(site, "未审构件", is_live=False)
    chinese = client.get(f"/sites/{site.number}/components/1/").content.decode()
    english = client.get(f"/en/sites/{site.number}/components/1/").content.decode()
    assert all(words in chinese for words in ("转盘", "机车库", "博物馆"))
    assert "Turntable" in english
    assert client.get(f"/sites/{site.number}/components/2/").status_code == 404


def test_a_withdrawn_record_says_since_when_it_was_public(client, changyi):
    site = published_site(division=changyi, name_zh="撤下的厂")
    site.unpublish()
    page = client.get(f"/en/sites/{site.number}/").content.decode()
    assert f"first published on {date.today():%Y-%m-%d}" in page
    assert "撤下的厂" not in page


@pytest.mark.parametrize("count", [1, 9])
def test_a_full_page_stays_within_twenty_queries(
    client, changyi, index, django_assert_max_num_queries, count
):
    site = published_site(division=changyi)
    for number in range(count):
        designation(
            site,
            scheme=scheme(f"s{number}", standing="honorary"),
            decree=decree(site.collection, document_number=f"{number}号"),
        )
        component_of(site, f"构件{number}")
        event_of(site, "other", "1950")
        other = published_site(division=changyi)
        project_in(changyi, site, other, slug=f"p{number}")
        enterprise_in(changyi, site, slug=f"e{number}")
        drafted_site(division=changyi, parent=site)
        published_site(division=changyi, parent=site)
        component_of(published_site(division=changyi), "移来的", destiny="moved", moved_to=site)
    index()
    with django_assert_max_num_queries(20):
        assert client.get(f"/sites/{site.number}/").status_code == 200
