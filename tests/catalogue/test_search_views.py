"""The result list and its JSON twin."""

import pytest

from catalogue.result_page import FacetBlock, FacetValue
from tests.factories import drafted_site, lead, make_divisions, name_of, published_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def sites(index):
    divisions = make_divisions()
    cement = published_site(
        division=divisions["220202"],
        name_zh="哈达湾水泥厂旧址",
        name_en="Former Hadawan Cement Works",
        description_zh="为丰满大坝供应水泥而扩建，属１５６项配套。内有老式机车。",
    )
    name_of(cement, "松江水泥厂")
    depot = published_site(
        division=divisions["220303"],
        name_zh="四平机车修理库",
        period_edtf="1925-11",
        period_text="1925年11月",
    )
    drafted_site(division=divisions["220303"], name_zh="草稿机车厂")
    lead(division=divisions["220303"], name_zh="线索机车厂")
    index()
    return cement, depot


def names(answer: dict) -> list[str]:
    return [hit["name"] for hit in answer["hits"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("哈达湾", ["哈达湾水泥厂旧址"]),
        ("哈達灣", ["哈达湾水泥厂旧址"]),
        ("hadawan", ["哈达湾水泥厂旧址"]),
        ("松江水泥", ["哈达湾水泥厂旧址"]),
        ("156项", ["哈达湾水泥厂旧址"]),
        ("１５６项", ["哈达湾水泥厂旧址"]),
        ("大坝", ["哈达湾水泥厂旧址"]),
        ("机车", ["四平机车修理库", "哈达湾水泥厂旧址"]),
        ("机车 水泥", ["哈达湾水泥厂旧址"]),
        ("“车机”", []),
        ("铁东区", ["四平机车修理库"]),
        ("草稿", []),
        ("线索", []),
    ],
)
def test_what_is_typed_finds_the_record_it_means(client, sites, text, expected):
    assert names(client.get("/search.json", {"q": text}).json()) == expected


def test_an_answer_has_the_documented_shape(client, sites):
    cement, _depot = sites
    answer = client.get("/en/search.json", {"q": "松江"}).json()
    hit = answer["hits"][0]
    assert set(answer) == {"query", "total", "took_ms", "page", "hits", "facets", "years", "warnings"}
    assert hit == {
        "kind": "site",
        "number": cement.number,
        "url": f"/en/sites/{cement.number}/",
        "name": "哈达湾水泥厂旧址",
        "name_en": "Former Hadawan Cement Works",
        "matched": ["former_names"],
        "highlight": [{"field": "former_names", "text": "松江水泥厂", "marks": [[0, 2]]}],
        "division": ["220200", "220202"],
        "period": "1933",
        "to_verify": True,
    }


def test_an_empty_search_means_every_public_record(client, sites):
    answer = client.get("/search.json").json()
    assert (answer["total"], answer["facets"]["kind"]) == (
        2,
        [{"value": "site", "label": "遗产点", "count": 2, "selected": False}],
    )


def test_facets_are_counted_without_their_own_filter(client, sites):
    answer = client.get("/search.json", {"division": "220200"}).json()
    counts = {value["value"]: (value["count"], value["selected"]) for value in answer["facets"]["division"]}
    assert (names(answer), counts) == (
        ["哈达湾水泥厂旧址"],
        {"220200": (1, True), "220202": (1, False), "220300": (1, False), "220303": (1, False)},
    )


HOSTILE = [
    {"page": "0"},
    {"page": "-1"},
    {"page": "9" * 30},
    {"page": "²"},
    {"per_page": "7"},
    {"year_from": "abc"},
    {"year_from": "1950", "year_to": "1900"},
    {"bbox": "1,2,3"},
    {"bbox": "nan,nan,nan,nan"},
    {"bbox": "inf,0,1,1"},
    {"sort": "price"},
    {"division": "999999"},
    {"division": "٢٢٠٢٠٢"},
    {"kind": "ship"},
    {"view": "cube"},
    {"colour": "red"},
    {"q": "x" * 5000},
]


@pytest.mark.parametrize("parameters", HOSTILE, ids=str)
def test_an_unusable_parameter_is_named_and_the_rest_is_answered(client, sites, parameters):
    answer = client.get("/search.json", parameters)
    assert answer.status_code == 200
    assert answer.json()["warnings"]
    assert client.get("/search/", parameters).status_code == 200


@pytest.mark.parametrize(
    "text",
    ['"', "“”", "NOT OR AND", "a:b", "*", "\\", "(((", "🏭", "%", "'; DROP TABLE", "《》", "e\u0301" * 50],
)
def test_any_text_is_a_valid_search(client, sites, text):
    assert client.get("/search/", {"q": text}).status_code == 200
    assert client.get("/search.json", {"q": text}).status_code == 200


def test_the_page_marks_what_matched_and_says_where(client, sites):
    page = client.get("/search/", {"q": "松江"}).content.decode()
    assert "哈达湾水泥厂旧址" in page
    assert "<mark>松江</mark>水泥厂" in page
    assert "其他名称" in page


def test_an_empty_result_keeps_the_text_and_shows_a_way_on(client, sites):
    page = client.get("/search/", {"q": "不存在的厂", "division": "220200"}).content.decode()
    assert 'value="不存在的厂"' in page
    assert "?q=%E4%B8%8D" in page  # the same search without the division


def test_without_an_index_the_records_are_listed_from_the_database(client, sites, settings, tmp_path):
    settings.SEARCH_ENGINE = {
        "ENGINE": "search.engines.embedded.EmbeddedEngine",
        "OPTIONS": {"path": tmp_path / "nothing"},
    }
    page, answer = client.get("/search/"), client.get("/search.json")
    assert (page.status_code, answer.status_code, answer.json()["total"]) == (503, 503, 2)
    assert "哈达湾水泥厂旧址" in page.content.decode()


def test_a_result_page_needs_a_constant_number_of_queries(
    client, sites, index, django_assert_max_num_queries
):
    division = sites[0].division
    for number in range(15):
        published_site(division=division, name_zh=f"第{number}车间")
    index()
    with django_assert_max_num_queries(12):
        client.get("/search/", {"q": "车间"})


def test_a_long_facet_is_folded_after_eight_values_but_for_the_chosen_ones():
    values = [
        FacetValue(str(place), str(place), 1, is_selected=place == 10, url="", share=1) for place in range(12)
    ]
    block = FacetBlock("industry", "Industry", values)
    assert [value.value for value in block.shown] == [*map(str, range(8)), "10"]
    assert [value.value for value in block.folded] == ["8", "9", "11"]
