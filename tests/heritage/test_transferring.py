"""A record moves to another division with what hangs on it."""

from collections import Counter
from datetime import date

import pytest
from wagtail.models import ModelLogEntry

from heritage.changes import changed
from heritage.exchange.reference import load_approval_workflow
from heritage.models import Division, HeritageSite, SitePhotograph, Survey, SurveyPhotograph
from heritage.services.transferring import TransferError, transfer_site
from tests.factories import DivisionFactory, drafted_site, make_divisions, officer, photograph, published_site
from tests.inventory import component_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def divisions():
    return make_divisions()


def survey_of(site: HeritageSite) -> Survey:
    return Survey.objects.create(
        site=site, surveyed_on=date(2026, 5, 4), purpose="census", surveyors="甲", observations="墙体开裂"
    )


def test_the_site_is_then_of_the_other_division_and_keeps_number_and_publication(divisions):
    site = published_site(division=divisions["220202"])
    transfer_site(site=site, to=divisions["220303"], by=None)
    moved = HeritageSite.objects.get(pk=site.pk)
    assert (moved.division, moved.collection, moved.number, moved.live) == (
        divisions["220303"],
        divisions["220303"].collection,
        site.number,
        True,
    )
    assert moved.latest_revision.as_object().division == divisions["220303"]


def test_an_open_draft_stays_a_draft(divisions):
    site = published_site(division=divisions["220202"])
    site.name_zh = "草稿中的名称"
    site.save_revision()
    transfer_site(site=site, to=divisions["220303"], by=None)
    moved = HeritageSite.objects.get(pk=site.pk)
    assert moved.name_zh != "草稿中的名称"
    assert moved.get_latest_revision_as_object().name_zh == "草稿中的名称"


def test_photographs_go_along_unless_a_site_that_stays_shows_them(divisions):
    origin = divisions["220202"]
    moving, staying = drafted_site(division=origin), drafted_site(division=origin)
    own = photograph("厂门", origin.collection, on=moving)
    shared = photograph("全景", origin.collection, on=moving)
    SitePhotograph.objects.create(site=staying, photograph=shared)
    provincial = photograph("航拍", divisions["220000"].collection, on=moving)
    assert transfer_site(site=moving, to=divisions["220303"], by=None) == [own]
    for row in (own, shared, provincial):
        row.refresh_from_db()
    assert [row.collection for row in (own, shared, provincial)] == [
        divisions["220303"].collection,
        origin.collection,
        divisions["220000"].collection,
    ]


def test_photographs_of_its_surveys_go_along_unless_another_survey_shows_them(divisions):
    moving, staying = (drafted_site(division=divisions["220202"]) for _ in range(2))
    surveys = [survey_of(site) for site in (moving, staying)]
    own, shared = (photograph(title, divisions["220202"].collection) for title in ("墙体", "厂区"))
    for survey, shown in ((surveys[0], own), (surveys[0], shared), (surveys[1], shared)):
        SurveyPhotograph.objects.create(survey=survey, photograph=shown)
    assert transfer_site(site=moving, to=divisions["220303"], by=None) == [own]


def test_who_moved_it_from_where_to_where_is_logged(divisions):
    administrator = officer("administrator", divisions["220000"])
    site = drafted_site(division=divisions["220202"])
    transfer_site(site=site, to=divisions["220303"], by=administrator)
    entry = ModelLogEntry.objects.get(action="heritage.transfer")
    assert (entry.user, entry.object_id, entry.data) == (
        administrator,
        str(site.pk),
        {"from": "220202", "to": "220303"},
    )


def test_the_change_of_the_site_and_of_its_components_is_announced(divisions):
    site = drafted_site(division=divisions["220202"])
    components = [component_of(site, name, is_live=False) for name in ("锅炉房", "烟囱")]
    heard = []

    def listen(*, kind, pks, **_signal):
        heard.append((kind, pks))

    changed.connect(listen)
    try:
        transfer_site(site=site, to=divisions["220303"], by=None)
    finally:
        changed.disconnect(listen)
    assert heard == [("site", (site.pk,)), ("component", tuple(sorted(row.pk for row in components)))]


def test_a_move_to_where_it_is_is_refused(divisions):
    site = drafted_site(division=divisions["220202"])
    with pytest.raises(TransferError):
        transfer_site(site=site, to=Division.objects.get(code="220202"), by=None)


def test_a_move_to_a_division_no_longer_in_force_is_refused(divisions):
    site = drafted_site(division=divisions["220202"])
    old = DivisionFactory(parent=divisions["220200"], is_current=False)
    with pytest.raises(TransferError, match=old.name_zh):
        transfer_site(site=site, to=old, by=None)


def test_a_record_that_is_being_approved_is_not_moved(divisions):
    load_approval_workflow(Counter())
    site = drafted_site(division=divisions["220202"])
    site.get_workflow().start(site, officer("surveyor", divisions["220202"]))
    site = HeritageSite.objects.get(pk=site.pk)
    with pytest.raises(TransferError):
        transfer_site(site=site, to=divisions["220303"], by=None)
    site.refresh_from_db()
    assert site.division == divisions["220202"]


def test_a_site_of_which_a_component_is_being_approved_is_not_moved(divisions):
    load_approval_workflow(Counter())
    site = drafted_site(division=divisions["220202"])
    component = component_of(site, "锅炉房", is_live=False)
    component.save_revision()
    component.get_workflow().start(component, officer("surveyor", divisions["220202"]))
    with pytest.raises(TransferError, match="锅炉房"):
        transfer_site(site=site, to=divisions["220303"], by=None)
