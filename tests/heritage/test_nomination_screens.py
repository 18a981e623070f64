"""The screens of nominations as National Industrial Heritage: begun, moved along, designated, reported on."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from heritage.lifecycles.annual_reports import reported_years
from heritage.models import AnnualReport, Designation, Nomination
from heritage.models.nominations import NominationState
from tests.factories import attachment, officer
from tests.heritage.designations import County
from tests.heritage.nominations import nominating_county, nomination_of
from tests.officers import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> County:
    return nominating_county()


def begin(user, place: County, **changes):
    address = reverse("heritage_nomination_begin", args=[place.site.pk])
    return browser(user).post(address, {"applicant": "第一机械厂", "core_items_words": "主厂房", **changes})


def step(user, nomination: Nomination, target: str, **data):
    return browser(user).post(reverse("heritage_nomination_step", args=[nomination.pk, target]), data)


def report(user, nomination: Nomination, year: int, file: int):
    given = {"year": year, "submitted_on": timezone.localdate().isoformat(), "file": file}
    return browser(user).post(reverse("heritage_annual_report", args=[nomination.pk]), given)


def hrefs(page) -> set[str]:
    return {a["href"] for a in BeautifulSoup(page.content, "html.parser").select("main a")}


def text_of(page) -> str:
    return " ".join(BeautifulSoup(page.content, "html.parser").select_one("main").get_text(" ").split())


def test_a_nomination_is_begun_with_core_items_of_the_site(place):
    item = place.component()
    assert begin(place.clerk, place, core_items=[item.pk]).status_code == 302
    row = Nomination.objects.get()
    assert (row.state, list(row.core_items.all()), row.collection) == (
        "draft",
        [item],
        place.site.collection,
    )


def test_a_component_of_another_site_is_no_core_item(place):
    item = place.component()
    item.site = type(place.site).objects.create(division=place.site.division, name_zh="他厂")
    item.save()
    refused = begin(place.clerk, place, core_items=[item.pk])
    assert (list(refused.context["form"].errors), Nomination.objects.count()) == (["core_items"], 0)


@pytest.mark.parametrize("state", [NominationState.DRAFT, NominationState.DESIGNATED])
def test_a_second_nomination_waits_for_the_end_of_the_first(place, state):
    nomination_of(place, state)
    assert begin(place.clerk, place).status_code == 200
    assert Nomination.objects.count() == 1


def test_after_a_rejection_another_nomination_may_begin(place):
    nomination_of(place, NominationState.REJECTED)
    assert begin(place.clerk, place).status_code == 302


def test_the_owners_application_moves_it_and_the_page_says_what_comes_next(place):
    nomination = nomination_of(place)
    data = {"report": place.evidence().pk, "happened_on": "2026-08-09"}
    assert step(place.clerk, nomination, "applied", **data).status_code == 302
    page = browser(place.clerk).get(reverse("heritage_nomination", args=[nomination.pk]))
    links = hrefs(page)
    assert reverse("heritage_nomination_step", args=[nomination.pk, "recommended"]) in links
    assert reverse("heritage_nomination_step", args=[nomination.pk, "designated"]) not in links
    assert "专家评审" in text_of(page)


def test_a_recommendation_by_another_body_is_refused_with_the_reason(place):
    nomination = nomination_of(place, NominationState.APPLIED)
    refused = step(place.clerk, nomination, "recommended", decree=place.decree("city_government").pk)
    assert (refused.status_code, Nomination.objects.get().state) == (200, "applied")
    assert "中央企业" in text_of(refused)


def test_designated_and_taken_back_on_the_screens(place):
    nomination = nomination_of(place, NominationState.PUBLICISED)
    designated = step(place.clerk, nomination, "designated", decree=place.decree("state_department").pk)
    assert (designated.status_code, Designation.objects.get().status) == (302, "in_force")
    address = reverse("heritage_nomination_take_back", args=[nomination.pk])
    assert browser(place.clerk).post(address, {"reason": "文号录错"}).status_code == 302
    assert (Nomination.objects.get().state, Designation.objects.count()) == ("publicised", 0)


def test_what_was_decided_on_is_not_altered_afterwards(place):
    nomination = nomination_of(place, NominationState.DESIGNATED)
    address = reverse("heritage_nomination_edit", args=[nomination.pk])
    browser(place.clerk).post(address, {"batch": "第九批", "plaque_on": "2026-10-01", "note": ""})
    row = Nomination.objects.get()
    assert (row.batch, row.plaque_on) == ("第五批", date(2026, 10, 1))


def test_a_publicity_that_ends_before_it_begins_is_refused_in_the_form(place):
    nomination = nomination_of(place)
    address = reverse("heritage_nomination_edit", args=[nomination.pk])
    days = {"publicised_from": "2026-09-02", "publicised_to": "2026-09-01"}
    refused = browser(place.clerk).post(address, {"applicant": "厂", **days})
    assert list(refused.context["form"].errors) == ["publicised_to"]


def test_an_annual_report_is_entered_once_a_year(place):
    nomination = nomination_of(place, NominationState.DESIGNATED)
    file = attachment("年度报告", place.site.collection).pk
    year = timezone.localdate().year
    answers = [report(place.clerk, nomination, year, file).status_code for _time in range(2)]
    assert (answers, AnnualReport.objects.count()) == ([302, 200], 1)


@pytest.mark.parametrize("year", [1999, 2999])
def test_a_report_of_an_impossible_year_is_refused(place, year):
    nomination = nomination_of(place, NominationState.DESIGNATED)
    file = attachment("年度报告", place.site.collection).pk
    assert report(place.clerk, nomination, year, file).status_code == 200
    assert AnnualReport.objects.count() == 0


def test_what_is_not_designated_reports_nothing(place):
    nomination = nomination_of(place, NominationState.REVIEWED)
    file = attachment("年度报告", place.site.collection).pk
    assert report(place.clerk, nomination, timezone.localdate().year, file).status_code == 200
    assert AnnualReport.objects.count() == 0


@pytest.mark.parametrize(
    ("month", "years"),
    [
        (0, [(2023, False, None, False), (2024, True, None, False), (2025, True, None, False)]),
        (
            3,
            [
                (2023, False, date(2024, 3, 31), False),
                (2024, True, date(2025, 3, 31), True),
                (2025, True, date(2026, 3, 31), False),
            ],
        ),
    ],
    ids=["no day is set", "due by the end of March"],
)
def test_each_full_year_since_the_designation_has_its_report_or_misses_it(month, years):
    found = reported_years(
        {2023: "报告"}, designated_on=date(2022, 5, 6), today=date(2026, 2, 1), due_month=month
    )
    assert [(row.year, row.is_missing, row.due_on, row.is_late) for row in found] == years


def test_somebody_from_elsewhere_sees_no_nomination(place):
    nomination = nomination_of(place)
    stranger = officer("county_officer", type(place.site.division).objects.get(code="220303"))
    address = reverse("heritage_nomination", args=[nomination.pk])
    assert "第一机械厂" not in browser(stranger).get(address).content.decode()


def test_the_page_of_a_site_asks_as_many_questions_for_ten_nominations_as_for_two(place):
    def count_queries() -> int:
        client = browser(place.clerk)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(reverse("heritage_nominations", args=[place.site.pk]))
        return len(asked)

    def add(times: int) -> None:
        for _time in range(times):
            nomination_of(place, NominationState.REJECTED).core_items.add(place.component())

    add(2)
    count_queries()
    few = count_queries()
    add(8)
    assert count_queries() == few


def test_the_page_of_a_nomination_asks_as_many_questions_for_ten_reports_as_for_two(place):
    nomination = nomination_of(place, NominationState.DESIGNATED)

    def count_queries() -> int:
        client = browser(place.clerk)
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("heritage_nomination", args=[nomination.pk]))
        return len(asked)

    def add(*years: int) -> None:
        for year in years:
            file = attachment("年度报告", place.site.collection)
            nomination.annual_reports.create(year=year, submitted_on=date(2026, 1, 1), file=file)
            nomination.core_items.add(place.component())

    add(2011, 2012)
    count_queries()
    few = count_queries()
    add(*range(2013, 2021))
    assert count_queries() == few
