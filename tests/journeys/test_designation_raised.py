"""A county officer enters a designation with its decree and raises it; others confirm it, she cannot."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import RunningSite
from tests.journeys.desk import Desk, confirm_designation, record_a_decree

pytestmark = [pytest.mark.audit, pytest.mark.browser]

NAME = "昌邑身份旅程糖厂旧址"
RECOGNISED_SITE = f"""
from heritage.models import *
division = Division.objects.current().get(code="220202")
source = Source.objects.create(
    collection=division.collection, title="昌邑区志（身份旅程）", reference="1-2-3", confidence="high"
)
site = HeritageSite(
    division=division,
    name_zh="{NAME}",
    recognition="recognised",
    absences={{"place": "unknown", "dating": "unknown"}},
)
site.citations.set([SiteCitation(source=source)])
site.save()
site.save_revision().publish()
print(site.number, site.pk)
"""


def bring_to_level(desk: Desk, level: str, number: str) -> None:
    """From the status of the site: the move to the level, its decree and its batch."""
    page = desk.page
    desk.click(page.get_by_role("link", name=f"→ {level}"))
    desk.choose_in_modal(page.get_by_role("button", name="选择 公布文件"), number)
    desk.fill("#id_batch", "第一批")
    desk.click(page.locator("main form").get_by_role("button", name="登记身份"))
    expect(page.locator(".messages")).to_contain_text("已登记")


def test_a_designation_is_entered_raised_and_confirmed_by_others(
    sign_in: Callable[[str], Page], running_site: RunningSite, tmp_path: Path
) -> None:
    number, key = running_site.manage("shell", "--verbosity", "0", "-c", RECOGNISED_SITE).split()
    paper = tmp_path / "decree.txt"
    paper.write_text("公布第一批文物保护单位", encoding="utf-8")
    page = sign_in("changyi-officer-1")
    desk = Desk(page)
    record_a_decree(desk, "昌旅程〔2026〕1号", "county_government", "昌邑区人民政府", str(paper))
    record_a_decree(desk, "吉旅程〔2026〕2号", "city_government", "吉林市人民政府")

    desk.begin("登记身份")
    desk.choose_in_modal(page.get_by_role("button", name="选择 遗产点"), NAME)
    desk.click(page.get_by_role("button", name="继续"))
    status = f"/admin/status/{key}/"
    bring_to_level(desk, "县级", "昌旅程〔2026〕1号")
    confirm_designation(sign_in("changyi-officer-2"), status)
    page.goto(status)
    bring_to_level(desk, "市级", "吉旅程〔2026〕2号")

    page.goto(status)
    expect(page.get_by_role("main")).to_contain_text("文物保护单位 市级 · 有效")
    expect(page.get_by_role("main")).to_contain_text("文物保护单位 县级 · 已升级，由更高级别取代")
    expect(page.get_by_role("link", name="确认")).to_have_count(0)
    confirm_designation(sign_in("jilin-reviewer"), status)

    stranger = page.context.browser.new_context(base_url=running_site.url).new_page()
    stranger.goto(f"/sites/{number}/")
    expect(stranger.get_by_role("main")).to_contain_text("昌旅程〔2026〕1号")
    expect(stranger.get_by_role("main")).to_contain_text("吉旅程〔2026〕2号")
