"""The first screen: the division's work, every number from an aggregate and none from elsewhere."""

from datetime import date
from itertools import count, islice

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from heritage.models import Division, HeritageSite, NotEntered, RelocationCase, Survey
from heritage.models.sites import Recognition
from tests.factories import (
    DivisionFactory,
    approval_workflow,
    drafted_site,
    make_divisions,
    officer,
    published_site,
    superuser,
)
from tests.inventory import designation, enterprise_in
from tests.officers import browser, decide, fresh, submit

pytestmark = pytest.mark.django_db

HOME = reverse("wagtailadmin_home")
_numbers = count(1)


@pytest.fixture
def divisions() -> dict[str, Division]:
    approval_workflow()
    return make_divisions()


def furnish(division: Division, *, writer: User, times: int = 1) -> None:
    """Give a division one row of everything that the first screen counts or lists, so many times."""
    for number in islice(_numbers, times):
        name = f"{division.code}第{number}号厂"
        live = published_site(division=division, name_zh=f"{name}公布", recognition=Recognition.RECOGNISED)
        designation(live, level="county", is_confirmed=False)
        survey = Survey.objects.create(
            site=live, surveyed_on=date(2026, 5, 6), purpose="census", surveyors="王", observations="厂房"
        )
        NotEntered.objects.create(survey=survey, what="地下室", reason="refused")
        NotEntered.objects.create(survey=survey, what="烟道", reason="not_surveyed")
        enterprise = enterprise_in(division, slug=f"e{division.code}-{number}", name_zh=f"{name}公司")
        RelocationCase.objects.create(enterprise=enterprise, stage="planned")
        drafted_site(division=division, name_zh=f"{name}草稿", by=writer)
        waiting = drafted_site(division=division, name_zh=f"{name}送审", by=writer)
        fresh(waiting).get_workflow().start(fresh(waiting), writer)


def first_screen(user: User) -> BeautifulSoup:
    return BeautifulSoup(browser(user).get(HOME).content, "html.parser")


def figures(user: User) -> dict[str, tuple[int, str]]:
    """The numbers of the division with their addresses, by the last filter of the address."""
    found = {}
    for link in first_screen(user).select(".desk__sheet .desk__figures a, .desk__values li a"):
        number = link.strong or link.find_next_sibling("strong")
        found[link["href"].rpartition("?")[2].rpartition("&")[2] or link["href"]] = (
            int(number.get_text()),
            link["href"],
        )
    return found


def test_each_number_is_that_of_the_list_it_leads_to(divisions):
    changyi = divisions["220202"]
    writer = officer("surveyor", changyi)
    furnish(changyi, writer=writer, times=2)
    furnish(divisions["220303"], writer=officer("surveyor", divisions["220303"]), times=3)
    reader = officer("county_officer", changyi)
    shown = {key: number for key, (number, _url) in figures(reader).items()}
    division = f"division={changyi.pk}"
    assert shown == {
        "status=draft": 2,
        "status=in_progress": 2,
        "status=needs_changes": 0,
        "status=live": 2,
        "status=changed": 0,
        "recognition=recognised": 2,
        division: 2,
        "not_entered=true": 4,
        "in_force=true": 2,
        "stage=planned": 2,
    }
    parts_not_rows = "not_entered=true"
    for key, (number, url) in figures(reader).items():
        if key != parts_not_rows:
            assert (key, len(browser(reader).get(url).context["object_list"])) == (key, number)


def test_parts_not_entered_lead_to_the_surveys_that_have_some(divisions):
    changyi = divisions["220202"]
    furnish(changyi, writer=officer("surveyor", changyi))
    site = HeritageSite.objects.filter(live=True).first()
    Survey.objects.create(
        site=site, surveyed_on=date(2026, 6, 7), purpose="census", surveyors="王", observations="全部可入"
    )
    reader = officer("county_officer", changyi)
    number, url = figures(reader)["not_entered=true"]
    surveys = browser(reader).get(url).context["object_list"]
    assert (number, [str(survey.surveyed_on) for survey in surveys]) == (2, ["2026-05-06"])


def test_a_city_sees_its_districts_apart_and_nothing_of_another_city(divisions):
    furnish(divisions["220202"], writer=officer("surveyor", divisions["220202"]))
    furnish(divisions["220303"], writer=officer("surveyor", divisions["220303"]), times=3)
    page = first_screen(officer("city_reviewer", divisions["220200"]))
    rows = {
        row.th.get_text(strip=True): [cell.get_text(strip=True) for cell in row.select("td")]
        for row in page.select(".desk__below tbody tr")
    }
    assert rows == {"昌邑区": ["1", "1", "0", "1", "0", "1", "1", "2"]}
    assert page.h1.get_text(strip=True) == "吉林市"
    assert [word for word in ("铁东", "四平", "220303") if word in page.get_text()] == []


