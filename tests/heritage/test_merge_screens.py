"""The screens of doubts: flags of a site and of a division, two records side by side, merging and undoing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heritage.models import HeritageSite, QualityFlag, SiteMerge
from heritage.services.checking_quality import refresh_flags
from tests.factories import approval_workflow, make_divisions, officer, published_site
from tests.inventory import component_of, designation
from tests.officers import ADDRESS, browser, fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def divisions():
    approval_workflow()
    return make_divisions()


@pytest.fixture
def changyi(divisions):
    return divisions["220202"]


@pytest.fixture
def pair(changyi) -> tuple[HeritageSite, HeritageSite]:
    """Two records of one thing, flagged as such."""
    kept = published_site(division=changyi, name_zh="吉林造纸厂", description_zh="纸机两台。")
    merged = published_site(division=changyi, name_zh="吉林造纸厂旧址")
    refresh_flags([kept.pk])
    return kept, merged


def flag_of(site: HeritageSite) -> QualityFlag:
    return QualityFlag.objects.get(site=site)


def form_address(site: HeritageSite) -> str:
    return reverse(f"{ADDRESS}:edit", args=[site.pk])


def page_of(site: HeritageSite) -> str:
    return reverse("heritage_site_flags", args=[site.pk])


def merge_address(pair) -> str:
    return reverse("heritage_sites_merge", args=[pair[0].pk, pair[1].pk])


def merged_by(pair, divisions, **values) -> SiteMerge:
    """Merge through the form, as an officer does."""
    officer_, reviewer = (
        officer("county_officer", pair[0].division),
        officer("city_reviewer", divisions["220200"]),
    )
    data = {
        "reason": "同一厂址",
        "second": reviewer.pk,
        "pick_name_zh": "kept",
        "pick_description_zh": "both",
    }
    answer = browser(officer_).post(merge_address(pair), data | values)
    assert answer.status_code == 302, answer.context["form"].errors
    return SiteMerge.objects.get()


def test_the_page_of_a_site_says_what_looks_wrong_and_why(pair, changyi):
    page = browser(officer("surveyor", changyi)).get(page_of(pair[0]))
    [row] = page.context["open_flags"]
    assert row["url"] == reverse("heritage_sites_compare", args=[pair[0].pk, pair[1].pk])
    assert len(row["reasons"]) == 3
    assert pair[1].number in page.content.decode()


def test_a_flag_lands_on_its_field(changyi):
    site = published_site(division=changyi)
    HeritageSite.objects.filter(pk=site.pk).update(latitude=30.0)
    refresh_flags([site.pk])
    client = browser(officer("surveyor", changyi))
    [row] = client.get(page_of(site)).context["open_flags"]
    assert row["url"] == f"{form_address(site)}#id_typed_coordinates"
    form = client.get(form_address(site)).content.decode()
    assert 'id="id_typed_coordinates"' in form
    for rows in ("citations", "events", "names", "reuses"):
        assert f'id="id_{rows}-FORMS"' in form


def test_the_form_of_a_site_says_what_looks_wrong(pair, changyi):
    page = browser(officer("surveyor", changyi)).get(form_address(pair[0])).content.decode()
    assert "record-flags" in page
    assert reverse("heritage_sites_compare", args=[pair[0].pk, pair[1].pk]) in page


def test_an_answered_flag_is_kept_apart_with_its_answer(pair, changyi):
    client = browser(officer("surveyor", changyi))
    address = reverse("heritage_flag_answer", args=[flag_of(pair[0]).pk])
    assert client.post(address, {"answer": "一厂两址"}).status_code == 302
    page = client.get(page_of(pair[0]))
    assert page.context["open_flags"] == []
    assert [row["flag"].answer for row in page.context["answered_flags"]] == ["一厂两址"]
    assert "record-flags" not in client.get(form_address(pair[0])).content.decode()


def test_the_list_of_flags_is_filtered_and_exported(pair, changyi):
    site = published_site(division=changyi, name_zh="化肥厂")
    designation(site, decree=None, origin="reported")
    refresh_flags([site.pk])
    client = browser(officer("surveyor", changyi))
    listed = client.get(reverse("heritage_flags"), {"kind": "no_evidence"}).content.decode()
    assert "化肥厂" in listed
    assert "吉林造纸厂" not in listed
    export = client.get(reverse("heritage_flags"), {"export": "csv", "answered": "false"})
    lines = b"".join(export).decode().strip().splitlines()
    assert len(lines) == 1 + QualityFlag.objects.count()
    assert site.number in "".join(lines)


def test_two_records_stand_side_by_side_and_what_differs_is_marked(pair, changyi):
    address = reverse("heritage_sites_compare", args=[pair[0].pk, pair[1].pk])
    page = browser(officer("surveyor", changyi)).get(address)
    rows = {str(row.label): row for row in page.context["rows"]}
    differing = {side.lines for row in rows.values() if row.differs for side in row.sides}
    assert {("吉林造纸厂",), ("吉林造纸厂旧址",), ("纸机两台。",)} <= differing
    assert any(not row.differs for row in rows.values())
    assert reverse("heritage_sites_merge", args=[pair[1].pk, pair[0].pk]) in page.content.decode()


def test_the_form_of_a_merge_writes_what_was_chosen_into_a_draft(pair, divisions):
    merge = merged_by(pair, divisions)
    assert (merge.kept_id, merge.merged_id) == (pair[0].pk, pair[1].pk)
    draft = fresh(pair[0]).get_latest_revision_as_object()
    assert draft.description_zh == "纸机两台。\n红砖厂房，木屋架。"


def test_once_merged_the_two_no_longer_resemble_each_other(pair, divisions):
    merged_by(pair, divisions)
    assert not QualityFlag.objects.filter(kind="resembles").exists()


def test_a_merge_without_a_second_person_or_a_reason_is_told_where(pair, changyi):
    page = browser(officer("county_officer", changyi)).post(merge_address(pair), {})
    assert {"reason", "second"} <= set(page.context["form"].errors)
    assert not SiteMerge.objects.exists()


def test_what_is_refused_says_so_before_anything_is_typed(pair, changyi):
    HeritageSite.objects.filter(pk=pair[1].pk).update(locked=True)
    page = browser(officer("county_officer", changyi)).get(merge_address(pair))
    assert pair[1].number in str(page.context["refusal"])


def test_the_address_of_the_form_says_where_the_record_went(pair, divisions, changyi):
    merged_by(pair, divisions)
    client = browser(officer("surveyor", changyi))
    answer = client.get(form_address(pair[1]), follow=True)
    assert answer.redirect_chain == [(page_of(pair[1]), 302)]
    assert pair[0].number in answer.content.decode()
    typed = client.post(form_address(pair[1]), {"name_zh": "新名"}).content.decode()
    assert "新名" in typed
    assert pair[0].number in typed
    assert fresh(pair[1]).latest_revision_id == pair[1].latest_revision_id


def test_a_reviewer_undoes_a_merge_by_its_button_and_others_have_none(pair, divisions, changyi):
    merge = merged_by(pair, divisions)
    address = reverse("heritage_merge_undo", args=[merge.pk])
    surveyor = browser(officer("surveyor", changyi))
    assert address not in surveyor.get(page_of(pair[1])).content.decode()
    surveyor.post(address)
    merge.refresh_from_db()
    assert merge.undone_at is None
    reviewer = browser(officer("city_reviewer", divisions["220200"]))
    assert address in reviewer.get(page_of(pair[1])).content.decode()
    assert reviewer.post(address).status_code == 302
    merge.refresh_from_db()
    assert merge.undone_at is not None
    assert browser(officer("surveyor", changyi)).get(form_address(pair[1])).status_code == 200


def test_whoever_reads_only_one_of_two_records_sees_neither_beside_the_other(divisions, pair):
    foreign = published_site(division=divisions["220303"])
    client = browser(officer("county_officer", divisions["220202"]))
    for name in ("heritage_sites_compare", "heritage_sites_merge"):
        for sites in ((pair[0], foreign), (foreign, pair[0])):
            answer = client.get(reverse(name, args=[site.pk for site in sites]))
            assert (answer.status_code, answer.headers.get("Location")) == (302, reverse("wagtailadmin_home"))


def test_lists_and_pages_ask_as_much_for_many_flags_as_for_few(changyi):
    site = published_site(division=changyi, name_zh="吉林造纸厂")
    client = browser(officer("surveyor", changyi))

    def add(count: int) -> None:
        for _n in range(count):
            component_of(site, "纸机")
            designation(site, decree=None, origin="reported", status="superseded", level="county")
            published_site(division=changyi, name_zh="吉林造纸厂")
        refresh_flags([site.pk])

    def questions() -> dict[str, int]:
        other = HeritageSite.objects.exclude(pk=site.pk).earliest("pk")
        asked = {}
        for name, pks in (
            ("heritage_flags", []),
            ("heritage_site_flags", [site.pk]),
            ("heritage_sites_compare", [site.pk, other.pk]),
        ):
            client.get(reverse(name, args=pks))
            with CaptureQueriesContext(connection) as queries:
                client.get(reverse(name, args=pks))
            asked[name] = len(queries)
        return asked

    add(2)
    few = questions()
    add(12)
    assert questions() == few
