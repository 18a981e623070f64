"""Notices: made where it happens, told once, in the way that each chose, and of nothing unreadable."""

from datetime import date, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.urls import reverse

from accounts.models import User
from heritage.models import Division, Notice
from heritage.models.notices import NoticeKind
from heritage.notices.choices import Choice, choices_of, choose
from heritage.notices.falling_due import tell_once_a_day, tell_what_is_due
from heritage.notices.reading import still_readable, unread_count
from tests.factories import approval_workflow, make_divisions, officer, published_site, superuser
from tests.heritage.desks import TODAY, given_back, planned, to_confirm, waiting
from tests.officers import browser, decide, submit

pytestmark = pytest.mark.django_db

PAGE, CHOICES = reverse("heritage_notices"), reverse("heritage_notice_choices")


@pytest.fixture
def divisions() -> dict[str, Division]:
    approval_workflow()
    return make_divisions()


@pytest.fixture
def changyi(divisions) -> Division:
    return divisions["220202"]


@pytest.fixture
def clerk(changyi) -> User:
    return officer("surveyor", changyi)


@pytest.fixture
def reviewer(changyi) -> User:
    return officer("county_officer", changyi)


def told(user: User) -> list[tuple[str, str]]:
    """Kind and label of an officer's notices, the oldest first."""
    return list(Notice.objects.filter(user=user).order_by("pk").values_list("kind", "label"))


def test_what_is_submitted_is_told_to_whoever_may_decide_and_to_nobody_else(divisions, changyi, clerk):
    reviewers = [officer("county_officer", changyi), officer("county_officer", changyi)]
    others = [
        clerk,
        officer("surveyor", changyi),
        officer("city_reviewer", divisions["220200"]),
        officer("county_officer", divisions["220303"]),
        officer("county_officer", changyi, is_active=False),
        superuser(),
    ]
    waiting(changyi, clerk)
    assert [told(user) for user in reviewers] == [[("waiting", "送审的厂")]] * 2
    assert [told(user) for user in others] == [[]] * 6


def test_the_next_level_is_told_when_its_turn_comes_and_the_first_has_nothing_more_to_do(
    divisions, changyi, clerk, reviewer
):
    city = officer("city_reviewer", divisions["220200"])
    site = waiting(changyi, clerk)
    assert (unread_count(reviewer), unread_count(city)) == (1, 0)
    decide(reviewer, site, "approve")
    assert (unread_count(reviewer), unread_count(city)) == (0, 1)


def test_a_return_is_told_to_who_submitted_with_the_reason(changyi, clerk, reviewer):
    given_back(changyi, clerk, reviewer)
    [notice] = Notice.objects.filter(user=clerk)
    assert (notice.kind, notice.label, notice.particulars["reason"]) == ("returned", "退回的厂", "请补充出处")


def test_a_decision_that_fails_leaves_no_notice(changyi, clerk, reviewer):
    site = waiting(changyi, clerk)
    decide(reviewer, site, "reject", comment="")  # a reason is asked for
    assert told(clerk) == []


def test_every_round_is_told_once(changyi, clerk, reviewer):
    site = given_back(changyi, clerk, reviewer)
    submit(clerk, site)
    assert told(reviewer) == [("waiting", "退回的厂")] * 2
    assert told(clerk) == [("returned", "退回的厂")]


def test_what_falls_due_is_told_where_it_lies_once_for_each_day(divisions, changyi, clerk, reviewer):
    city = officer("city_reviewer", divisions["220200"])
    reader = officer("editor", divisions["220000"])
    near = planned(changyi, 2)
    planned(changyi, 8)
    planned(changyi, -8)
    for _time in range(2):
        tell_what_is_due(today=TODAY)
    assert [told(user) for user in (clerk, reviewer, city, reader)] == [
        [("due", str(near.case))],
        [("due", str(near.case))],
        [],
        [],
    ]
    near.planned_on += timedelta(days=1)
    near.save()
    tell_what_is_due(today=TODAY)
    assert len(told(clerk)) == 2


