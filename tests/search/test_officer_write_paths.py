"""What officers do on their screens reaches the index: saving, autosave, approval, withdrawal, deletion."""

import pytest
from django.urls import reverse

from heritage.exchange.reference import load_reference
from heritage.models import Division, HeritageSite
from search.checks import compare_index
from tests.factories import drafted_site, officer, published_site
from tests.indexes import found
from tests.officers import ADDRESS, browser, decide, form_of, fresh, save, submit

pytestmark = pytest.mark.django_db
OLD, NEW = "红旗灯泡厂旧址", "东风灯泡厂旧址"


@pytest.fixture
def changyi(index):
    load_reference()
    return Division.objects.current().get(code="220202")


def state() -> tuple[set[int], set[int], bool]:
    """Who is found by the old name, who by the new one, and whether index and database agree."""
    return found("红旗灯泡"), found("东风灯泡"), compare_index().is_in_step


def approve(site: HeritageSite, division: Division) -> None:
    for role, place in (
        ("county_officer", division),
        ("city_reviewer", division.parent),
        ("provincial_reviewer", division.parent.parent),
    ):
        assert decide(officer(role, place), site, "approve").status_code == 302


def test_a_saved_form_of_a_live_record_is_a_draft_and_changes_nothing(index, changyi):
    site = published_site(division=changyi, name_zh=OLD)
    save(officer("surveyor", changyi), site, name_zh=NEW)
    index()
    assert fresh(site).get_latest_revision_as_object().name_zh == NEW
    assert state() == ({site.pk}, set(), True)


def test_autosave_of_a_live_record_changes_nothing(index, changyi):
    site = published_site(division=changyi, name_zh=OLD)
    surveyor = browser(officer("surveyor", changyi))
    answer = surveyor.post(
        reverse(f"{ADDRESS}:edit", args=[site.pk]),
        form_of(site, name_zh=NEW),
        headers={"accept": "application/json"},
    )
    index()
    assert (answer.status_code, fresh(site).get_latest_revision_as_object().name_zh) == (200, NEW)
    assert state() == ({site.pk}, set(), True)


def test_what_three_levels_have_approved_is_found(index, changyi):
    site = published_site(division=changyi, name_zh=OLD)
    submit(officer("surveyor", changyi), site, name_zh=NEW)
    index()
    before = state()
    approve(site, changyi)
    index()
    assert (before, state()) == (({site.pk}, set(), True), (set(), {site.pk}, True))


def test_a_returned_record_stays_out(index, changyi):
    site = drafted_site(division=changyi, name_zh=OLD)
    submit(officer("surveyor", changyi), site)
    decide(officer("county_officer", changyi), site, "reject")
    index()
    assert state() == (set(), set(), True)


def test_what_the_administrator_withdraws_is_gone(index, changyi):
    site = published_site(division=changyi, name_zh=OLD)
    index()
    before = state()
    administrator = browser(officer("administrator", changyi.parent.parent))
    answer = administrator.post(reverse(f"{ADDRESS}:unpublish", args=[site.pk]))
    index()
    assert (answer.status_code, fresh(site).live) == (302, False)
    assert (before, state()) == (({site.pk}, set(), True), (set(), set(), True))


def test_what_the_administrator_deletes_in_bulk_is_gone(index, changyi):
    first, second = (published_site(division=changyi, name_zh=OLD) for _number in range(2))
    kept = published_site(division=changyi, name_zh=OLD)
    index()
    before = state()
    address = reverse("wagtail_bulk_action", args=["heritage", "heritagesite", "delete"])
    back = reverse(f"{ADDRESS}:list")
    administrator = browser(officer("administrator", changyi.parent.parent))
    answer = administrator.post(f"{address}?id={first.pk}&id={second.pk}&next={back}")
    index()
    assert (answer.status_code, list(HeritageSite.objects.values_list("pk", flat=True))) == (302, [kept.pk])
    assert (before, state()) == (
        ({first.pk, second.pk, kept.pk}, set(), True),
        ({kept.pk}, set(), True),
    )
