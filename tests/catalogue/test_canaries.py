"""One record with a token in each field that is not public: no byte of any public answer holds one.

Addresses come from the URL resolver, so that a new one is crawled or fails the test.
"""

from datetime import date

import pytest

from heritage.models import (
    ComponentCitation,
    DesignationCitation,
    DivisionOutline,
    HeritageSite,
    NotEntered,
    RelocationCase,
    SiteCitation,
    Source,
    Survey,
    SurveyPhotograph,
)
from heritage.models.sites import LocationDisclosure
from media.models import Photograph
from media.picture_sizes import make_missing
from tests.catalogue.canary_case import canary_case
from tests.catalogue.canary_lists import canary_lists
from tests.catalogue.public_addresses import ADDRESSES, BESIDE, addresses, names_beside, names_of_resolver
from tests.catalogue.stories import placed, prose, story, theme
from tests.factories import (
    DivisionFactory,
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
# Digits of shapes and of the division's outline, and their names in GeoJSON.
SHAPE_DIGITS = ("5656565", "8989898", "56565", "89898", "4747474", "47474", "LineString", "Polygon")
SHAPE = {
    "typed_shape": """{"type": "Feature", "properties": {"name": "zqxshape"}, "geometry": {
        "type": "LineString", "coordinates": [[126.5656565, 43.8989898], [126.5656566, 43.8989899]]}}""",
    "shape_system": "wgs84",
    "shape": {
        "type": "LineString",
        "coordinates": [[126.5656565, 43.8989898], [126.5656566, 43.8989899]],
    },
}
OUTLINE = [[126.4747474, 43.5], [126.9, 43.5], [126.9, 44.4747474], [126.4747474, 43.5]]
# What a stranger might ask for to find one.
QUESTIONS = ("", "?q=哈达湾", "?view=grid&per_page=100", "?bbox=126,43,127,44", "?kind=component")
SECRETS = (
    "zqx",
    "zqxownname",
    "zqxnote",
    "zqxsurveyor",
    "zqxnumber",
    "zqxunconfirmed",
    "zqxcandidate",
    "zqxapplicant",
    "zqxlastplace",
    "zqxdrafttext",
    "zqxshape",
    "zqxoutline",
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
    DivisionOutline.objects.create(
        division=changyi, geometry={"type": "Polygon", "coordinates": [OUTLINE], "note": "zqxoutline"}
    )
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
    canary_case(
        RelocationCase.objects.create(enterprise=enterprise, from_area=area, note="zqxcasenote"),
        components[0],
    )
    unpublished = [
        drafted_site(division=changyi, name_zh="zqxdraft", parent=site),
        lead(division=changyi, name_zh="zqxlead"),
    ]
    training = canary_training(site)
    withdrawn = published_site(division=changyi, name_zh="zqxwithdrawn")
    project_in(changyi, site, is_live=False, name_zh="zqxdraftproject", slug="zqxdraftproject")
    area_in(changyi, is_live=False, name_zh="zqxdraftarea", slug="zqxdraftarea")
    enterprise_in(changyi, site, is_live=False, name_zh="zqxdraftenterprise", slug="zqxdraftenterprise")
    project.sites.add(*unpublished, withdrawn, training)
    enterprise.sites.add(training)
    components[0].moved_to = training
    components[0].save()
    withdrawn.unpublish()
    site.refresh_from_db()
    site.description_zh = "zqxdrafttext"
    site.save_revision()
    stories = canary_stories(site, hidden, withdrawn, training, *unpublished)
    index()
    return {
        "sites": [site, hidden],
        "components": components,
        "projects": [project],
        "areas": [area],
        "enterprises": [enterprise],
        "withdrawn": [withdrawn],
        "unpublished": [*unpublished, training],
        **stories,
    }


def canary_training(public_site) -> HeritageSite:
    """A training county in which everything is published, and tied to what is public."""
    division = DivisionFactory(code="990000", name_zh="zqx练习省", name_en="zqxpractice", is_training=True)
    site = published_site(
        division=division,
        name_zh="zqx练习哈达湾厂",
        parent=public_site,
        source=SourceFactory(collection=division.collection, title="zqxpracticesource"),
    )
    name_of(site, "zqxpracticename")
    designation(site, name_as_listed="zqxpracticelisted")
    photograph("zqxpracticephoto", site.collection, on=site, licence="cc-by-4.0", credit="zqxpracticecredit")
    component_of(site, "zqxpracticecomponent")
    for make in (area_in, enterprise_in, project_in):
        make(division, name_zh=f"zqx练习{make.__name__}", slug=f"zqx-{make.__name__}".replace("_", "-"))
    return site


def canary_stories(*sites: HeritageSite) -> dict[str, list]:
    """A story and a theme that place every record in every block and quote what may not be named; a draft."""
    own = Source.objects.filter(basis="own_knowledge").first()
    quotation = ("quotation", {"zh": "zqxquoted", "en": "", "source": own.pk, "locator": ""})
    pictures = list(Photograph.objects.values_list("pk", flat=True))
    blocks = (
        *(placed(kind, *sites) for kind in ("records", "map", "timeline")),
        prose("文字", "Words", *sites),
        quotation,
        ("gallery", {"photographs": pictures}),
    )
    story(prose("zqxdraftstory"), slug="draft", title="zqxdraftstory", is_live=False)
    return {"stories": [story(*blocks)], "themes": [theme(*blocks)]}


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
        **SHAPE,
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
    licensed = {"licence": "cc-by-4.0", "credit": "王文物", "caption_zh": "南立面"}
    for values in (licensed, {"caption_zh": "zqxcaption"}):
        shown = photograph(
            "zqxphototitle", site.collection, on=site, photographer="zqxphotographer", **values
        )
        make_missing(shown)
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
    canary_lists(site)


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
        **SHAPE,
    )
    own = Source.objects.filter(basis="own_knowledge").first()
    ComponentCitation.objects.create(component=public, source=own, statement="description", sort_order=1)
    component_of(site, "zqxdraftcomponent", is_live=False)
    return [public]


def test_every_public_address_is_crawled():
    assert names_of_resolver() == set(ADDRESSES)


def test_every_address_beside_the_pages_is_known():
    assert names_beside() == BESIDE


def test_no_byte_of_any_public_address_holds_a_token(client, world):
    leaks = []
    for address in addresses(world):
        for question in QUESTIONS:
            answer = client.get(address + question)
            assert answer.status_code == 200, (address, answer.status_code)
            body = answer.content.decode()
            leaks += [
                (address + question, found)
                for found in (TOKEN, *POINT_DIGITS, *SHAPE_DIGITS)
                if found in body
            ]
    assert leaks == []


def test_no_search_and_no_suggestion_finds_a_secret(client, world):
    answers = {
        secret: (
            client.get("/search.json", {"q": secret}).json()["total"],
            client.get("/search/suggest.json", {"q": secret}).json()["suggestions"],
        )
        for secret in SECRETS
    }
    assert answers == dict.fromkeys(SECRETS, (0, []))


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
    assert client.get("/search.json").json()["total"] == 8
    kinds = client.get("/search.json").json()["facets"]["kind"]
    assert {count["value"]: count["count"] for count in kinds} == {
        "site": 2,
        "component": 1,
        "project": 1,
        "area": 1,
        "enterprise": 1,
        "page": 2,
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
