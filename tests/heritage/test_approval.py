"""Approval county → city → province, through the officers' own addresses."""

from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext, override
from wagtail.models import TaskState

from accounts.models import User
from heritage.models import HeritageSite
from heritage.models.sites import Recognition
from heritage.publication import PublicationBlockedError
from tests.factories import (
    SiteFactory,
    SourceFactory,
    approval_workflow,
    drafted_site,
    make_divisions,
    officer,
    published_site,
    superuser,
)
from tests.officers import ADDRESS, browser, decide, form_of, fresh, open_step, save, steps, submit


@pytest.fixture
def divisions(db):
    approval_workflow()
    return make_divisions()


@pytest.fixture
def people(divisions) -> dict[str, User]:
    """One officer of each kind around 昌邑区, and the same for 四平."""
    return {
        "surveyor": officer("surveyor", divisions["220202"]),
        "county": officer("county_officer", divisions["220202"]),
        "county_two": officer("county_officer", divisions["220202"]),
        "city": officer("city_reviewer", divisions["220200"]),
        "city_two": officer("city_reviewer", divisions["220200"]),
        "province": officer("provincial_reviewer", divisions["220000"]),
        "province_two": officer("provincial_reviewer", divisions["220000"]),
        "administrator": officer("administrator", divisions["220200"]),
        "foreign_county": officer("county_officer", divisions["220303"]),
        "foreign_city": officer("city_reviewer", divisions["220300"]),
    }


def test_a_county_record_takes_three_steps(divisions, people):
    site = drafted_site(division=divisions["220202"], by=people["surveyor"])
    submit(people["surveyor"], site)
    for level in ("county", "city", "province"):
        assert (open_step(site).task.specific.level, fresh(site).live) == (level, False)
        decide(people[level], site, "approve")
    assert steps(site) == [("county", "approved"), ("city", "approved"), ("province", "approved")]
    assert fresh(site).live


def test_a_city_record_takes_two_steps_and_a_provincial_one_takes_one(divisions, people):
    city_site = drafted_site(division=divisions["220200"])
    submit(people["city_two"], city_site)
    decide(people["city"], city_site, "approve")
    decide(people["province"], city_site, "approve")
    provincial_site = drafted_site(division=divisions["220000"])
    submit(people["province_two"], provincial_site)
    decide(people["province"], provincial_site, "approve")
    assert steps(city_site) == [("county", "skipped"), ("city", "approved"), ("province", "approved")]
    assert steps(provincial_site) == [("county", "skipped"), ("city", "skipped"), ("province", "approved")]
    assert (fresh(city_site).live, fresh(provincial_site).live) == (True, True)


def test_nobody_approves_what_they_submitted(divisions, people):
    site = drafted_site(division=divisions["220202"], by=people["surveyor"])
    submit(people["county"], site)
    assert decide(people["county"], site, "approve").status_code == 302
    assert steps(site) == [("county", "in_progress")]


def test_nobody_approves_what_they_wrote_an_earlier_draft_of(divisions, people):
    site = drafted_site(division=divisions["220202"], by=people["county"])
    submit(people["surveyor"], site)
    decide(people["county"], site, "approve")
    assert steps(site) == [("county", "in_progress")]


def test_nobody_approves_two_steps_not_even_a_superuser(divisions, people):
    site = drafted_site(division=divisions["220202"], by=people["surveyor"])
    everyone = superuser()
    submit(people["surveyor"], site)
    decide(everyone, site, "approve")
    decide(everyone, site, "approve")
    assert steps(site) == [("county", "approved"), ("city", "in_progress")]


def test_a_superuser_does_not_approve_what_she_submitted(divisions):
    everyone = superuser()
    site = drafted_site(division=divisions["220202"])
    submit(everyone, site)
    decide(everyone, site, "approve")
    assert steps(site) == [("county", "in_progress")]


def test_a_reviewer_of_another_level_or_division_is_refused(divisions, people):
    site = drafted_site(division=divisions["220202"], by=people["surveyor"])
    submit(people["surveyor"], site)
    for name in ("surveyor", "city", "province", "administrator", "foreign_county", "foreign_city"):
        for action in ("approve", "reject"):
            assert decide(people[name], site, action).status_code in (302, 403)
    assert steps(site) == [("county", "in_progress")]


def test_a_step_is_not_decided_through_the_address_of_another_record(divisions, people):
    theirs = drafted_site(division=divisions["220303"])
    submit(people["foreign_county"], theirs)
    mine = drafted_site(division=divisions["220202"], by=people["surveyor"])
    submit(people["surveyor"], mine)
    response = decide(people["county"], mine, "approve", step=open_step(theirs))
    assert (response.status_code, steps(theirs)) == (404, [("county", "in_progress")])


def test_a_step_is_decided_once(divisions, people):
    site = drafted_site(division=divisions["220202"], by=people["surveyor"])
    submit(people["surveyor"], site)
    step = open_step(site)
    decide(people["county"], site, "approve", step=step)
    decide(people["county_two"], site, "approve", step=step)
    with pytest.raises(PermissionDenied):
        step.task.specific.on_action(TaskState.objects.get(pk=step.pk), people["county_two"], "approve")
    assert steps(site) == [("county", "approved"), ("city", "in_progress")]


