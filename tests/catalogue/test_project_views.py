"""Projects, areas, enterprises and relocation: live records, the paper's words, and what is not known."""

import pytest

from heritage.models import RelocationCase
from tests.factories import drafted_site, make_divisions, published_site
from tests.inventory import area_in, designation, enterprise_in, event_of, project_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def changyi():
    return make_divisions()["220202"]


def test_a_project_sets_the_paper_beside_the_outcome_and_says_what_is_not_known(client, changyi):
    listed, unlisted = (
        published_site(division=changyi, name_zh="水泥厂旧址"),
        published_site(division=changyi, name_zh="造纸厂旧址"),
    )
    designation(listed)
    event_of(listed, "closed", "2018")
    project_in(
        changyi,
        listed,
        unlisted,
        drafted_site(division=changyi, name_zh="未公开厂"),
        document_29_wording="吉林哈达湾建设工业遗产主题公园",
        outcome_zh="未查到是否实施",
    )
    page = client.get("/projects/park/").content.decode()
    for words in ("水泥厂旧址", "造纸厂旧址", "吉林哈达湾建设工业遗产主题公园", "未查到是否实施", "2018"):
        assert words in page
    assert "未公开厂" not in page
    english = client.get("/en/projects/park/").content.decode()
    assert f"No announced protection in force was found for: {unlisted.name_en}<" in english


def test_the_list_counts_public_records_only(client, changyi):
    project_in(changyi, published_site(division=changyi), drafted_site(division=changyi))
    project_in(changyi, is_live=False, slug="draft", name_zh="未公开项目")
    page = client.get("/en/projects/").content.decode()
    assert ("1 record<" in page, "未公开项目" in page) == (True, False)


@pytest.mark.parametrize("address", ["/projects/draft/", "/areas/draft/", "/enterprises/draft/"])
def test_what_is_not_approved_is_not_there(client, changyi, address):
    project_in(changyi, is_live=False, slug="draft")
    area_in(changyi, is_live=False, slug="draft")
    enterprise_in(changyi, is_live=False, slug="draft")
    assert client.get(address).status_code == 404


def test_an_area_leads_to_its_projects_and_enterprises(client, changyi):
    area = area_in(changyi)
    project_in(changyi, area=area)
    RelocationCase.objects.create(enterprise=enterprise_in(changyi), from_area=area)
    page = client.get("/areas/hadawan/").content.decode()
    assert ("/projects/park/" in page, "/enterprises/jidong/" in page) == (True, True)
    assert "/areas/hadawan/" in client.get("/areas/").content.decode()


def test_relocation_stands_at_the_stage_that_is_known_in_the_order_of_the_paper(client, changyi):
    RelocationCase.objects.create(
        enterprise=enterprise_in(changyi, name_zh="乙厂", slug="b", document_29_order=2)
    )
    RelocationCase.objects.create(
        enterprise=enterprise_in(changyi, name_zh="甲厂", slug="a", document_29_order=1), stage="vacated"
    )
    page = client.get("/en/relocation/").content.decode()
    assert page.index("甲厂") < page.index("乙厂")
    assert ("Vacated" in page, page.count("Not established"), page.count("Not specified in the sources")) == (
        True,
        1,
        2,
    )


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("address", ["/projects/", "/areas/", "/relocation/", "/about/", "/accessibility/"])
def test_pages_answer_while_there_is_nothing_yet(client, prefix, address):
    assert client.get(prefix + address).status_code == 200


@pytest.mark.parametrize("count", [1, 6])
@pytest.mark.parametrize("address", ["/projects/", "/projects/p0/", "/areas/", "/relocation/"])
def test_a_page_stays_within_twenty_queries(client, changyi, django_assert_max_num_queries, address, count):
    sites = [published_site(division=changyi) for _number in range(count)]
    area = area_in(changyi)
    for number in range(count):
        project_in(changyi, *sites, slug=f"p{number}", area=area)
        RelocationCase.objects.create(
            enterprise=enterprise_in(changyi, *sites, slug=f"e{number}"), from_area=area
        )
    with django_assert_max_num_queries(20):
        assert client.get(address).status_code == 200
