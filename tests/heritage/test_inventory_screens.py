"""The other forms of the inventory: what they fill in by themselves, and what they keep as it was."""

from datetime import date

import pytest
from django.urls import reverse

from heritage.models import (
    AreaPlan,
    Component,
    Decree,
    Enterprise,
    HeritageProject,
    IndustrialArea,
    ReceivingZone,
    RelocationCase,
    Survey,
)
from tests.factories import (
    SiteFactory,
    SourceFactory,
    approval_workflow,
    drafted_site,
    make_divisions,
    officer,
)
from tests.heritage.designations import county
from tests.officers import browser

pytestmark = pytest.mark.django_db

NO_ROWS = {f"{part}-{count}_FORMS": 0 for part in ("citations", "names") for count in ("TOTAL", "INITIAL")}
ENTERPRISE = "wagtailsnippets_heritage_enterprise"
DECREE = "wagtailsnippets_heritage_decree"
COMPONENT = "wagtailsnippets_heritage_component"


def fresh_of(row):
    """The newest draft of a record."""
    return type(row).objects.get(pk=row.pk).get_latest_revision_as_object()


@pytest.fixture
def divisions():
    return make_divisions()


@pytest.fixture
def surveyor(divisions):
    return officer("surveyor", divisions["220202"])


def test_a_component_follows_its_site_and_is_numbered_within_it(divisions, surveyor):
    site = drafted_site(division=divisions["220202"])
    for name in ("主厂房", "锅炉房"):
        data = {"site": site.pk, "name_zh": name, "kind": "building", "destiny": "in_situ", **NO_ROWS}
        browser(surveyor).post(reverse(f"{COMPONENT}:add"), data)
    rows = Component.objects.values_list("ordinal", "name_zh", "division__code", "live")
    assert list(rows) == [(1, "主厂房", "220202", False), (2, "锅炉房", "220202", False)]


def test_a_component_is_submitted_and_approved_like_a_site(divisions, surveyor):
    approval_workflow()
    site = drafted_site(division=divisions["220202"])
    source = SourceFactory(collection=divisions["220202"].collection)
    data = {
        "site": site.pk,
        "name_zh": "主厂房",
        "kind": "building",
        "destiny": "in_situ",
        **NO_ROWS,
        "citations-TOTAL_FORMS": 1,
        "citations-0-ORDER": 1,
        "citations-0-source": source.pk,
        "action-submit": "1",
    }
    browser(surveyor).post(reverse(f"{COMPONENT}:add"), data)
    component = Component.objects.get()
    for role, code in (
        ("county_officer", "220202"),
        ("city_reviewer", "220200"),
        ("provincial_reviewer", "220000"),
    ):
        step = Component.objects.get().current_workflow_task_state
        address = reverse(f"{COMPONENT}:workflow_action", args=[component.pk, "approve", step.pk])
        browser(officer(role, divisions[code])).post(address)
    assert Component.objects.get().live is True


def test_the_address_of_an_enterprise_is_its_name_in_pinyin_and_never_changes(divisions, surveyor):
    data = {"division": divisions["220202"].pk, "name_zh": "吉林铁合金厂", **NO_ROWS}
    for _twice in range(2):
        browser(surveyor).post(reverse(f"{ENTERPRISE}:add"), data)
    first, second = Enterprise.objects.order_by("pk").values_list("slug", flat=True)
    assert first == "ji-lin-tie-he-jin-chang"
    assert second.startswith(f"{first}-")
    row = Enterprise.objects.earliest("pk")
    browser(surveyor).post(reverse(f"{ENTERPRISE}:edit", args=[row.pk]), {**data, "name_zh": "改名"})
    assert fresh_of(row).slug == first


def test_sites_are_named_by_their_numbers(divisions, surveyor):
    near, foreign = SiteFactory(division=divisions["220202"]), SiteFactory(division=divisions["220303"])
    data = {"division": divisions["220202"].pk, "name_zh": "工厂", **NO_ROWS}
    for number in (foreign.number, "JL000000"):
        refused = browser(surveyor).post(reverse(f"{ENTERPRISE}:add"), {**data, "sites": number})
        assert list(refused.context["form"].errors) == ["sites"], number
    typed = f"{near.number.lower()} {near.name_zh}\r\n\r\n"
    browser(surveyor).post(reverse(f"{ENTERPRISE}:add"), {**data, "sites": typed})
    assert list(fresh_of(Enterprise.objects.get()).sites.all()) == [near]


def test_a_site_of_another_division_in_a_project_keeps_its_place_without_its_name(divisions, surveyor):
    foreign = SiteFactory(division=divisions["220303"])
    project = HeritageProject.objects.create(
        division=divisions["220202"], name_zh="公园", slug="park", kind="museum"
    )
    project.sites.add(foreign)
    project.save()
    address = reverse("wagtailsnippets_heritage_heritageproject:edit", args=[project.pk])
    page = browser(surveyor).get(address)
    shown = page.context["form"]["sites"].value()
    assert (shown, foreign.name_zh in page.content.decode()) == (foreign.number, False)
    data = {
        "division": divisions["220202"].pk,
        "name_zh": "公园",
        "kind": "museum",
        "sites": shown,
        **NO_ROWS,
    }
    browser(surveyor).post(address, data)
    assert list(fresh_of(project).sites.all()) == [foreign]


