"""A cement works goes from its survey to a city decree and half of its four haves; every number follows."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.desk import (
    Desk,
    confirm_designation,
    confirm_on_its_page,
    follow,
    form_of,
    record_a_decree,
    record_a_site,
    record_a_source,
)

pytestmark = [pytest.mark.audit, pytest.mark.browser]

NAME, SOURCE = "哈达湾水泥厂", "昌邑区志（水泥厂旅程）"
DECISION, DECREE = "昌水泥旅程〔2026〕1号", "吉水泥旅程〔2026〕2号"
TODAY = timezone.localdate()
YESTERDAY = TODAY - timedelta(days=1)
#: The year after the announcement ends within the 30 days of the work list, on no 29 February.
IN_A_FORTNIGHT = TODAY + timedelta(days=15)
DUE = IN_A_FORTNIGHT.replace(day=min(IN_A_FORTNIGHT.day, 28))
ANNOUNCED = DUE.replace(year=DUE.year - 1)
TERM = f"期限{DUE}，还剩{(DUE - TODAY).days}天"
OVERVIEW = "/admin/overview/"
NUMBERS = ("已录入", "已调查", "未调查", "已认定", "市级", "四有齐备", "部分具备", "尚未着手")


def counted(page: Page, screen: str, labels: tuple[str, ...] = NUMBERS) -> set[str]:
    """The numbers of a screen in which the works is counted, each compared with the list that it leads to."""
    return {label for label, rows in follow(page, screen, labels).items() if any(NAME in row for row in rows)}


def survey(desk: Desk, site_form: str) -> str:
    """Record a visit from the form of the site, and return the address at which it is confirmed."""
    page = desk.page
    page.goto(site_form)
    desk.click(page.get_by_role("link", name="添加调查"))
    desk.fill("#id_surveyed_on", TODAY.isoformat())
    desk.choose("#id_purpose", "census")
    desk.fill("#id_surveyors", "李普查")
    desk.fill("#id_observations", "烧成车间与圆库保存完好。")
    desk.click(page.get_by_role("button", name="保存"))
    expect(page.locator(".messages")).to_contain_text(NAME)
    page.goto(site_form)
    link = page.get_by_role("main").locator("a[href*='/survey/edit/']").first.get_attribute("href")
    assert link is not None
    return link.replace("/edit/", "/inspect/")


def step(desk: Desk, recognition: str, target: str) -> None:
    """Open the form of a step from the page of the recognition."""
    desk.page.goto(recognition)
    desk.click(desk.page.locator("table.steps").get_by_role("link", name=f"→ {target}"))


def investigate(desk: Desk, recognition: str) -> None:
    step(desk, recognition, "调查认定中")
    desk.fill("#id_reason", "第四次全国文物普查新发现")
    desk.record()


def recognise(desk: Desk, recognition: str, opinion: str) -> None:
    step(desk, recognition, "已认定")
    desk.choose_in_modal(desk.page.get_by_role("button", name="选择 公布文件"), DECISION)
    desk.upload_in_modal(
        desk.page.locator("#id_report-chooser").get_by_role("button"), "调查及专家意见", opinion
    )
    desk.record()


def announce(desk: Desk, status: str) -> None:
    """Enter the identity at city level by the decree of the city."""
    page = desk.page
    page.goto(status)
    desk.click(page.get_by_role("link", name="→ 市级"))
    desk.choose_in_modal(page.get_by_role("button", name="选择 公布文件"), DECREE)
    desk.fill("#id_batch", "第一批")
    desk.record()


def fulfil(desk: Desk, have: str, body: str) -> None:
    """Record one of the four haves as done, from its item on the page."""
    desk.click(desk.page.locator(f"[id$='-{have}']").get_by_role("link", name="登记为已具备"))
    desk.fill("#id_body", body)
    desk.fill("#id_done_on", YESTERDAY.isoformat())
    desk.record()


def haves(page: Page) -> dict[str, tuple[str, str]]:
    """What the page says of each of the four: how it stands, and its term."""
    items = page.locator(".have:not(.have--wide)")
    columns = (items.locator(part).all_inner_texts() for part in ("h3", ".have__state", ".have__term"))
    return {label: (state, term) for label, state, term in zip(*columns, strict=True)}


def test_a_cement_works_goes_from_survey_to_city_decree_and_every_number_follows(
    sign_in: Callable[[str], Page], tmp_path: Path
) -> None:
    paper = tmp_path / "paper.txt"
    paper.write_text("扫描件", encoding="utf-8")
    surveyor, officer, city = map(sign_in, ("changyi-surveyor", "changyi-officer-1", "jilin-reviewer"))

    record_a_source(surveyor, SOURCE)
    record_a_site(Desk(surveyor), NAME, SOURCE)
    site_form = form_of(surveyor, NAME)
    key = site_form.rstrip("/").rsplit("/", 1)[1]
    recognition, status = f"/admin/sites/{key}/recognition/", f"/admin/status/{key}/"
    visit = survey(Desk(surveyor), site_form)
    assert counted(officer, OVERVIEW) == {"已录入", "未调查"}
    confirm_on_its_page(officer, visit)
    assert counted(officer, OVERVIEW) == {"已录入", "已调查"}
    assert counted(officer, "/admin/", ("调查", "已认定")) == {"调查"}

    desk = Desk(officer)
    investigate(desk, recognition)
    assert counted(officer, OVERVIEW) == {"已录入", "已调查"}
    record_a_decree(desk, DECISION, "county_department", "昌邑区文物行政部门", str(paper))
    recognise(desk, recognition, str(paper))
    confirm_on_its_page(sign_in("changyi-officer-2"), recognition)
    assert counted(officer, OVERVIEW) == {"已录入", "已调查", "已认定"}

    record_a_decree(desk, DECREE, "city_government", "吉林市人民政府", str(paper), ANNOUNCED.isoformat())
    announce(desk, status)
    confirm_designation(city, status)
    assert counted(city, OVERVIEW) == {"已录入", "已调查", "已认定", "市级", "尚未着手"}
    assert counted(city, "/admin/", ("调查", "已认定", "市级")) == {"调查", "已认定", "市级"}

    officer.goto(f"/admin/four-haves/{key}/")
    fulfil(desk, "marker", "昌邑区文物行政部门")
    fulfil(desk, "custodian", "昌邑区文物保护管理所")
    assert haves(officer) == {
        "保护范围": ("待办", TERM),
        "标志说明": ("已具备", f"完成于{YESTERDAY}"),
        "记录档案": ("待办", TERM),
        "专门机构或专人": ("已具备", f"完成于{YESTERDAY}"),
    }
    assert counted(city, OVERVIEW) == {"已录入", "已调查", "已认定", "市级", "部分具备"}

    officer.goto("/admin/work/?kind=duties")
    rows = officer.locator(".work__row").filter(has_text=NAME)
    expect(rows.locator(".work__words")).to_have_text(["缺：保护范围", "缺：记录档案"])
    expect(rows.locator("time")).to_have_text([DUE.isoformat()] * 2)
    rows.filter(has_text="记录档案").get_by_role("link", name=NAME).click()
    expect(officer.locator(":target")).to_contain_text("记录档案")
    expect(officer.locator(":target")).to_be_in_viewport()
