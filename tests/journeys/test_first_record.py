"""From the officer's desk to the stranger's search, in a real browser on the running site."""

import json
import time
from collections.abc import Callable
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import RunningSite
from tests.journeys.desk import SITES, Desk, form_of, record_a_site, record_a_source

pytestmark = [pytest.mark.audit, pytest.mark.browser]

NAME = "昌邑旅程机器厂旧址"
FOREIGN = "昌邑他市不可见厂旧址"
SOURCE = "昌邑区志（旅程）"
FOUND_WITHIN = 1.0  # seconds after the last approval


def approve(page: Page, address: str) -> None:
    page.goto(address)
    Desk(page).approve()


def return_for_changes(page: Page, address: str, reason: str) -> None:
    page.goto(address)
    page.locator("footer").get_by_role("button", name="更多动作").click()
    page.get_by_role("button", name="退回修改").click()
    page.locator(".modal textarea").fill(reason)
    page.locator(".modal [type=submit]").click()
    expect(page.locator(".messages")).to_contain_text("已退回修改")


def search(site: RunningSite, text: str) -> list[str]:
    with urlopen(f"{site.url}/search.json?q={quote(text)}") as answer:  # noqa: S310 — the site under test
        return [hit["name"] for hit in json.load(answer)["hits"]]


def test_a_record_goes_from_the_surveyor_through_three_levels_to_the_public(
    browser: Browser, sign_in: Callable[[str], Page], running_site: RunningSite
) -> None:
    surveyor = sign_in("changyi-surveyor")
    record_a_source(surveyor, SOURCE)
    record_a_site(Desk(surveyor), NAME, SOURCE)
    address = form_of(surveyor, NAME)
    assert search(running_site, NAME) == []

    return_for_changes(sign_in("changyi-officer-1"), address, "请补充简介")
    surveyor.goto("/admin/")
    expect(surveyor.get_by_role("main")).to_contain_text("退回给我")
    surveyor.goto(address)
    surveyor.locator("#id_description_zh").fill("红砖厂房三座，木屋架。")
    Desk(surveyor).submit()

    for reviewer in ("changyi-officer-1", "jilin-reviewer", "province-reviewer"):
        assert search(running_site, NAME) == []
        approve(sign_in(reviewer), address)
    deadline = time.monotonic() + FOUND_WITHIN
    while search(running_site, "旅程机器") != [NAME]:
        assert time.monotonic() < deadline, "not found within a second"

    stranger = browser.new_context(base_url=running_site.url).new_page()
    stranger.goto(f"/search/?q={quote('木屋架')}")
    stranger.locator("main ol a").filter(has_text=NAME).first.click()
    expect(stranger.get_by_role("heading", level=1)).to_contain_text(NAME)
    expect(stranger.get_by_role("main")).to_contain_text("1933年12月")


def test_an_officer_of_another_city_can_do_none_of_it(
    sign_in: Callable[[str], Page], running_site: RunningSite
) -> None:
    surveyor = sign_in("changyi-surveyor")
    surveyor.goto(f"{SITES}add/")
    surveyor.locator("#id_name_zh").fill(FOREIGN)
    surveyor.locator("footer").get_by_role("button", name="更多动作").click()
    surveyor.get_by_role("button", name="保存草稿").click()
    surveyor.wait_for_url(f"**{SITES}edit/**")
    address = surveyor.url

    stranger = sign_in("siping-reviewer")
    for path in (SITES, "/admin/", "/admin/reports/", f"/admin/search/?q={quote(FOREIGN)}"):
        stranger.goto(path)
        expect(stranger.locator("body")).not_to_contain_text(FOREIGN)
    for path in ("", "../../delete/", "../../history/", "../../usage/"):
        stranger.goto(address + path)
        expect(stranger.locator("body")).not_to_contain_text(FOREIGN)
    denied = stranger.request.post(address, form={"name_zh": "改名"})
    assert denied.status in (302, 403)
    surveyor.reload()
    expect(surveyor.locator("#id_name_zh")).to_have_value(FOREIGN)