def test_a_returned_record_starts_at_the_lowest_level_again(divisions, people):
    site = drafted_site(division=divisions["220202"], by=people["surveyor"])
    submit(people["surveyor"], site)
    decide(people["county"], site, "approve")
    decide(people["city"], site, "reject")
    assert steps(site) == [("county", "approved"), ("city", "rejected")]
    submit(people["surveyor"], site, name_zh="改正后的名称")
    assert steps(site)[-1] == ("county", "in_progress")
    for level in ("county", "city", "province"):
        decide(people[level], site, "approve")
    assert (fresh(site).live, fresh(site).name_zh) == (True, "改正后的名称")


def test_whoever_resubmits_does_not_approve(divisions, people):
    site = drafted_site(division=divisions["220202"], by=people["surveyor"])
    submit(people["surveyor"], site)
    decide(people["county"], site, "reject")
    submit(people["county_two"], site)
    decide(people["county_two"], site, "approve")
    assert steps(site) == [("county", "rejected"), ("county", "in_progress")]


def test_a_return_needs_a_reason(divisions, people):
    site = drafted_site(division=divisions["220202"], by=people["surveyor"])
    submit(people["surveyor"], site)
    decide(people["county"], site, "reject", comment="  ")
    assert steps(site) == [("county", "in_progress")]


def test_nobody_edits_while_an_approval_runs(divisions, people):
    site = drafted_site(division=divisions["220202"], by=people["surveyor"])
    submit(people["surveyor"], site)
    for name in ("surveyor", "county", "administrator"):
        assert save(people[name], site, name_zh="趁审核时改动").status_code == 200
    assert fresh(site).get_latest_revision_as_object().name_zh == site.name_zh


def test_the_approved_revision_is_published_though_a_newer_draft_exists(divisions, people):
    site = drafted_site(division=divisions["220202"], by=people["surveyor"], name_zh="送审的名称")
    submit(people["surveyor"], site)
    decide(people["county"], site, "approve")
    draft = site.get_latest_revision_as_object()
    draft.name_zh = "未送审的名称"
    draft.save_revision()
    decide(people["city"], site, "approve")
    decide(people["province"], site, "approve")
    assert (fresh(site).live, fresh(site).name_zh) == (True, "送审的名称")


def test_submitting_too_early_keeps_the_draft_and_says_what_is_missing_where(divisions, people):
    site = drafted_site(division=divisions["220202"], source=False)
    response = submit(
        people["surveyor"], site, name_zh="", typed_coordinates="", coordinate_system="", current_use="仓库"
    )
    assert response.status_code == 302
    draft = fresh(site).get_latest_revision_as_object()
    assert (draft.name_zh, draft.current_use, open_step(site)) == ("", "仓库", None)
    page = browser(people["surveyor"]).get(response.url)
    form = page.context["form"]
    assert set(form.errors) == {"name_zh", "typed_coordinates"}
    assert len(form.formsets["citations"].non_form_errors()) == 1
    assert str(form.formsets["citations"].non_form_errors()[0]) in unescape(page.content.decode())


def test_a_new_record_submitted_too_early_is_kept(divisions, people):
    data = form_of(drafted_site(division=divisions["220202"], source=False), name_zh="新厂旧址")
    address = reverse(f"{ADDRESS}:add")
    response = browser(people["surveyor"]).post(address, {**data, "action-submit": "1"})
    kept = HeritageSite.objects.get(name_zh="新厂旧址")
    assert response.url == reverse(f"{ADDRESS}:edit", args=[kept.pk]) + "?missing=1"
    assert (kept.live, open_step(kept)) == (False, None)


def test_approval_is_closed_while_something_is_missing(divisions, people):
    site = drafted_site(division=divisions["220202"], by=people["surveyor"], recognition=Recognition.CLUE)
    site.get_workflow().start(site, people["surveyor"])
    decide(people["county"], site, "approve")
    assert steps(site) == [("county", "in_progress")]
    decide(people["county"], site, "reject")
    assert steps(site) == [("county", "rejected")]


def test_a_source_that_became_own_knowledge_stops_the_last_step(divisions, people):
    source = SourceFactory(collection=divisions["220202"].collection)
    site = drafted_site(division=divisions["220202"], by=people["surveyor"], source=source)
    submit(people["surveyor"], site)
    decide(people["county"], site, "approve")
    decide(people["city"], site, "approve")
    source.basis = "own_knowledge"
    source.save()
    decide(people["province"], site, "approve")
    assert (steps(site)[-1], fresh(site).live) == (("province", "in_progress"), False)


def test_publish_itself_refuses_an_incomplete_record(divisions):
    site = drafted_site(division=divisions["220202"], source=False)
    with pytest.raises(PublicationBlockedError) as refusal:
        site.get_latest_revision().publish()
    assert [blocker.field for blocker in refusal.value.blockers] == ["citations"]


