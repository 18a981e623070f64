"""The tasks of Document 29: who reads them, who notes progress, what is shown of land and of projects."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from heritage.models import (
    Division,
    HeritageSite,
    LandQuota,
    Organisation,
    PolicyProgress,
    PolicyTask,
    PolicyTaskDepartment,
    RelocationCase,
)
from heritage.models.sites import Recognition
from tests.factories import DivisionFactory, attachment, make_divisions, officer, published_site, superuser
from tests.heritage.scoping.visits import is_refused
from tests.inventory import decree, enterprise_in, project_in
from tests.officers import browser

pytestmark = pytest.mark.django_db

LIST = reverse("heritage_policy_tasks")


@pytest.fixture
def divisions() -> dict[str, Division]:
    return make_divisions()


@pytest.fixture
def land(divisions) -> PolicyTask:
    """Task 14, with a department that has another name today."""
    now = Organisation.objects.create(name_zh="省自然资源厅", kind="department")
    then = Organisation.objects.create(name_zh="省国土资源厅", kind="department", successor=now)
    task = PolicyTask.objects.create(number=14, title_zh="用地计划指标向承接地倾斜")
    PolicyTaskDepartment.objects.create(task=task, organisation=then, order=1)
    return task


def page_of(user: User, task: PolicyTask) -> BeautifulSoup:
    answer = browser(user).get(reverse("heritage_policy_task", args=[task.pk]))
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def note(user: User, task: PolicyTask, **values):
    sent = {"noted_on": "2026-11-20", "words": "已下达指标", **values}
    return browser(user).post(reverse("heritage_policy_task", args=[task.pk]), sent)


@pytest.mark.parametrize("role", ["provincial_reviewer", "administrator"])
def test_the_province_notes_progress_and_the_latest_stands_in_the_list(divisions, land, role):
    person = officer(role, divisions["220000"])
    note(person, land, noted_on="2026-10-01", words="正在核算")
    assert note(person, land).status_code == 302
    assert list(land.progress.values_list("noted_on", "words", "noted_by")) == [
        (date(2026, 11, 20), "已下达指标", person.pk),
        (date(2026, 10, 1), "正在核算", person.pk),
    ]
    county = browser(officer("surveyor", divisions["220202"]))
    shown = county.get(LIST).content.decode()
    assert ("已下达指标" in shown, "正在核算" in shown, "省自然资源厅" in shown) == (True, False, True)
    exported = county.get(f"{LIST}?export=csv")
    assert "已下达指标" in b"".join(exported).decode("utf-8")


@pytest.mark.parametrize(
    ("role", "code"),
    [
        ("surveyor", "220202"),
        ("county_officer", "220202"),
        ("city_reviewer", "220200"),
        ("administrator", "220200"),
        ("surveyor", "220000"),
        ("editor", "220000"),
    ],
)
def test_every_other_officer_reads_it_and_notes_nothing(divisions, land, role, code):
    PolicyProgress.objects.create(
        task=land, noted_on=date(2026, 11, 20), words="已下达指标", noted_by=superuser()
    )
    person = officer(role, divisions[code])
    page = page_of(person, land)
    assert ("已下达指标" in page.get_text(), page.select("form textarea")) == (True, [])
    assert is_refused(note(person, land, words="改写"))
    assert PolicyProgress.objects.count() == 1


def test_who_practises_reads_the_tasks_and_neither_reads_nor_notes_their_progress(land):
    PolicyProgress.objects.create(
        task=land, noted_on=date(2026, 11, 20), words="已下达指标", noted_by=superuser()
    )
    training = DivisionFactory(code="990000", name_zh="练习省", is_training=True)
    person = officer("provincial_reviewer", training)
    shown = [page_of(person, land).get_text(), browser(person).get(LIST).content.decode()]
    assert [(land.title_zh in text, "已下达指标" in text) for text in shown] == [(True, False)] * 2
    assert is_refused(note(person, land))


@pytest.mark.parametrize(
    "values",
    [
        {"words": ""},
        {"words": "x" * 4001},
        {"noted_on": ""},
        {"noted_on": "2026-13-40"},
        {"noted_on": (timezone.localdate() + timedelta(days=2)).isoformat()},
        {"file": "999999"},
    ],
)
def test_a_note_that_is_none_is_sent_back_with_what_was_typed(divisions, land, values):
    answer = note(officer("provincial_reviewer", divisions["220000"]), land, **values)
    assert (answer.status_code, bool(answer.context["form"].errors), PolicyProgress.objects.count()) == (
        200,
        True,
        0,
    )


def test_a_file_of_the_province_is_named_to_all_and_opened_by_who_may_read_it(divisions, land):
    paper = attachment("用地批复", divisions["220000"].collection)
    person = officer("provincial_reviewer", divisions["220000"])
    note(person, land, file=str(paper.pk))
    county = officer("surveyor", divisions["220202"])
    links = [page_of(user, land).select(f'a[href="{paper.url}"]') for user in (person, county)]
    assert [len(found) for found in links] == [1, 0]
    assert "用地批复" in page_of(county, land).get_text()


def asking(division: Division, number: int, *, is_decided: bool = False) -> RelocationCase:
    """A case at whose old site a relic was recognised."""
    site = published_site(division=division, name_zh=f"{division.code}第{number}厂旧址")
    HeritageSite.objects.filter(pk=site.pk).update(recognition=Recognition.RECOGNISED)
    enterprise = enterprise_in(
        division,
        site,
        is_live=False,
        slug=f"e{division.code}{number}",
        name_zh=f"{division.code}第{number}公司",
    )
    case = RelocationCase.objects.create(enterprise=enterprise)
    if is_decided:
        LandQuota.objects.create(case=case, kind="granted", area_m2=3200, decree=decree(division.collection))
    return case


def test_the_task_of_land_shows_each_case_that_asks_for_it_with_its_gate(divisions, land):
    asking(divisions["220202"], 1)
    asking(divisions["220202"], 2, is_decided=True)
    asking(divisions["220303"], 3)
    RelocationCase.objects.create(enterprise=enterprise_in(divisions["220202"], slug="e9"))  # no relic
    page = page_of(officer("county_officer", divisions["220202"]), land)
    rows = [
        (row.th.get_text(strip=True), bool(row.select(".lock__need--open")))
        for row in page.select(".case__scroll tbody tr")
    ]
    assert rows == [("220202第1公司", False), ("220202第2公司", True)]
    other = PolicyTask.objects.create(number=15, title_zh="其他任务")
    assert page_of(superuser(), other).select(".case__scroll") == []


def test_a_page_asks_as_many_questions_for_more_cases_and_notes(divisions, land):
    person = officer("county_officer", divisions["220202"])
    client, address = browser(person), reverse("heritage_policy_task", args=[land.pk])
    writer, asked = superuser(), []
    for numbers in ((1, 2), range(3, 9)):
        for number in numbers:
            asking(divisions["220202"], number, is_decided=True)
            PolicyProgress.objects.create(
                task=land, noted_on=date(2026, 11, number), words="进展", noted_by=writer
            )
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_projects_of_others_are_counted_and_not_named(divisions, land):
    land.projects.add(
        project_in(divisions["220202"], slug="own", name_zh="本区公园", is_live=False),
        project_in(divisions["220303"], slug="foreign", name_zh="外区公园", is_live=False),
    )
    text = page_of(officer("surveyor", divisions["220202"]), land).get_text()
    assert ("本区公园" in text, "外区公园" in text) == (True, False)


def test_a_task_that_is_not_there_is_not_found(divisions):
    client = browser(officer("surveyor", divisions["220202"]))
    assert client.get(reverse("heritage_policy_task", args=[999])).status_code == 404
