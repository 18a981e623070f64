"""One record with a token in each field that is not public: no byte of any public answer holds one.

Addresses come from the URL resolver, so that a new one is crawled or fails the test.
"""

from datetime import date

import pytest

from heritage.models import (
    ComponentCitation,
    DesignationCitation,
    HeritageSite,
    NotEntered,
    RelocationCase,
    SiteCitation,
    Source,
    Survey,
    SurveyPhotograph,
)
from heritage.models.sites import LocationDisclosure
from tests.catalogue.public_addresses import ADDRESSES, addresses, names_of_resolver
from tests.factories import (
    SourceFactory,
    drafted_site,
    lead,
    make_divisions,
    name_of,
    photograph,
    published_site,
    superuser,
)
from tests.inventory import (
    area_in,
    component_of,
    decree,
    designation,
    enterprise_in,
    event_of,
    project_in,
    scheme,
)

pytestmark = pytest.mark.django_db

# Every token that is put into a field begins so; digits are those of the exact point and of its typed form.
TOKEN = "zqx"
POINT_DIGITS = ("5432198", "8765412", "54321", "87654")
# What a stranger might ask for to find one.
QUESTIONS = ("", "?q=哈达湾", "?view=grid&per_page=100", "?bbox=126,43,127,44", "?kind=component")
SECRETS = (
    "zqx",
    "zqxownname",
    "zqxnote",
    "zqxsurveyor",
    "zqxnumber",
    "zqxunconfirmed",
    "zqxlastplace",
    "zqxdrafttext",
)


def own_knowledge(site, statement, word):
    """Support a statement by nothing but the writer's own knowledge."""
    source = SourceFactory(collection=site.collection, title=f"zqxsource{word}", basis="own_knowledge")
    return SiteCitation.objects.create(
        site=site, source=source, statement=statement, claim=f"zqxclaim{word}", sort_order=9
    )


@pytest.fixture
def world(index):
    divisions = make_divisions()
    changyi, tiedong = divisions["220202"], divisions["220303"]
    site = canary_site(changyi)
    hidden = published_site(
        division=tiedong,
        name_zh="隐去地点的厂",
        location_disclosure=LocationDisclosure.HIDDEN,
    )
    components = canary_components(site)
    project = project_in(changyi, site, hidden, note="zqxprojectnote")
    area = area_in(changyi, note="zqxareanote")
    enterprise = enterprise_in(changyi, site, note="zqxenterprisenote")
    RelocationCase.objects.create(enterprise=enterprise, from_area=area, note="zqxcasenote")
    unpublished = [
        drafted_site(division=changyi, name_zh="zqxdraft", parent=site),
        lead(division=changyi, name_zh="zqxlead"),
    ]
    withdrawn = published_site(division=changyi, name_zh="zqxwithdrawn")
    project_in(changyi, site, is_live=False, name_zh="zqxdraftproject", slug="zqxdraftproject")
    area_in(changyi, is_live=False, name_zh="zqxdraftarea", slug="zqxdraftarea")
    enterprise_in(changyi, site, is_live=False, name_zh="zqxdraftenterprise", slug="zqxdraftenterprise")
    project.sites.add(*unpublished, withdrawn)
    withdrawn.unpublish()
    site.refresh_from_db()
    site.description_zh = "zqxdrafttext"
    site.save_revision()
    index()
    return {
        "sites": [site, hidden],
        "components": components,
        "projects": [project],
        "areas": [area],
        "enterprises": [enterprise],
        "withdrawn": [withdrawn],
        "unpublished": unpublished,
    }


def canary_site(division) -> HeritageSite:
    """A public site with a token wherever the public has no business."""
    site = published_site(
        division=division,
        name_zh="哈达湾水泥厂旧址",
        note="zqxnote",
        address="zqxaddress",
        typed_coordinates="126.5432198, 43.8765412",
        longitude=126.5432198,
        latitude=43.8765412,
        position_method="zqxmethod",
        current_use="zqxuse",
        condition_note="zqxcondition",
        type_words="zqxtype",
    )
    name_of(site, "松江水泥厂", note="zqxnamenote")
    own_knowledge(site, name_of(site, "zqxownname").statement, "name")
    own_knowledge(site, event_of(site, "renamed", "1962", words_zh="zqxownevent").statement, "event")
    for statement in ("current_use", "condition", "type"):
        own_knowledge(site, statement, statement)
    source = SourceFactory(collection=site.collection)
    for statement in ("address", "note", "place"):
        SiteCitation.objects.create(
            site=site, source=source, statement=statement, claim=f"zqxclaim{statement}", sort_order=9
        )
    canary_designations(site)
    canary_survey(site)
    for values in ({"licence": "cc-by-4.0", "credit": "王文物"}, {}):
        photograph(
            "zqxphototitle",
            site.collection,
            on=site,
            photographer="zqxphotographer",
            caption_zh="zqxcaption",
            **values,
        )
    site.refresh_from_db()
    return site