@pytest.mark.parametrize("name", ["surveyor", "county", "administrator", "superuser"])
def test_nobody_publishes_from_the_form(divisions, people, name):
    user = superuser() if name == "superuser" else people[name]
    site = drafted_site(division=divisions["220202"])
    added = {**form_of(site, name_zh="直接发布"), "action-publish": "1"}
    answers = [
        save(user, site, **{"action-publish": "1"}).status_code,
        browser(user).post(reverse(f"{ADDRESS}:add"), added).status_code,
        browser(user)
        .post(reverse(f"{ADDRESS}:revisions_revert", args=[site.pk, site.latest_revision_id]), added)
        .status_code,
    ]
    assert set(answers) <= {302, 403}
    assert not HeritageSite.objects.filter(live=True).exists()
    assert not HeritageSite.objects.filter(name_zh="直接发布").exists()


def test_only_the_administrator_withdraws(divisions, people):
    site = published_site(division=divisions["220202"])
    address = reverse(f"{ADDRESS}:unpublish", args=[site.pk])
    for name in ("surveyor", "county", "city", "province", "foreign_city"):
        browser(people[name]).post(address)
    assert fresh(site).live
    browser(people["administrator"]).post(address)
    assert not fresh(site).live


def buttons(user: User, site: HeritageSite) -> set[str]:
    page = browser(user).get(reverse(f"{ADDRESS}:edit", args=[site.pk])).content.decode()
    marks = {
        "publish": 'name="action-publish"',
        "submit": 'name="action-submit"',
        "withdraw": reverse(f"{ADDRESS}:unpublish", args=[site.pk]),
        "approve": "/approve/",
        "return": "/reject/",
        "take back": 'name="action-cancel-workflow"',
    }
    return {name for name, mark in marks.items() if mark in page}


def test_the_form_offers_what_the_person_may_do(divisions, people):
    site = drafted_site(division=divisions["220202"], by=people["surveyor"])
    assert buttons(people["surveyor"], site) == {"submit"}
    submit(people["surveyor"], site)
    assert buttons(people["surveyor"], site) == {"take back"}
    assert buttons(people["county"], site) == {"approve", "return"}
    assert buttons(people["city"], site) == set()
    live = published_site(division=divisions["220202"])
    assert buttons(people["administrator"], live) == {"submit", "withdraw"}
    assert buttons(superuser(), live) == {"submit", "withdraw"}


def test_the_dashboard_shows_what_waits_for_me_and_what_came_back(divisions, people):
    waiting = drafted_site(division=divisions["220202"], by=people["surveyor"], name_zh="等待审核的厂房")
    submit(people["surveyor"], waiting)
    home = reverse("wagtailadmin_home")
    link = reverse(f"{ADDRESS}:edit", args=[waiting.pk])
    assert _links(browser(people["county"]).get(home), "review") == [link]
    assert _links(browser(people["city"]).get(home), "review") == []
    decide(people["county"], waiting, "reject")
    assert _links(browser(people["surveyor"]).get(home), "returned") == [link]


def _links(response, section: str) -> list[str]:
    """Where the rows of a section of the work list lead."""
    page = BeautifulSoup(response.content, "html.parser")
    return [link["href"] for link in page.select(f"#work-{section} .work__row a")]


def test_the_report_of_approvals_shows_the_own_division_only(divisions, people):
    mine = drafted_site(division=divisions["220202"], by=people["surveyor"], name_zh="昌邑送审")
    theirs = SiteFactory(division=divisions["220303"], name_zh="铁东送审")
    theirs.save_revision()
    submit(people["surveyor"], mine)
    submit(people["foreign_county"], theirs)
    for query in ("", "?export=csv"):
        response = browser(people["county"]).get(reverse("heritage_approvals") + query)
        body = b"".join(response) if response.streaming else response.content
        assert ("昌邑送审" in body.decode(), "铁东送审" in body.decode()) == (True, False)


def test_whoever_submitted_takes_the_submission_back(divisions, people):
    site = drafted_site(division=divisions["220202"], by=people["surveyor"])
    submit(people["surveyor"], site)
    save(people["surveyor"], site, **{"action-cancel-workflow": "1"})
    assert steps(site) == [("county", "cancelled")]
    assert save(people["surveyor"], site, name_zh="再改").status_code == 302


@pytest.mark.parametrize(
    ("level", "action", "said"),
    [
        ("county", "approve", "Approved; the next level decides."),
        ("county", "reject", "Returned for changes."),
        ("province", "approve", "Approved and published."),
    ],
)
def test_the_reviewer_is_told_what_came_of_the_decision(divisions, people, level, action, said):
    site = drafted_site(division=divisions["220202" if level == "county" else "220000"])
    submit(people["surveyor" if level == "county" else "province_two"], site)
    response = decide(people[level], site, action)
    with override("zh-hans"):
        expected = gettext(said)
    shown = [str(message).strip() for message in get_messages(response.wsgi_request)]
    assert shown == [expected]
