"""What the public may know of everything beside the site itself."""

from datetime import date

import pytest

from heritage.disclosure import (
    Neighbour,
    RelatedRecord,
    arrivals,
    disclose,
    disclose_area,
    disclose_component,
    disclose_enterprise,
    disclose_project,
    neighbours,
    public_areas,
    public_components,
    public_enterprises,
    public_projects,
    public_sites,
    site_summaries,
    summarise,
)
from heritage.models import DesignationCitation, RelocationCase, Reuse, SiteIdentifier, Survey
from heritage.models.sites import LocationDisclosure
from tests.factories import SourceFactory, drafted_site, make_divisions, published_site
from tests.heritage.test_disclosure import cite
from tests.inventory import (
    area_in,
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


@pytest.fixture
def site(changyi):
    return published_site(division=changyi)


def told(site):
    return disclose(public_sites().get(pk=site.pk))


# Events and the parts of a site


def test_an_event_of_own_knowledge_alone_is_kept_inside(site):
    known, guessed = event_of(site, "founded", "1933"), event_of(site, "renamed", "1962")
    cite(site, known.statement)
    cite(site, guessed.statement, is_own=True)
    assert [(event.kind, event.source_indexes) for event in told(site).events] == [("founded", (2,))]


def test_events_are_told_in_the_order_of_time_and_undated_ones_last(site):
    for kind, edtf in (("closed", "2018"), ("other", ""), ("founded", "1933")):
        event_of(site, kind, edtf)
    assert [event.kind for event in told(site).events] == ["founded", "closed", "other"]


def test_a_term_of_own_knowledge_alone_is_kept_inside(changyi):
    cement, poor = term("type", "cement", "水泥厂"), term("condition", "poor", "差")
    site = published_site(
        division=changyi, type=cement, condition=poor, condition_note="漏水", type_words="水泥厂"
    )
    cite(site, "condition", is_own=True)
    public = told(site)
    assert (public.type.code, public.type_words, public.condition, public.condition_note) == (
        "cement",
        "水泥厂",
        None,
        "",
    )


def test_numbers_and_reuses_are_told_as_given(site):
    SiteIdentifier.objects.create(site=site, scheme="census_3", value="220202-0012", sort_order=0)
    Reuse.objects.create(site=site, words_zh="博物馆", openness="open", sort_order=0)
    public = told(site)
    assert [(row.scheme, row.value) for row in public.identifiers] == [("census_3", "220202-0012")]
    assert [(row.words_zh, row.openness) for row in public.reuses] == [("博物馆", "open")]


def test_of_a_survey_only_the_day_and_the_purpose_of_a_confirmed_one_are_told(site):
    for day, confirmed_on in ((date(2025, 5, 5), date(2025, 6, 1)), (date(2026, 1, 1), None)):
        Survey.objects.create(
            site=site,
            surveyed_on=day,
            purpose="census",
            surveyors="张三",
            observations="红砖",
            confirmed_on=confirmed_on,
        )
    public = told(site)
    assert [(visit.surveyed_on, visit.purpose) for visit in public.visits] == [(date(2025, 5, 5), "census")]
    assert "张三" not in repr(public)


# Designations


def test_only_confirmed_designations_are_told(site):
    designation(site, is_confirmed=False)
    assert told(site).designations == ()
    assert [(row.level, row.is_in_force) for row in _confirmed(site)] == [("national", True)]


def _confirmed(site):
    site.designations.all().delete()
    designation(site)
    return told(site).designations


@pytest.mark.parametrize("level", ["national", "unknown"])
def test_what_is_to_be_verified_is_never_told_as_in_force(site, level):
    designation(site, level=level, status="to_verify", origin="reported")
    assert [(row.is_in_force, row.is_to_verify) for row in told(site).designations] == [(False, True)]


def test_a_superseded_designation_stands_behind_the_one_in_force(site):
    designation(site, level="county", status="superseded")
    designation(site, level="province")
    assert [(row.level, row.is_in_force) for row in told(site).designations] == [
        ("province", True),
        ("county", False),
    ]


def test_a_legal_identity_stands_before_a_later_honour(site):
    honour = scheme("society_list", standing="honorary")
    designation(site, scheme=honour, level="", decree=decree(site.collection, announced_on=date(2018, 1, 27)))
    designation(site, decree=decree(site.collection, announced_on=date(2013, 3, 5)))
    assert [row.standing for row in told(site).designations] == ["relic", "honorary"]


def test_a_number_of_own_knowledge_is_withheld_and_the_day_is_told(site):
    paper = decree(site.collection, document_number="国发〔2013〕99号", is_number_own_knowledge=True)
    designation(site, decree=paper)
    told_decree = told(site).designations[0].decree
    assert (told_decree.document_number, told_decree.announced_on) == ("", date(2013, 3, 5))


def test_a_designation_of_own_knowledge_alone_is_kept_inside(site):
    row = designation(site)
    own = SourceFactory(collection=site.collection, basis="own_knowledge")
    DesignationCitation.objects.create(designation=row, source=own)
    assert told(site).designations == ()
    DesignationCitation.objects.create(
        designation=row, source=SourceFactory(collection=site.collection, title="名单")
    )
    assert [found.sources for found in told(site).designations] == [("名单",)]


def test_a_designation_of_a_component_that_is_not_public_is_absent(site):
    draft = component_of(site, is_live=False)
    designation(site, component=draft)
    assert told(site).designations == ()


def test_a_move_that_nobody_has_confirmed_is_not_told(site):
    designation(site, status="destroyed", status_until_confirmed="in_force")
    assert [(row.status, row.is_in_force) for row in told(site).designations] == [("in_force", True)]


# Components


def test_a_component_is_told_when_it_and_its_site_are_public(site):
    public = component_of(
        site, "转盘", destiny="lost", destiny_on_edtf="2013", last_known_place="废品站", note="内部"
    )
    component_of(site, "未审构件", is_live=False)
    assert list(public_components()) == [public]
    row = disclose_component(public_components().get())
    assert (row.name_zh, row.destiny, row.destiny_on_edtf, row.place.has_point) == (
        "转盘",
        "lost",
        "2013",
        False,
    )
    assert "废品站" not in repr(row)
    assert "内部" not in repr(row)
    assert [component.name_zh for component in told(site).components] == ["转盘"]
    site.unpublish()
    assert list(public_components()) == []


def test_where_a_component_went_is_told_only_of_a_public_place(changyi, site):
    component_of(site, "机床", destiny="moved", moved_to=drafted_site(division=changyi))
    museum = published_site(division=changyi, name_zh="博物馆", name_en="Museum")
    component_of(site, "锅炉", destiny="moved", moved_to=museum)
    moved = {row.name_zh: disclose_component(row).moved_to for row in public_components()}
    assert moved == {"机床": None, "锅炉": RelatedRecord(museum.number, "博物馆", "Museum")}


# Projects, areas, enterprises


def test_a_project_names_its_public_sites_only_and_its_draft_is_absent(changyi, site):
    hidden = published_site(division=changyi, location_disclosure=LocationDisclosure.HIDDEN)
    project_in(changyi, site, hidden, drafted_site(division=changyi), note="内部")
    project_in(changyi, site, is_live=False, slug="draft", name_zh="未公开")
    project = disclose_project(public_projects().get())
    assert [row.number for row in project.sites] == [site.number]
    assert "内部" not in repr(project)
    assert [row.slug for row in told(site).projects] == ["park"]
    assert told(hidden).projects == ()


def test_an_area_names_its_public_projects_and_the_enterprises_that_leave_it(changyi):
    area = area_in(changyi)
    project_in(changyi, area=area)
    project_in(changyi, area=area, is_live=False, slug="draft")
    RelocationCase.objects.create(enterprise=enterprise_in(changyi), from_area=area)
    RelocationCase.objects.create(
        enterprise=enterprise_in(changyi, is_live=False, slug="draft"), from_area=area
    )
    told_area = disclose_area(public_areas().get())
    assert [row.slug for row in told_area.projects] == ["park"]
    assert [row.slug for row in told_area.enterprises] == ["jidong"]


def test_a_relocation_tells_group_mode_and_stage_and_nothing_that_no_source_says(changyi):
    RelocationCase.objects.create(enterprise=enterprise_in(changyi), note="内部")
    enterprise = disclose_enterprise(public_enterprises().get())
    case = enterprise.relocation
    assert (enterprise.document_29_group, case.mode, case.stage, case.from_area, case.to_zone_zh) == (
        "complete_soon",
        "unspecified",
        "unknown",
        None,
        "",
    )
    assert "内部" not in repr(enterprise)


# Neighbours


def test_where_a_component_is_now_tells_where_it_stood(changyi, site):
    museum = published_site(division=changyi, name_zh="博物馆")
    here = component_of(site, "锅炉", destiny="moved", moved_to=museum)
    component_of(site, "机床", destiny="moved", moved_to=museum, is_live=False)
    component_of(drafted_site(division=changyi), "吊车", destiny="moved", moved_to=museum)
    assert [(row.pk, row.site.number) for row in arrivals(told(museum))] == [(here.pk, site.number)]
    assert arrivals(told(site)) == ()


def test_a_site_whose_place_is_hidden_tells_of_no_arrivals(changyi, site):
    hidden = published_site(division=changyi, location_disclosure="hidden")
    component_of(site, "锅炉", destiny="moved", moved_to=hidden)
    assert arrivals(told(hidden)) == ()


def test_neighbours_are_of_the_same_project_first_then_of_the_same_prefecture(changyi, site):
    beside = published_site(division=changyi, name_zh="甲")
    partner = published_site(division=changyi, name_zh="乙")
    published_site(division=changyi.parent.parent.children.get(code="220300"), name_zh="四平的厂")
    published_site(division=changyi, location_disclosure=LocationDisclosure.HIDDEN)
    drafted_site(division=changyi)
    project_in(changyi, site, partner)
    assert neighbours(told(site)) == (
        Neighbour(RelatedRecord(partner.number, "乙", partner.name_en), "park"),
        Neighbour(RelatedRecord(beside.number, "甲", beside.name_en), ""),
    )


def test_a_site_whose_place_is_hidden_has_no_neighbours(changyi, site):
    hidden = published_site(division=changyi, location_disclosure=LocationDisclosure.HIDDEN)
    assert neighbours(told(hidden)) == ()


# Cost


def test_a_list_of_sites_asks_a_constant_number_of_queries(changyi, django_assert_num_queries):
    for number in range(8):
        designation(published_site(division=changyi), scheme=scheme(f"s{number}"))
    for count in (2, 8):
        with django_assert_num_queries(5):
            page = [summarise(site) for site in site_summaries()[:count]]
            assert all(row.designations for row in page)
        assert len(page) == count