def test_what_is_to_be_confirmed_is_told_to_reviewers_who_did_not_make_it(changyi, clerk, reviewer):
    site = published_site(division=changyi)
    to_confirm(site, clerk)
    to_confirm(published_site(division=changyi), reviewer)
    tell_what_is_due(today=date(2026, 11, 25))
    keys = Notice.objects.filter(user=reviewer, kind="waiting").values_list("key", flat=True)
    assert sorted(key.rpartition("-")[0] for key in keys) == [
        "confirm_designation",
        "confirm_recognition",
        "confirm_survey",
        "confirm_survey",
    ]
    assert told(clerk) == []


def test_the_clock_tells_once_a_day_from_six_in_the_morning(changyi, clerk, settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()
    planned(changyi, 0)
    with time_machine.travel(f"{TODAY}T05:59:00+08:00", tick=False):
        tell_once_a_day()
    assert told(clerk) == []
    with time_machine.travel(f"{TODAY}T06:00:00+08:00", tick=False):
        tell_once_a_day()
        planned(changyi, 1)
        tell_once_a_day()
    assert len(told(clerk)) == 1
    with time_machine.travel(f"{TODAY + timedelta(days=1)}T06:00:00+08:00", tick=False):
        tell_once_a_day()
    assert len(told(clerk)) == 2


def test_who_wants_it_in_no_way_is_not_told_and_who_wants_mail_only_sees_nothing_here(
    changyi, clerk, reviewer
):
    deaf = officer("county_officer", changyi)
    choose(user=deaf, kind=NoticeKind.WAITING, choice=Choice(in_cms=False, by_mail=False))
    choose(user=reviewer, kind=NoticeKind.WAITING, choice=Choice(in_cms=False, by_mail=True))
    waiting(changyi, clerk)
    assert (told(deaf), len(told(reviewer)), unread_count(reviewer)) == ([], 1, 0)
    assert "送审的厂" not in browser(reviewer).get(PAGE).content.decode()


def test_what_may_no_longer_be_read_is_no_longer_told(changyi, clerk, reviewer):
    waiting(changyi, clerk)
    assert unread_count(reviewer) == 1
    reviewer.groups.clear()
    fresh = User.objects.get(pk=reviewer.pk)
    assert (unread_count(fresh), still_readable(Notice.objects.filter(user=fresh), fresh)) == (0, [])


def test_an_officer_reads_and_marks_her_own_notices_only(changyi, clerk, reviewer):
    other = officer("county_officer", changyi)
    waiting(changyi, clerk)
    [mine], [others] = Notice.objects.filter(user=reviewer), Notice.objects.filter(user=other)
    client = browser(reviewer)
    client.post(PAGE, {"notice": others.pk})
    assert (unread_count(reviewer), unread_count(other)) == (1, 1)
    client.post(PAGE, {"notice": mine.pk})
    assert (unread_count(reviewer), unread_count(other)) == (0, 1)


def test_the_page_shows_unread_ones_and_marks_all(changyi, clerk, reviewer):
    for number in range(3):
        waiting(changyi, clerk, f"第{number}厂")
    client = browser(reviewer)
    page = BeautifulSoup(client.get(PAGE).content, "html.parser")
    assert (len(page.select(".notice")), len(page.select(".notice--unread"))) == (3, 3)
    client.post(PAGE, {"all": "1"})
    unread = BeautifulSoup(client.get(f"{PAGE}?unread=1").content, "html.parser")
    assert unread.select(".notice") == []


@pytest.mark.parametrize("sent", [{}, {"notice": "x"}, {"notice": "9" * 40}, {"notice": "-1"}, {"all": "2"}])
def test_nothing_is_marked_by_what_names_no_notice(changyi, clerk, reviewer, sent):
    waiting(changyi, clerk)
    assert browser(reviewer).post(PAGE, sent).status_code == 302
    assert unread_count(reviewer) == 1


def test_each_officer_chooses_for_each_kind(clerk, reviewer):
    sent = {"returned_in_cms": "on", "waiting_by_mail": "on"}
    assert browser(clerk).post(CHOICES, sent).status_code == 302
    assert choices_of(clerk) == {
        "returned": Choice(in_cms=True, by_mail=False),
        "waiting": Choice(in_cms=False, by_mail=True),
        "due": Choice(in_cms=False, by_mail=False),
    }
    assert choices_of(reviewer) == dict.fromkeys(NoticeKind.values, Choice())
