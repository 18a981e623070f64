"""Suggestions below the search box, on the site with the sample: by keyboard, by pointer, while composing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.journeys.conftest import RunningSite

pytestmark = [pytest.mark.audit, pytest.mark.browser]
OPTIONS = ".suggestions [role=option]"  # the sort order has options too


@pytest.fixture
def page(browser: Browser, sampled_site: RunningSite) -> Iterator[Page]:
    context = browser.new_context(base_url=sampled_site.url, locale="zh-CN")
    page = context.new_page()
    page.goto("/search/")
    yield page
    context.close()


def test_an_option_is_chosen_with_the_arrow_keys_and_opened_with_enter(page: Page) -> None:
    box = page.locator("#q")
    box.press_sequentially("jiqi")
    options = page.locator(OPTIONS)
    expect(options.first).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "")
    name = options.first.locator("b").inner_text()
    box.press("Enter")
    page.wait_for_url("**/sites/JL*/")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_up_from_the_box_is_the_last_option_and_escape_puts_them_away(page: Page) -> None:
    box = page.locator("#q")
    box.press_sequentially("jilin")
    options = page.locator(OPTIONS)
    expect(options.first).to_be_visible()
    box.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    box.press("Escape")
    expect(page.locator(".suggestions")).to_be_hidden()
    expect(box).to_have_value("jilin")
    expect(box).to_have_attribute("aria-expanded", "false")


def test_enter_without_a_choice_sends_the_search(page: Page) -> None:
    box = page.locator("#q")
    box.press_sequentially("jilin")
    expect(page.locator(OPTIONS).first).to_be_visible()
    box.press("Enter")
    page.wait_for_url("**/search/?**q=jilin**")


def test_an_option_is_opened_with_the_pointer(page: Page) -> None:
    page.locator("#q").press_sequentially("jiqi")
    page.locator(OPTIONS).first.click()
    page.wait_for_url("**/sites/JL*/")


def test_nothing_is_asked_while_an_input_method_composes(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: "suggest.json" in request.url and asked.append(request.url))
    client = page.context.new_cdp_session(page)
    page.locator("#q").focus()
    client.send("Input.imeSetComposition", {"text": "ji q", "selectionStart": 4, "selectionEnd": 4})
    page.wait_for_function("document.querySelector('#q').value === 'ji q'")
    with page.expect_request("**/suggest.json?**"):
        client.send("Input.insertText", {"text": "机器"})
    assert [url.split("?q=")[1] for url in asked] == ["%E6%9C%BA%E5%99%A8"]


def test_a_later_question_drops_the_one_before(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/suggest.json?q=ji", hold)
    box = page.locator("#q")
    with page.expect_request("**/suggest.json?q=ji"):
        box.press_sequentially("ji")
    with page.expect_event("requestfailed", lambda request: request.url.endswith("?q=ji")):
        box.press_sequentially("qi")
    expect(page.locator(OPTIONS).first).to_contain_text("机器")
    assert len(held) == 1
