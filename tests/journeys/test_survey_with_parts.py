"""A surveyor records a site, its components and a visit, with pictures and with what she could not enter."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from heritage.exchange.training_pictures import draw
from tests.journeys.desk import Desk, form_of, record_a_site, record_a_source

pytestmark = [pytest.mark.audit, pytest.mark.browser]

NAME, SOURCE = "昌邑调查旅程纸厂旧址", "昌邑区志（调查旅程）"
MOST_FOR_A_RECORD = 12


def add_component(desk: Desk, site_form: str, name: str, kind: str, destiny: str) -> None:
    desk.page.goto(site_form)
    desk.click(desk.page.get_by_role("link", name="添加核心物项"))
    desk.fill("#id_name_zh", name)
    desk.choose("#id_kind", kind)
    desk.choose("#id_destiny", destiny)
    desk.save_draft()


def test_a_surveyor_records_a_site_its_components_and_what_she_could_not_enter(
    sign_in: Callable[[str], Page], tmp_path: Path
) -> None:
    picture = tmp_path / "workshop.jpg"
    picture.write_bytes(draw("workshop"))
    page = sign_in("changyi-surveyor")
    desk = Desk(page)
    record_a_source(page, SOURCE)

    record_a_site(desk, NAME, SOURCE)
    assert desk.actions <= MOST_FOR_A_RECORD
    site_form = form_of(page, NAME)
    add_component(desk, site_form, "蒸煮车间", "building", "in_situ")
    add_component(desk, site_form, "抄纸机", "machine", "moved")

    page.goto(site_form)
    desk.click(page.get_by_role("link", name="添加调查"))
    desk.fill("#id_surveyed_on", "2026-05-06")
    desk.choose("#id_purpose", "before_relocation")
    desk.fill("#id_surveyors", "李普查")
    desk.fill("#id_observations", "蒸煮车间屋面完好。")
    desk.click(page.get_by_role("checkbox", name="蒸煮车间"))
    desk.click(page.locator("#id_not_entered-ADD"))
    desk.fill("#id_not_entered-0-what", "锅炉房地下室")
    desk.choose("#id_not_entered-0-reason", "refused")
    desk.fill("#id_not_entered-0-explanation", "门锁，管理人不在场")
    desk.click(page.locator("#id_photographs-ADD"))
    row = page.locator("#inline_child_photographs-0")
    desk.upload_in_modal(row.get_by_role("button", name="选择一个图片"), "蒸煮车间南立面", str(picture))
    desk.click(page.get_by_role("button", name="保存"))
    expect(page.locator(".messages")).to_contain_text(NAME)

    page.goto("/admin/snippets/heritage/survey/?not_entered=true")
    page.get_by_role("main").get_by_role("link", name=NAME).click()
    expect(page.locator("#id_not_entered-0-what")).to_have_value("锅炉房地下室")
    expect(page.get_by_role("checkbox", name="蒸煮车间")).to_be_checked()
    expect(page.locator("#inline_child_photographs-0 img")).to_be_visible()
