"""Days that only an installation knows: the end of an investigation, and annual reports."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from heritage.dashboard.scope import desk_of
from heritage.lifecycles.recognition_term import last_application, last_working_day
from heritage.models import Decree, HeritageSite, Nomination, RecognitionMove
from heritage.models.nominations import NominationState
from heritage.worklist import When, kind_of, span_of
from heritage.worklist.board import board_of
from tests.factories import SiteFactory, attachment, officer
from tests.heritage.designations import County
from tests.heritage.desks import TODAY
from tests.heritage.nominations import nominating_county, nomination_of
from tests.officers import browser

pytestmark = pytest.mark.django_db

DAYS, MONTH = "HERITAGE_RECOGNITION_DAYS", "HERITAGE_ANNUAL_REPORT_MONTH"


@pytest.fixture
def place() -> County:
    return nominating_county()


def rows(kind: str, user: User, when: When) -> list[tuple]:
    """Key, day and address of what is due then; their number is the count."""
    desk, span = desk_of(user), span_of(when, TODAY)
    found = [(row.key, row.due_on, row.url) for row in kind_of(kind).find(desk, span, 10)]
    assert kind_of(kind).count(desk, span) == len(found)
    return found


def investigated(place: County, since: date) -> HeritageSite:
    site = SiteFactory(division=place.site.division, recognition="investigating")
    move = {"subject": site, "from_state": "clue", "to_state": "investigating", "made_by": place.clerk}
    RecognitionMove.objects.create(happened_on=since - timedelta(days=90), **move)
    RecognitionMove.objects.create(happened_on=since, **move)
    return site


def designated(place: County, since: date, *reported: int) -> Nomination:
    row = nomination_of(place, NominationState.DESIGNATED)
    Decree.objects.filter(pk=row.designation.decree_id).update(announced_on=since)
    for year in reported:
        file = attachment("年度报告", place.site.collection)
        row.annual_reports.create(year=year, submitted_on=TODAY, file=file)
    return row


def test_an_investigation_is_due_so_many_working_days_after_it_was_last_opened(place, settings):
    settings.HERITAGE_RECOGNITION_DAYS = 20
    opened = {
        When.LATE: (date(2026, 10, 27), date(2026, 11, 24)),
        When.TODAY: (date(2026, 10, 28), date(2026, 11, 25)),
        When.THIS_WEEK: (date(2026, 10, 31), date(2026, 11, 27)),  # a Saturday
        When.LATER: (date(2026, 11, 25), date(2026, 12, 23)),
    }
    sites = {when: investigated(place, since) for when, (since, _due) in opened.items()}
    SiteFactory(division=place.site.division, recognition="investigating")  # nobody recorded since when
    assert {when: rows("terms", place.reviewer, when) for when in opened} == {
        when: [(f"term-{sites[when].pk}", due, reverse("heritage_recognition", args=[sites[when].pk]))]
        for when, (_since, due) in opened.items()
    }


def test_a_site_that_was_decided_on_is_due_no_more(place, settings):
    settings.HERITAGE_RECOGNITION_DAYS = 20
    site = investigated(place, date(2026, 1, 5))
    HeritageSite.objects.filter(pk=site.pk).update(recognition="recognised")
    assert rows("terms", place.reviewer, When.LATE) == []


@pytest.mark.parametrize("working_days", [1, 5, 20, 33])
def test_the_last_application_to_be_decided_by_a_day_is_found_on_every_day_of_a_week(working_days):
    for day in (TODAY + timedelta(days=number) for number in range(7)):
        last = last_application(day, working_days)
        ends = [last_working_day(last + timedelta(days=number), working_days) for number in (0, 1)]
        assert ends[0] <= day < ends[1]


def test_of_annual_reports_each_missing_year_is_due_at_the_end_of_the_month_that_is_set(place, settings):
    settings.HERITAGE_ANNUAL_REPORT_MONTH = 11
    row = designated(place, date(2021, 5, 3), 2022, 2024)
    page = reverse("heritage_nomination", args=[row.pk])
    assert {when: rows("reports", place.clerk, when) for when in When} == {
        When.LATE: [(f"report-{row.pk}-2023", date(2024, 11, 30), page)],
        When.TODAY: [],
        When.THIS_WEEK: [],
        When.LATER: [(f"report-{row.pk}-2025", date(2026, 11, 30), page)],
    }


def test_no_report_is_owed_of_what_is_no_longer_designated(place, settings):
    settings.HERITAGE_ANNUAL_REPORT_MONTH = 3
    row = designated(place, date(2021, 5, 3))
    Nomination.objects.filter(pk=row.pk).update(state=NominationState.REVOKED)
    assert rows("reports", place.clerk, When.LATE) == []


@pytest.mark.parametrize(("kind", "setting", "value"), [("terms", DAYS, 20), ("reports", MONTH, 3)])
def test_without_its_setting_there_is_none_and_no_way_to_ask_for_it(place, settings, kind, setting, value):
    investigated(place, date(2026, 1, 5))
    designated(place, date(2024, 5, 3))
    address = f"{reverse('heritage_work')}?kind={kind}"
    shown = []
    for given in (value, None):
        setattr(settings, setting, given)
        page = browser(place.clerk).get(reverse("heritage_work")).content.decode()
        shown.append((len(rows(kind, place.clerk, When.LATE)), address in page))
    assert shown == [(1, True), (0, False)]


def test_another_division_is_told_of_neither(place, settings):
    settings.HERITAGE_RECOGNITION_DAYS, settings.HERITAGE_ANNUAL_REPORT_MONTH = 20, 3
    investigated(place, date(2026, 1, 5))
    designated(place, date(2024, 5, 3))
    elsewhere = officer("county_officer", type(place.site.division).objects.get(code="220303"))
    assert [rows(kind, elsewhere, When.LATE) for kind in ("terms", "reports")] == [[], []]


def test_the_board_asks_as_many_queries_for_many_of_both_as_for_few(place, settings):
    settings.HERITAGE_RECOGNITION_DAYS, settings.HERITAGE_ANNUAL_REPORT_MONTH = 20, 3
    counts = []
    for times in (1, 4):
        for _time in range(times):
            investigated(place, date(2026, 1, 5))
            designated(place, date(2022, 5, 3), 2023)
        desk = desk_of(place.clerk)
        board_of(desk, today=TODAY, most=30)
        with CaptureQueriesContext(connection) as asked:
            [late, *_rest] = board_of(desk, today=TODAY, most=30)
        counts.append((late.count, len(asked)))
    assert [count for count, _queries in counts] == [3, 15]
    assert counts[0][1] == counts[1][1]