def test_the_province_sees_its_cities_apart(divisions):
    furnish(divisions["220202"], writer=officer("surveyor", divisions["220202"]))
    page = first_screen(officer("provincial_reviewer", divisions["220000"]))
    names = [cell.get_text(strip=True) for cell in page.select(".desk__below th[scope=row]")]
    assert (page.h1.get_text(strip=True), names) == ("吉林省", ["吉林市", "四平市"])


def test_no_number_of_the_training_county_is_added_up_for_whoever_reads_all(divisions):
    training = DivisionFactory(code="990000", name_zh="练习省", is_training=True)
    published_site(division=training)
    published_site(division=divisions["220202"])
    everyone = superuser()
    assert figures(everyone)["status=live"][0] == 1
    page = first_screen(everyone)
    assert "练习省" not in page.get_text()
    learner = first_screen(officer("administrator", training))
    assert (learner.h1.get_text(strip=True), len(learner.select(".desk__training"))) == ("练习省", 1)


@pytest.mark.parametrize(
    ("role", "code"), [("surveyor", "220202"), ("city_reviewer", "220200"), ("provincial_reviewer", "220000")]
)
def test_what_can_be_begun_is_what_the_role_may_add(divisions, role, code):
    person = officer(role, divisions[code])
    links = [link["href"] for link in first_screen(person).select(".desk__actions a")]
    assert len(links) == 5
    assert {browser(person).get(link).status_code for link in links} == {200}


def test_somebody_without_a_role_begins_nothing():
    nobody = officer("surveyor", make_divisions()["220202"])
    nobody.groups.first().collection_permissions.all().delete()
    page = first_screen(nobody)
    assert (page.select(".desk__actions a"), page.select(".desk__below tr")) == ([], [])


def test_what_a_colleague_saved_last_is_shown_with_her_name(divisions):
    changyi = divisions["220202"]
    colleague = officer("surveyor", changyi, full_name="王文物")
    drafted_site(division=changyi, by=colleague, name_zh="同事录入的厂")
    reader = officer("county_officer", changyi)
    drafted_site(division=changyi, by=reader, name_zh="自己录入的厂")
    foreign = officer("surveyor", divisions["220303"])
    drafted_site(division=divisions["220303"], by=foreign, name_zh="铁东的厂")
    rows = [row.get_text(" ", strip=True) for row in first_screen(reader).select("#others-section tbody tr")]
    assert (len(rows), "同事录入的厂" in rows[0], "王文物" in rows[0]) == (1, True, True)


def test_an_empty_desk_says_that_nothing_waits_and_what_can_be_done_next(divisions):
    page = first_screen(officer("county_officer", divisions["220202"]))
    links = [link["href"] for link in page.select(".work__nothing a")]
    assert (len(page.select(".desk__empty")), links) == (
        1,
        [
            reverse("wagtailsnippets_heritage_survey:list"),
            reverse("wagtailsnippets_heritage_heritagesite:list") + "?status=draft",
            reverse("heritage_calendar"),
        ],
    )


@pytest.mark.parametrize(
    ("role", "code"),
    [
        ("county_officer", "220202"),
        pytest.param("surveyor", "220202", marks=pytest.mark.audit),
        pytest.param("city_reviewer", "220200", marks=pytest.mark.audit),
        ("provincial_reviewer", "220000"),
    ],
)
def test_the_number_of_queries_does_not_grow_with_the_rows(divisions, role, code):
    changyi = divisions["220202"]
    person, writer, reviewer = (
        officer(role, divisions[code]),
        officer("surveyor", changyi),
        officer("county_officer", changyi),
    )
    client = browser(person)
    queries = []
    for times in (1, 9):
        furnish(changyi, writer=writer, times=times)
        give_back(changyi, writer=person if role == "surveyor" else writer, by=reviewer, times=times)
        client.get(HOME)  # warms what is read once a process
        with CaptureQueriesContext(connection) as asked:
            assert client.get(HOME).status_code == 200
        queries.append(len(asked))
    assert queries[0] == queries[1]


def give_back(division: Division, *, writer: User, by: User, times: int) -> None:
    """Return records to their writer, so many."""
    for number in islice(_numbers, times):
        site = drafted_site(division=division, by=writer, name_zh=f"退回第{number}号厂")
        submit(writer, site)
        decide(by, site, "reject")
