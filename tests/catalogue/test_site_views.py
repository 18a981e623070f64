"""A site's page, its twin, and what is not told."""

import pytest

from heritage.models.sites import Recognition
from tests.factories import SiteFactory, drafted_site, lead, make_divisions, name_of, published_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def changyi():
    return make_divisions()["220202"]


def test_a_page_tells_names_dating_place_precision_and_sources_in_both_languages(client, changyi):
    site = published_site(division=changyi, name_zh="哈达湾水泥厂旧址", name_en="Former Hadawan Cement Works")
    name_of(site, "松江水泥厂", period_edtf="1949/1980", period_text="1949–1980年")
    chinese = client.get(f"/sites/{site.number}/").content.decode()
    english = client.get(f"/en/sites/{site.number}/").content.decode()
    source = site.citations.get().source
    for words in (
        "哈达湾水泥厂旧址",
        "松江水泥厂",
        "1949–1980年",
        "1933年",
        "吉林市昌邑区",
        source.title,
        site.number,
    ):
        assert words in chinese
    for words in (
        "Former Hadawan Cement Works",
        "松江水泥厂",
        "Changyi District, Jilin City",
        "1933",
        source.title,
    ):
        assert words in english
    assert 'lang="en"' in english.split(">", 2)[1] + english.split(">", 3)[2]


def test_a_number_in_another_case_leads_to_the_written_form(client, changyi):
    site = published_site(division=changyi)
    answer = client.get(f"/sites/{site.number.lower()}/")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"/sites/{site.number}/")


@pytest.mark.parametrize("number", ["JL000010", "x", "JL00001", "../etc", "JL0000１0", "哈达湾", "0" * 500])
def test_what_is_no_number_of_a_record_is_not_there(client, number):
    assert client.get(f"/sites/{number}/").status_code == 404
    assert client.get(f"/sites/{number}.json").status_code == 404


def test_drafts_leads_and_training_records_are_not_there(client, changyi):
    draft, clue = drafted_site(division=changyi), lead(division=changyi)
    exercise = published_site(division=changyi)
    changyi.is_training = True
    changyi.save()
    for site in (draft, clue, exercise):
        assert client.get(f"/sites/{site.number}/").status_code == 404
        assert client.get(f"/sites/{site.number}.json").status_code == 404


@pytest.mark.parametrize("suffix", ["/", ".json", ".jsonld", ".geojson"])
def test_a_withdrawn_record_answers_410_without_telling_its_name(client, changyi, suffix):
    site = published_site(division=changyi, name_zh="撤下的厂")
    site.unpublish()
    answer = client.get(f"/sites/{site.number}{suffix}")
    assert answer.status_code == 410
    assert site.number in answer.content.decode()
    assert "撤下的厂" not in answer.content.decode()


def test_a_twin_asked_for_in_another_case_leads_to_the_written_number(client, changyi):
    site = published_site(division=changyi)
    answer = client.get(f"/en/sites/{site.number.lower()}.json")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"/en/sites/{site.number}.json")


def test_a_published_record_that_became_a_lead_again_is_not_told(client, changyi):
    site = published_site(division=changyi, name_zh="复查中的厂")
    site.recognition = Recognition.CLUE
    site.live = False
    site.save()
    assert "复查中的厂" not in client.get(f"/sites/{site.number}/").content.decode()


def test_the_twin_tells_the_snapped_point_and_its_uncertainty(client, changyi):
    site = published_site(division=changyi, typed_coordinates="126.54321, 43.87654", uncertainty_m=20)
    place = client.get(f"/sites/{site.number}.json").json()["place"]
    assert (place["point"], place["uncertainty_m"]) == (
        {"crs": "EPSG:4326", "longitude": 126.543, "latitude": 43.877},
        79,
    )


def test_a_record_without_a_point_says_null(client, changyi):
    site = published_site(division=changyi, typed_coordinates="", absences={"place": "unknown"})
    assert client.get(f"/sites/{site.number}.json").json()["place"]["point"] is None


def test_parts_that_are_not_public_are_absent(client, changyi):
    site = published_site(division=changyi, name_zh="总厂")
    published_site(division=changyi, name_zh="公开车间", parent=site)
    SiteFactory(division=changyi, name_zh="未公开车间", parent=site)
    page = client.get(f"/sites/{site.number}/").content.decode()
    assert ("公开车间" in page, "未公开车间" in page) == (True, False)


def test_the_index_of_names_sorts_by_pinyin(client, changyi):
    published_site(division=changyi, name_zh="吉林机器局", name_pinyin="Jílín Jīqìjú")
    published_site(division=changyi, name_zh="哈达湾水泥厂", name_pinyin="Hādáwān Shuǐníchǎng")
    page = client.get("/sites/").content.decode()
    assert page.index("哈达湾水泥厂") < page.index("吉林机器局")


@pytest.mark.parametrize("address", ["/", "/en/", "/sites/", "/en/sites/", "/healthz", "/readyz"])
def test_front_pages_answer_while_there_is_nothing_yet(client, address):
    assert client.get(address).status_code == 200


def test_a_page_needs_a_constant_number_of_queries(client, changyi, django_assert_max_num_queries):
    site = published_site(division=changyi)
    for number in range(10):
        name_of(site, f"曾用名{number}")
        published_site(division=changyi, parent=site)
    with django_assert_max_num_queries(20):
        client.get(f"/sites/{site.number}/")
