"""What a form accepts: rows of other divisions cannot be named, and a division is chosen once."""

import json

import pytest
from django.urls import reverse

from heritage.models import HeritageSite, Source
from tests.factories import (
    SiteFactory,
    SourceFactory,
    drafted_site,
    make_divisions,
    name_of,
    officer,
    photograph,
    published_site,
    superuser,
)
from tests.officers import ADDRESS, browser, form_of, fresh, save

SOURCE_ADDRESS = "wagtailsnippets_heritage_source"
JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def divisions(db):
    return make_divisions()


@pytest.fixture
def surveyor(divisions):
    return officer("surveyor", divisions["220202"])


def draft_of(site: HeritageSite) -> HeritageSite:
    return fresh(site).get_latest_revision_as_object()


def row_of(relation: str, **values) -> dict:
    """One new row of a form."""
    data = {
        f"{relation}-TOTAL_FORMS": 1,
        f"{relation}-INITIAL_FORMS": 0,
        f"{relation}-0-ORDER": 1,
        f"{relation}-0-id": "",
    }
    return data | {f"{relation}-0-{key}": value for key, value in values.items()}


def test_a_site_is_added_in_the_own_division_only(divisions, surveyor):
    data = form_of(drafted_site(division=divisions["220202"], source=False), name_zh="新点")
    address = reverse(f"{ADDRESS}:add")
    refused = browser(surveyor).post(address, {**data, "division": divisions["220303"].pk})
    assert (refused.status_code, list(refused.context["form"].errors)) == (200, ["division"])
    browser(surveyor).post(address, data)
    added = HeritageSite.objects.get(name_zh="新点")
    assert (added.division, added.collection) == (divisions["220202"], divisions["220202"].collection)


def test_the_form_offers_the_divisions_in_which_one_may_add(divisions):
    offered = {}
    for role, code in (
        ("surveyor", "220202"),
        ("city_reviewer", "220200"),
        ("provincial_reviewer", "220000"),
    ):
        page = browser(officer(role, divisions[code])).get(reverse(f"{ADDRESS}:add"))
        offered[role] = [division.code for division in page.context["form"].fields["division"].queryset]
    assert offered == {
        "surveyor": ["220202"],
        "city_reviewer": ["220200", "220202"],
        "provincial_reviewer": ["220000", "220200", "220202", "220300", "220303"],
    }


def test_a_site_does_not_move_by_its_form(divisions):
    site = drafted_site(division=divisions["220202"])
    save(superuser(), site, division=divisions["220303"].pk, name_zh="改名")
    assert (fresh(site).division, fresh(site).name_zh) == (divisions["220202"], "改名")


def test_a_foreign_site_is_not_named_as_the_whole(divisions, surveyor):
    site = drafted_site(division=divisions["220202"])
    foreign, near = SiteFactory(division=divisions["220303"]), SiteFactory(division=divisions["220202"])
    refused = save(surveyor, site, parent=foreign.pk)
    assert list(refused.context["form"].errors) == ["parent"]
    save(surveyor, site, parent=near.pk)
    assert draft_of(site).parent == near


@pytest.mark.usefixtures("renditions_are_made")
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # as the fixture says
def test_a_foreign_photograph_is_not_placed_on_a_site(divisions, surveyor):
    site = drafted_site(division=divisions["220202"])
    foreign = photograph("外地照片", divisions["220303"].collection)
    near = photograph("本地照片", divisions["220202"].collection)
    save(surveyor, site, **row_of("photographs", photograph=foreign.pk))
    assert list(draft_of(site).photographs.all()) == []
    save(surveyor, site, **row_of("photographs", photograph=near.pk))
    assert [row.photograph for row in draft_of(site).photographs.all()] == [near]


def test_sources_are_shared_downwards_and_not_sideways(divisions, surveyor):
    site = drafted_site(division=divisions["220202"], source=False)
    sources = {code: SourceFactory(collection=divisions[code].collection) for code in divisions}
    for code, source in sources.items():
        site = drafted_site(division=divisions["220202"], source=False)
        save(surveyor, site, **row_of("citations", source=source.pk, statement="dating"))
        cited = [citation.source for citation in draft_of(site).citations.all()]
        assert cited == ([source] if code in ("220000", "220200", "220202") else []), code


def test_a_source_of_a_division_above_is_read_but_not_changed(divisions, surveyor):
    above = SourceFactory(title="省志", collection=divisions["220000"].collection)
    listing = browser(surveyor).get(reverse(f"{SOURCE_ADDRESS}:list"))
    edit = reverse(f"{SOURCE_ADDRESS}:edit", args=[above.pk])
    assert ("省志" in listing.content.decode(), edit in listing.content.decode()) == (True, False)
    data = {"title": "改", "reference": "改", "basis": "sourced", "confidence": "low"}
    assert browser(surveyor).post(edit, data).status_code == 302
    assert Source.objects.get(pk=above.pk).title == "省志"


def test_a_source_is_added_to_the_own_division(divisions, surveyor):
    data = {"title": "厂史", "reference": "档案馆 3-12", "basis": "sourced", "confidence": "high"}
    address = reverse(f"{SOURCE_ADDRESS}:add")
    foreign = divisions["220303"].collection_id
    assert browser(surveyor).post(address, {**data, "collection": foreign}).status_code == 200
    browser(surveyor).post(address, {**data, "collection": divisions["220202"].collection_id})
    assert Source.objects.get(title="厂史").collection == divisions["220202"].collection