def canary_designations(site) -> None:
    designation(
        site,
        note="zqxdesignationnote",
        decree=decree(site.collection, document_number="zqxnumber", is_number_own_knowledge=True),
    )
    designation(
        site,
        is_confirmed=False,
        scheme=scheme("mii", label_zh="zqxscheme", standing="departmental"),
        name_as_listed="zqxunconfirmed",
    )
    own = designation(
        site, scheme=scheme("award", label_zh="奖", standing="honorary"), name_as_listed="zqxowndesignation"
    )
    source = Source.objects.filter(basis="own_knowledge").first()
    DesignationCitation.objects.create(designation=own, source=source)


def canary_survey(site) -> None:
    reviewer = superuser(username="zqxreviewer", full_name="zqxreviewername")
    for confirmed_on in (date(2026, 1, 5), None):
        survey = Survey.objects.create(
            site=site,
            surveyed_on=date(2025, 5, 5),
            purpose="census",
            surveyors="zqxsurveyor",
            observations="zqxseen",
            condition_note="zqxsurveycondition",
            note="zqxsurveynote",
            confirmed_on=confirmed_on,
            confirmed_by=reviewer,
        )
        NotEntered.objects.create(survey=survey, what="zqxnotentered", reason="refused", explanation="zqxwhy")
        SurveyPhotograph.objects.create(
            survey=survey, photograph=photograph("zqxsurveyphoto", site.collection)
        )


def canary_components(site) -> list:
    public = component_of(
        site,
        "转盘",
        last_known_place="zqxlastplace",
        note="zqxcomponentnote",
        description_zh="zqxowncomponent",
    )
    own = Source.objects.filter(basis="own_knowledge").first()
    ComponentCitation.objects.create(component=public, source=own, statement="description", sort_order=1)
    component_of(site, "zqxdraftcomponent", is_live=False)
    return [public]


def test_every_public_address_is_crawled():
    assert names_of_resolver() == set(ADDRESSES)


def test_no_byte_of_any_public_address_holds_a_token(client, world):
    leaks = []
    for address in addresses(world):
        for question in QUESTIONS:
            answer = client.get(address + question)
            assert answer.status_code == 200, (address, answer.status_code)
            body = answer.content.decode()
            leaks += [(address + question, found) for found in (TOKEN, *POINT_DIGITS) if found in body]
    assert leaks == []


@pytest.mark.parametrize("secret", SECRETS)
def test_no_search_and_no_suggestion_finds_a_secret(client, world, secret):
    found = client.get("/search.json", {"q": secret}).json()["total"]
    suggested = client.get("/search/suggest.json", {"q": secret}).json()["suggestions"]
    assert (found, suggested) == (0, [])


def test_what_is_withdrawn_drafted_or_a_lead_answers_no_token(client, world):
    answers = [
        client.get(f"{prefix}/sites/{site.number}{suffix}")
        for site in (*world["withdrawn"], *world["unpublished"])
        for prefix in ("", "/en")
        for suffix in ("/", ".json", ".jsonld", ".geojson")
    ]
    assert {answer.status_code for answer in answers} == {404, 410}
    assert [answer.request["PATH_INFO"] for answer in answers if TOKEN in answer.content.decode()] == []


def test_counts_hold_only_what_is_public(client, world):
    project, *_rest = world["projects"]
    page = client.get(f"/projects/{project.slug}/").content.decode()
    assert "隐去地点的厂" not in page
    assert client.get("/search.json").json()["total"] == 6
    kinds = client.get("/search.json").json()["facets"]["kind"]
    assert {count["value"]: count["count"] for count in kinds} == {
        "site": 2,
        "component": 1,
        "project": 1,
        "area": 1,
        "enterprise": 1,
    }


def test_a_hidden_place_is_told_by_no_relation(client, world):
    hidden = world["sites"][1]
    answers = [
        client.get(f"{prefix}/sites/{hidden.number}{suffix}").content.decode()
        for prefix in ("", "/en")
        for suffix in ("/", ".json", ".jsonld", ".geojson")
    ]
    told = ("126.5", "四平", "铁东", "昌邑", "Siping", "Tiedong", "220303", "工业遗产公园", "Heritage Park")
    assert [word for answer in answers for word in told if word in answer] == []


def test_the_master_of_a_photograph_has_no_public_address(client, world):
    row = world["sites"][0].photographs.first().photograph
    answers = [client.get(f"{prefix}{row.file.name}") for prefix in ("/media/", "/static/", "/files/", "/")]
    assert [answer.status_code for answer in answers] == [404] * 4
