"""A relocation case turns red, is cleared by what officers enter, and keeps an override in sight."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import RunningSite
from tests.journeys.desk import confirm_on_its_page

pytestmark = [pytest.mark.audit, pytest.mark.browser]

ENTERPRISE, UNSEEN, PAPER = "旅程铁合金厂", "旅程二车间", "旅程政发〔2026〕7号"
DECISION, OPINION = "旅程文决〔2026〕1号", "旅程专家意见"
# One workshop of two was surveyed; the move is planned for next week, and its disposal plan is filed.
PREPARE = f"""
from datetime import timedelta
from django.utils import timezone
from heritage.models import (
    Component, Decree, Division, Enterprise, FiledPlan, HeritageSite, PlannedStep, RelocationCase, Survey
)
from tests.factories import attachment
division = Division.objects.get(code="220202", is_current=True)
today = timezone.localdate()
site = HeritageSite.objects.create(division=division, name_zh="旅程铁合金厂旧址")
site.save_revision()
seen, unseen = (
    Component.objects.create(site=site, name_zh=name) for name in ("旅程一车间", "{UNSEEN}")
)
survey = Survey.objects.create(
    site=site, surveyed_on=today, purpose="census", surveyors="王", observations="厂房", confirmed_on=today
)
survey.components.set([seen])
survey.save()
enterprise = Enterprise.objects.create(division=division, name_zh="{ENTERPRISE}", slug="journey-works")
enterprise.sites.set([site])
enterprise.save()
case = RelocationCase.objects.create(enterprise=enterprise, stage="planned")
PlannedStep.objects.create(case=case, stage="relocating", planned_on=today + timedelta(days=7))
FiledPlan.objects.create(
    case=case, kind="both", title="处置方案", filed_with="生态环境局", filed_on=today,
    file=attachment("方案", division.collection),
)
Decree.objects.create(
    collection=division.collection, document_number="{PAPER}", issued_by_words="昌邑区人民政府",
    announced_on=today, authority="county_government",
)
Decree.objects.create(
    collection=division.collection, document_number="{DECISION}", issued_by_words="昌邑区文物行政部门",
    announced_on=today, authority="county_department",
)
attachment("{OPINION}", division.collection)
print(case.pk, site.pk)
"""


@pytest.fixture
def prepared(running_site: RunningSite) -> tuple[str, str]:
    """The page of the case, and that of the recognition of its site."""
    told = running_site.manage("shell", "--verbosity", "0", "-c", PREPARE).split()
    return f"/admin/relocation/cases/{told[-2]}/", f"/admin/sites/{told[-1]}/recognition/"


def survey_what_is_missing(page: Page, case: str) -> str:
    """Follow the link of the missing item, record the survey, and return the address of its screen."""
    page.goto(case)
    page.locator("#gate-G1 a").filter(has_text=UNSEEN).click()
    page.locator("#id_surveyed_on").fill("2026-11-20")
    page.locator("#id_purpose").select_option("before_relocation")
    page.locator("#id_surveyors").fill("李调查")
    page.locator("#id_observations").fill("厂房完好，设备已停")
    page.get_by_label(UNSEEN).check()
    page.locator("footer [type=submit]").first.click()
    expect(page.locator(".messages .success")).to_be_visible()
    link = page.get_by_role("main").locator("a[href*='/survey/edit/']").first.get_attribute("href")
    assert link is not None
    return link.replace("/edit/", "/inspect/")


def refuse_the_site(page: Page, recognition: str) -> None:
    """Open the investigation, then decide against recognition on its two papers."""
    page.goto(f"{recognition}to/investigating/")
    page.locator("#id_reason").fill("搬迁前核查")
    page.locator("main form [type=submit]").click()
    expect(page.locator(".messages .success")).to_be_visible()
    page.goto(f"{recognition}to/not_recognised/")
    for field, paper in (("decree", DECISION), ("report", OPINION)):
        page.locator(f"#id_{field}-chooser [data-chooser-action-choose]:visible").first.click()
        page.locator(".modal").get_by_role("link", name=paper).first.click()
        expect(page.locator(".modal")).to_have_count(0)
    page.locator("main form [type=submit]").click()
    expect(page.locator(".messages .success")).to_be_visible()


def override_the_land_gate(page: Page, case: str) -> None:
    page.goto(case)
    page.locator("#gate-G3 a[href*='/override/']").click()
    page.locator("[data-chooser-action-choose]:visible").first.click()
    page.locator(".modal").get_by_role("link", name=PAPER).click()
    page.locator("#id_reason").fill("专题会议决定")
    page.locator("#id_second").select_option(label="昌邑文物干部甲（示例）")
    page.locator("main form [type=submit]").click()
    expect(page.locator(".messages .success")).to_be_visible()


def test_a_case_turns_red_is_cleared_and_shows_an_override_with_both_names(
    sign_in: Callable[[str], Page], prepared: tuple[str, str]
) -> None:
    case, recognition = prepared
    surveyor = sign_in("changyi-surveyor")
    surveyor.goto("/admin/snippets/heritage/relocationcase/")
    row = surveyor.locator("tr").filter(has_text=ENTERPRISE)
    expect(row.locator(".case-alarm")).to_be_visible()
    row.get_by_role("link", name=ENTERPRISE).click()
    expect(surveyor.locator("[role=alert]")).to_contain_text(UNSEEN)

    survey = survey_what_is_missing(surveyor, case)
    refuse_the_site(surveyor, recognition)
    surveyor.goto(case)
    expect(surveyor.locator("[role=alert]")).to_contain_text(UNSEEN)

    reviewer = sign_in("changyi-officer-1")
    for page in (survey, recognition):
        confirm_on_its_page(reviewer, page)
    surveyor.goto(case)
    expect(surveyor.locator("#gate-G1")).to_have_class("gate gate--open")
    expect(surveyor.locator("[role=alert]")).to_have_count(0)

    override_the_land_gate(surveyor, case)
    for desk in (surveyor, reviewer):
        desk.goto(case)
        shown = desk.locator("#gate-G3 .gate__override")
        for words in ("昌邑普查员（示例）", "昌邑文物干部甲（示例）", PAPER, "专题会议决定"):
            expect(shown).to_contain_text(words)