def test_a_decree_entered_with_its_paper_is_complete_and_a_reported_one_need_not_be(divisions, surveyor):
    data = {"collection": divisions["220202"].collection_id, "title": "关于公布的通知", "origin": "announced"}
    refused = browser(surveyor).post(reverse(f"{DECREE}:add"), data)
    assert {"document_number", "announced_on", "issued_by_words"} <= set(refused.context["form"].errors)
    browser(surveyor).post(reverse(f"{DECREE}:add"), {**data, "origin": "reported"})
    assert list(Decree.objects.values_list("title", "origin")) == [("关于公布的通知", "reported")]


def test_a_relocation_case_is_read_at_both_ends_and_edited_where_it_starts(divisions):
    enterprise = Enterprise.objects.create(division=divisions["220202"], name_zh="搬迁厂", slug="leaving")
    area = IndustrialArea.objects.create(division=divisions["220202"], name_zh="哈达湾", slug="area")
    zone = ReceivingZone.objects.create(division=divisions["220303"], name_zh="园区", slug="zone")
    case = RelocationCase.objects.create(enterprise=enterprise, from_area=area, to_zone=zone)
    address = "wagtailsnippets_heritage_relocationcase"
    answers = {}
    for code in ("220202", "220303"):
        visitor = browser(officer("surveyor", divisions[code]))
        listing = visitor.get(reverse(f"{address}:list")).content.decode()
        answers[code] = (
            "搬迁厂" in listing,
            visitor.get(reverse(f"{address}:inspect", args=[case.pk])).status_code,
            visitor.get(reverse(f"{address}:edit", args=[case.pk])).status_code,
        )
    assert answers == {"220202": (True, 200, 200), "220303": (True, 200, 302)}


def test_a_decree_on_which_a_designation_rests_is_not_deleted():
    place = county()
    decree = place.announce("county").designation.decree
    address = reverse(f"{DECREE}:delete", args=[decree.pk])
    bulk_delete = reverse("wagtail_bulk_action", args=["heritage", "decree", "delete"])
    bulk = f"{bulk_delete}?id={decree.pk}&next={reverse(f'{DECREE}:list')}"
    for url in (address, bulk):
        page = browser(officer("administrator", place.site.division.parent)).post(url, follow=True)
        assert "没有删除" in page.content.decode()
    assert Decree.objects.filter(pk=decree.pk).exists()


def rows_of(kind: str, division, count: int) -> None:
    """Make so many rows of a kind, each with what its list shows of others."""
    site = SiteFactory(division=division)
    area = IndustrialArea.objects.create(division=division, name_zh="老区", slug=f"area-{site.pk}")
    for number in range(count):
        slug, name = f"row-{site.pk}-{number}", f"第{number}行"
        match kind:
            case "component":
                Component.objects.create(site=site, name_zh=name)
            case "enterprise":
                Enterprise.objects.create(division=division, name_zh=name, slug=slug)
            case "industrialarea":
                IndustrialArea.objects.create(division=division, name_zh=name, slug=slug)
            case "heritageproject":
                HeritageProject.objects.create(division=division, name_zh=name, slug=slug, kind="museum")
            case "survey":
                Survey.objects.create(
                    site=site,
                    surveyed_on=date(2026, 5, 6),
                    purpose="census",
                    surveyors="王",
                    observations=name,
                )
            case "decree":
                Decree.objects.create(collection=division.collection, title=name, origin="reported")
            case "areaplan":
                AreaPlan.objects.create(area=area, title=name)


@pytest.mark.parametrize(
    "kind", ["component", "enterprise", "industrialarea", "heritageproject", "survey", "decree", "areaplan"]
)
def test_a_listing_takes_the_same_number_of_queries_however_many_rows(
    kind, divisions, surveyor, django_assert_max_num_queries
):
    address = reverse(f"wagtailsnippets_heritage_{kind}:list")
    visitor = browser(surveyor)
    rows_of(kind, divisions["220202"], 2)
    visitor.get(address)
    with django_assert_max_num_queries(100) as few:
        visitor.get(address)
    rows_of(kind, divisions["220202"], 20)
    with django_assert_max_num_queries(len(few.captured_queries)):
        visitor.get(address)


def test_the_form_of_a_site_takes_the_same_number_of_queries_however_many_sites(
    divisions, surveyor, django_assert_max_num_queries
):
    site = drafted_site(division=divisions["220202"])
    address = reverse("wagtailsnippets_heritage_heritagesite:edit", args=[site.pk])
    visitor = browser(surveyor)
    visitor.get(address)
    with django_assert_max_num_queries(200) as few:
        visitor.get(address)
    SiteFactory.create_batch(20, division=divisions["220202"])
    with django_assert_max_num_queries(len(few.captured_queries)):
        visitor.get(address)
