"""Deadlines in an officer's calendar: behind a secret address, and only what she may read at that moment."""

from datetime import UTC, date, datetime

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from accounts.models import User
from heritage.models import CalendarFeed, Division
from heritage.services.calendar_feeds import digest_of, renew_feed, revoke_feed
from heritage.viewsets import calendar_feed as feed_view
from heritage.worklist.calendar import calendar_of
from heritage.worklist.entries import Entry
from tests.factories import make_divisions, officer
from tests.heritage.desks import planned
from tests.officers import browser

pytestmark = pytest.mark.django_db

PAGE = reverse("heritage_calendar")


@pytest.fixture(autouse=True)
def _nobody_has_asked_yet(settings):
    """A cache of this process alone: others count readings of addresses with the same keys."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()


@pytest.fixture
def divisions() -> dict[str, Division]:
    return make_divisions()


@pytest.fixture
def reader(divisions) -> User:
    return officer("county_officer", divisions["220202"])


def ask(secret: str, **headers):
    return Client().get(reverse("calendar_feed", args=[secret]), headers=headers)


def events(secret: str) -> list[tuple]:
    """UID, first day and address of every event."""
    calendar = Calendar.from_ical(ask(secret).content)
    return [(str(row["uid"]), row["dtstart"].dt, str(row["url"])) for row in calendar.walk("VEVENT")]


def test_every_deadline_of_the_reader_is_a_whole_day_with_a_name_that_stays(divisions, reader, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://heritage.example.org"
    step = planned(divisions["220202"], 3)
    planned(divisions["220303"], 3)
    secret = renew_feed(user=reader)
    case = reverse("heritage_case", args=[step.case_id])
    expected = [
        (
            f"step-{step.pk}@heritage.example.org",
            step.planned_on,
            f"https://heritage.example.org{case}#gates",
        )
    ]
    assert (events(secret), events(secret)) == (expected, expected)


def test_what_the_officer_may_no_longer_read_is_gone_at_once(divisions, reader):
    planned(divisions["220202"], 3)
    secret = renew_feed(user=reader)
    assert len(events(secret)) == 1
    reader.groups.clear()
    assert events(secret) == []


def test_a_wrong_secret_and_a_revoked_one_are_answered_alike(reader):
    revoked = renew_feed(user=reader)
    revoke_feed(user=reader)
    answers = [ask(secret) for secret in ("x", "A" * 43, revoked, digest_of(revoked))]
    assert {answer.status_code for answer in answers} == {404}


def test_renewing_closes_the_address_before(reader):
    first, second = renew_feed(user=reader), renew_feed(user=reader)
    assert (ask(first).status_code, ask(second).status_code) == (404, 200)
    assert CalendarFeed.objects.filter(user=reader, revoked_at=None).count() == 1


def test_whoever_may_no_longer_sign_in_has_no_calendar(reader):
    secret = renew_feed(user=reader)
    User.objects.filter(pk=reader.pk).update(is_active=False)
    assert ask(secret).status_code == 404


def test_the_answer_is_kept_nowhere_and_sets_no_cookie(reader):
    answer = ask(renew_feed(user=reader))
    assert (answer["Cache-Control"], answer["Content-Type"], dict(answer.cookies)) == (
        "private, no-store",
        "text/calendar; charset=utf-8",
        {},
    )


def test_an_address_that_is_asked_too_often_has_to_wait(reader, monkeypatch):
    monkeypatch.setattr(feed_view, "READINGS", 2)
    secret = renew_feed(user=reader)
    assert [ask(secret).status_code for _number in range(3)] == [200, 200, 429]


def test_nothing_can_be_posted_to_it(reader):
    address = reverse("calendar_feed", args=[renew_feed(user=reader)])
    assert Client().post(address).status_code == 405


def test_the_secret_is_shown_once_and_kept_nowhere(reader):
    client = browser(reader)
    made = client.post(PAGE, {"renew": "1"})
    secret = made.context["address"].rpartition("/")[2].removesuffix(".ics")
    feed = CalendarFeed.objects.get(user=reader)
    assert (feed.secret_digest, ask(secret).status_code) == (digest_of(secret), 200)
    assert "no-store" in made["Cache-Control"]
    later = client.get(PAGE).content.decode()
    assert (secret in made.content.decode(), secret in later) == (True, False)


def test_the_officer_revokes_her_own_address_and_nobody_elses(divisions, reader):
    other = officer("surveyor", divisions["220202"])
    mine, others = renew_feed(user=reader), renew_feed(user=other)
    browser(reader).post(PAGE, {"revoke": "1"})
    assert (ask(mine).status_code, ask(others).status_code) == (404, 200)


def test_the_day_of_the_last_reading_is_kept(reader):
    secret = renew_feed(user=reader)
    assert CalendarFeed.objects.get(user=reader).last_read_on is None
    ask(secret)
    assert CalendarFeed.objects.get(user=reader).last_read_on is not None


def test_an_event_says_what_is_to_be_done_and_where():
    entry = Entry(
        kind="steps",
        key="step-7",
        title="练习，公司",
        words="计划步骤：腾退",
        where="闸门",
        url="/admin/relocation/cases/7/#gates",
        collection_id=1,
        of=("relocationcase", 7),
        due_on=date(2026, 12, 31),
    )
    at = datetime(2026, 11, 25, tzinfo=UTC)
    calendar = Calendar.from_ical(
        calendar_of([entry], base_url="https://example.org", host="example.org", stamped_at=at)
    )
    [event] = calendar.walk("VEVENT")
    assert (str(event["summary"]), event["dtend"].dt, str(event["description"])) == (
        "练习，公司：计划步骤：腾退",
        date(2027, 1, 1),
        "计划步骤：腾退\nhttps://example.org/admin/relocation/cases/7/#gates",
    )
