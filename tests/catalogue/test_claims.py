"""来源说法不一: what sources say differently stands side by side; what somebody merely knows does not."""

import pytest

from heritage.models import ComponentCitation, SiteCitation
from tests.factories import SourceFactory, make_divisions, published_site
from tests.inventory import component_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def changyi():
    return make_divisions()["220202"]


def claim(site, statement, text, *, basis="sourced", **values):
    source = SourceFactory(collection=site.collection, basis=basis, confidence="medium")
    SiteCitation.objects.create(
        site=site, source=source, statement=statement, claim=text, sort_order=9, **values
    )
    return source


def test_different_claims_stand_side_by_side_and_own_knowledge_stays_inside(client, changyi):
    site = published_site(division=changyi)
    five = claim(site, "description", "园内5栋文保建筑", locator="第3页", confidence="high")
    eleven = claim(site, "description", "园内11栋文保建筑")
    claim(site, "description", "zqx其实是12栋", basis="own_knowledge")
    page = client.get(f"/en/sites/{site.number}/").content.decode()
    section = page.split('id="claims"', 1)[1].split("</section>", 1)[0]
    assert [
        words in section for words in ("园内5栋文保建筑", "园内11栋文保建筑", five.title, eleven.title)
    ] == [True] * 4
    assert "zqx" not in page
    assert client.get(f"/sites/{site.number}.json").json()["disagreements"] == [
        {
            "statement": "description",
            "claims": [
                {"claim": "园内5栋文保建筑", "source": 2, "locator": "第3页", "confidence": "high"},
                {"claim": "园内11栋文保建筑", "source": 3, "locator": "", "confidence": "medium"},
            ],
        }
    ]


@pytest.mark.parametrize(
    "claims",
    [
        [("dating", "1933年", "sourced")],
        [("dating", "1933年", "sourced"), ("dating", " 1933年 ", "sourced")],
        [("dating", "1933年", "sourced"), ("dating", "1935年", "own_knowledge")],
        [("dating", "1933年", "own_knowledge"), ("dating", "1935年", "own_knowledge")],
        [("address", "甲街", "sourced"), ("address", "乙街", "sourced")],
        [("place", "东经126度", "sourced"), ("place", "东经127度", "sourced")],
        [("", "甲", "sourced"), ("", "乙", "sourced")],
    ],
    ids=["one", "alike", "one own", "both own", "internal", "finer than the place", "whole record"],
)
def test_where_no_two_public_claims_differ_nothing_is_said(client, changyi, claims):
    site = published_site(division=changyi)
    for statement, text, basis in claims:
        claim(site, statement, text, basis=basis)
    assert client.get(f"/sites/{site.number}.json").json()["disagreements"] == []
    assert 'id="claims"' not in client.get(f"/sites/{site.number}/").content.decode()


def test_a_component_tells_its_claims_too(client, changyi):
    site = published_site(division=changyi)
    component = component_of(site, "转盘")
    for text in ("1935年拆除", "1937年拆除"):
        source = SourceFactory(collection=site.collection)
        ComponentCitation.objects.create(
            component=component, source=source, statement="destiny", claim=text, sort_order=5
        )
    page = client.get(f"/sites/{site.number}/components/1/").content.decode()
    assert ("1935年拆除" in page, "1937年拆除" in page) == (True, True)
    (told,) = client.get(f"/sites/{site.number}.json").json()["components"]
    assert [row["claim"] for row in told["disagreements"][0]["claims"]] == ["1935年拆除", "1937年拆除"]


def test_the_twin_tells_each_statement_with_its_sources_and_their_confidence(client, changyi):
    site = published_site(division=changyi)
    claim(site, "dating", "1933年", locator="第2页", confidence="low")
    answer = client.get(f"/sites/{site.number}.json").json()
    assert answer["statement_sources"] == {"dating": [2]}
    assert [(source["confidence"], source["statements"]) for source in answer["sources"]] == [
        ("medium", []),
        (
            "medium",
            [{"statement": "dating", "locator": "第2页", "claim": "1933年", "confidence": "low"}],
        ),
    ]


def test_related_records_are_told_with_the_reason_on_the_page_and_in_the_twin(client, changyi):
    site = published_site(division=changyi)
    other = published_site(division=changyi, name_zh="邻近的厂", name_en="Works nearby")
    (told,) = client.get(f"/sites/{site.number}.json").json()["related"]
    page = client.get(f"/en/sites/{site.number}/").content.decode()
    assert (told["number"], told["shared_project"]) == (other.number, None)
    assert ("Works nearby" in page, "also in Jilin City" in page) == (True, True)