def test_a_citation_supports_a_value_or_a_name_of_the_site(divisions, surveyor):
    site = SiteFactory(division=divisions["220202"], source=False)
    name = name_of(site, "老名称")
    source = SourceFactory(collection=divisions["220202"].collection)
    site = fresh(site)
    site.save_revision()
    for statement, is_kept in (
        (name.statement, True),
        ("name:0", False),
        ("dating", True),
        ("nothing", False),
    ):
        save(surveyor, site, **row_of("citations", source=source.pk, statement=statement))
        kept = [citation.statement for citation in draft_of(site).citations.all()]
        assert (statement in kept) == is_kept, statement


def test_a_name_keeps_its_key_through_drafts_of_a_published_site(divisions, surveyor):
    site = published_site(division=divisions["220202"])
    fields = {"kind": "former", "language": "zh", "script": "Hans"}
    save(surveyor, site, **row_of("names", name="第一名", **fields))
    first = draft_of(site).names.get()
    save(surveyor, site, name_en="Renamed")
    assert [(name.name, name.uid) for name in draft_of(site).names.all()] == [("第一名", first.uid)]


def test_what_is_missing_is_marked_field_by_field(divisions, surveyor):
    site = drafted_site(division=divisions["220202"])
    save(surveyor, site, absences_place="not_surveyed", absences_dating="", absences_condition="refused")
    assert draft_of(site).absences == {"place": "not_surveyed", "condition": "refused"}
    page = browser(surveyor).get(reverse(f"{ADDRESS}:edit", args=[site.pk])).content.decode()
    assert '<option value="not_surveyed" selected>' in page
    refused = save(surveyor, site, absences_place="unheard-of")
    assert list(refused.context["form"].errors) == ["absences"]


def test_coordinates_without_a_system_are_refused_and_nothing_is_saved(divisions, surveyor):
    site = drafted_site(division=divisions["220202"])
    refused = save(surveyor, site, typed_coordinates="126.5, 43.8", coordinate_system="", name_zh="不存")
    assert list(refused.context["form"].errors) == ["coordinate_system"]
    assert draft_of(site).name_zh == site.name_zh


@pytest.mark.parametrize(
    "changes",
    [
        {"typed_coordinates": "外", "coordinate_system": "wgs84"},
        {"typed_coordinates": "126.5, 43.8", "coordinate_system": "mars"},
        {"period_edtf": "很久以前"},
        {"period_text": "x" * 400},
        {"uncertainty_m": "-1"},
        {"uncertainty_m": "9" * 40},
        {"division": "99999999999999999999"},
        {"division": "abc"},
        {"parent": "abc"},
        {"parent": "99999999999999999999"},
        {"verification": "famous"},
        {"absences_place": "因为"},
        {"citations-TOTAL_FORMS": "many"},
        {"citations-TOTAL_FORMS": "3", "citations-INITIAL_FORMS": "3"},
        {"names-TOTAL_FORMS": "1", "names-INITIAL_FORMS": "1", "names-0-id": "abc", "names-0-name": "x"},
        {"names-TOTAL_FORMS": "1", "names-INITIAL_FORMS": "0", "names-0-uid": "abc", "names-0-name": "x"},
        {"overwrite_revision_id": "abc"},
        {"overwrite_revision_id": "99999999999999999999"},
        {"name_zh": "a\x00b"},
    ],
    ids=lambda changes: ",".join(f"{key}={value[:12]!r}" for key, value in changes.items()),
)
def test_whatever_autosave_sends_is_answered_with_a_client_error_at_worst(divisions, surveyor, changes):
    site = drafted_site(division=divisions["220202"])
    data = form_of(site, name_en="kept?") | changes
    for address in (reverse(f"{ADDRESS}:edit", args=[site.pk]), reverse(f"{ADDRESS}:add")):
        response = browser(surveyor).post(address, data, **JSON)
        assert response.status_code < 500
        if response.status_code == 400 and response["Content-Type"] == "application/json":
            assert json.loads(response.content)["success"] is False


def test_an_autosaved_draft_may_lack_almost_everything(divisions, surveyor):
    site = drafted_site(division=divisions["220202"], source=False)
    data = form_of(
        site, name_zh="", typed_coordinates="", coordinate_system="", period_text="", period_edtf=""
    )
    for _attempt in range(2):
        response = browser(surveyor).post(reverse(f"{ADDRESS}:add"), data, **JSON)
        assert json.loads(response.content)["success"] is True
    assert HeritageSite.objects.filter(name_zh="", division=divisions["220202"]).count() == 2


@pytest.mark.parametrize(
    "key", ["0", "999999", "99999999999999999999999", "abc", "1.5", "-1", "%00", "%E5%8E%82"]
)
def test_an_unreadable_key_in_an_address_is_a_client_error(divisions, surveyor, key):
    base = reverse(f"{ADDRESS}:list")
    visitor = browser(surveyor)
    for path in (
        f"edit/{key}/",
        f"history/{key}/",
        f"history/{key}/revisions/compare/live...latest/",
        f"history/1/revisions/compare/{key}...latest/",
        f"workflow/action/1/approve/{key}/",
        f"?division={key}",
        f"?status={key}",
        f"?p={key}",
        f"?ordering={key}",
    ):
        assert visitor.get(base + path).status_code < 500, path
    for bulk in ("heritage/heritagesite/delete", "media/photograph/delete", "media/attachment/add_tags"):
        assert visitor.get(f"/admin/bulk/{bulk}/?id={key}").status_code < 500, bulk


def test_the_listing_takes_the_same_number_of_queries_however_many_rows(
    divisions, surveyor, django_assert_max_num_queries
):
    address = reverse(f"{ADDRESS}:list")
    visitor = browser(surveyor)
    SiteFactory.create_batch(3, division=divisions["220202"])
    visitor.get(address)
    with django_assert_max_num_queries(100) as few:
        visitor.get(address)
    SiteFactory.create_batch(30, division=divisions["220202"])
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert visitor.get(address).content.decode().count("第") >= 33
