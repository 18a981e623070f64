"""The points of the map: all hits of a search, near ones joined, none more exact than may be told."""

import pytest

from heritage.models.sites import LocationDisclosure
from tests.factories import lead, make_divisions, published_site

pytestmark = pytest.mark.django_db

ADDRESS = "/map/clusters.json"


NOWHERE = {
    "typed_coordinates": "",
    "longitude": None,
    "latitude": None,
    "absences": {"place": "not_surveyed"},
}


def at(longitude: float, latitude: float) -> dict:
    return {"typed_coordinates": f"{longitude}, {latitude}", "longitude": longitude, "latitude": latitude}


@pytest.fixture
def sites(index):
    divisions = make_divisions()
    cement = published_site(
        division=divisions["220202"],
        name_zh="哈达湾水泥厂旧址",
        name_en="Former Hadawan Cement Works",
        **at(126.56049, 43.88051),
        uncertainty_m=2500,
    )
    ferroalloy = published_site(
        division=divisions["220202"],
        name_zh="吉林铁合金厂旧址",
        **at(126.5604, 43.8804),
    )
    unplaced = published_site(division=divisions["220303"], name_zh="四平机车修理库", **NOWHERE)
    hidden = published_site(
        division=divisions["220303"],
        name_zh="四平仓库",
        **at(124.37, 43.17),
        location_disclosure=LocationDisclosure.HIDDEN,
    )
    lead(
        division=divisions["220303"],
        name_zh="线索机车厂",
        **at(124.3, 43.1),
    )
    index()
    return {"cement": cement, "ferroalloy": ferroalloy, "unplaced": unplaced, "hidden": hidden}


def test_a_single_place_is_named_at_the_point_that_may_be_told(client, sites):
    answer = client.get(f"/en{ADDRESS}", {"q": "哈达湾", "zoom": "9"}).json()
    number = sites["cement"].number
    assert answer == {
        "clusters": [
            {
                "lon": 126.56,
                "lat": 43.881,
                "count": 1,
                "kind": "site",
                "number": number,
                "name": "Former Hadawan Cement Works",
                "url": f"/en/sites/{number}/",
                "uncertainty_m": 2500,
                "precision": "within about 2.5 km of the point shown",
                "seal": "none",
                "protection": "No announced protection was found",
            }
        ],
        "without_place": 0,
        "total": 1,
        "warnings": [],
    }


def test_near_places_are_one_cluster_without_a_name(client, sites):
    answer = client.get(ADDRESS, {"zoom": "7"}).json()
    assert answer["clusters"] == [{"lon": 126.56, "lat": 43.8805, "count": 2}]


@pytest.mark.parametrize(
    ("parameters", "counts"),
    [
        ({}, ([2], 2, 4)),
        ({"division": "220200"}, ([2], 0, 2)),
        ({"division": "220300"}, ([], 1, 1)),  # of a hidden place the division is not told either
        ({"q": "机车"}, ([], 1, 1)),
        ({"bbox": "126,43,127,44"}, ([2], 0, 2)),
        ({"bbox": "124,43,125,44"}, ([], 0, 0)),
    ],
    ids=str,
)
def test_clusters_and_what_has_no_place_add_up_to_all_hits(client, sites, parameters, counts):
    answer = client.get(ADDRESS, parameters).json()
    found = [cluster["count"] for cluster in answer["clusters"]]
    assert (found, answer["without_place"], answer["total"]) == counts
    assert sum(found) + answer["without_place"] == answer["total"]
    assert answer["total"] == client.get("/search.json", parameters).json()["total"]


@pytest.mark.parametrize("zoom", ["", "-1", "²", "9" * 30, "near", "1.5"])
def test_an_unreadable_zoom_is_answered_as_some_zoom(client, sites, zoom):
    assert client.get(ADDRESS, {"zoom": zoom}).json()["total"] == 4


def test_an_unusable_parameter_is_named_in_the_answer(client, sites):
    answer = client.get(ADDRESS, {"bbox": "nan,0,1,1", "colour": "red"}).json()
    assert (answer["total"], len(answer["warnings"])) == (4, 2)


def test_the_answer_is_not_sent_again_until_the_index_changes(client, sites, index):
    first = client.get(ADDRESS)
    asked_again = {"If-None-Match": first.headers["ETag"]}
    assert client.get(ADDRESS, headers=asked_again).status_code == 304
    assert client.get(f"/en{ADDRESS}", headers=asked_again).status_code == 200
    published_site(division=sites["cement"].division, name_zh="吉林造纸厂旧址")
    index()
    changed = client.get(ADDRESS, headers=asked_again)
    assert (changed.status_code, changed.json()["total"]) == (200, 5)


def test_without_an_index_the_answer_says_when_to_ask_again(client, sites, settings, tmp_path):
    settings.SEARCH_ENGINE = {**settings.SEARCH_ENGINE, "OPTIONS": {"path": tmp_path / "nothing"}}
    answer = client.get(ADDRESS)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
