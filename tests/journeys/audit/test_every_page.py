"""Every kind and state of the public pages in a browser, in every look."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.audit.examination import Examination, examine
from tests.journeys.audit.looks import EVERY_LOOK, PLAIN, axe_findings
from tests.journeys.audit.public_pages import PublicPage, page_names, pages_without_index
from tests.journeys.conftest import RunningSite

pytestmark = [pytest.mark.audit, pytest.mark.browser]

BUDGET, BUDGET_WITH_MAP = 60 * 1024, 120 * 1024  # bytes
STATUS = {"error 400": 400, "error 404": 404, "error 410": 410}
HREFLANG = {"zh": "zh-Hans", "en": "en"}
WITHOUT_TWIN = {"error 400", "site_print"}  # pages of both languages at once, and a sheet of paper


@pytest.fixture(scope="module")
def examinations(
    browser: Browser,
    sampled_site: RunningSite,
    site_without_index: RunningSite,
    public_pages: list[PublicPage],
) -> list[Examination]:
    """Examine the pages once for all tests."""
    pages = [(sampled_site.url, page) for page in public_pages]
    pages += [(site_without_index.url, page) for page in pages_without_index(site_without_index.url)]
    context = browser.new_context(locale="zh-CN", reduced_motion="reduce")
    found = []
    for site_url, page in pages:
        tab = context.new_page()
        found.append(examine(tab, site_url, page, EVERY_LOOK))
        tab.close()
    context.close()
    return found


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def test_every_address_for_people_is_reached_by_following_links(public_pages: list[PublicPage]) -> None:
    assert page_names() - {page.name for page in public_pages} == set()


def test_every_page_answers_as_its_state_is(public_pages: list[PublicPage]) -> None:
    answers = {str(page): page.status for page in public_pages}
    assert answers == {str(page): STATUS.get(page.name, 200) for page in public_pages}


def test_axe_finds_nothing(examinations: list[Examination]) -> None:
    findings = {str(each.page): each.axe_findings for each in examinations}
    assert {page: found for page, found in findings.items() if found} == {}


def test_axe_would_have_found_something(blank: Page) -> None:
    blank.set_content("<html lang='en'><title>A form</title><main><h1>Form</h1><input></main></html>")
    assert [line.split(": ")[1] for line in axe_findings(blank, PLAIN)] == ["label"]


def test_nothing_is_asked_of_a_third_party(examinations: list[Examination]) -> None:
    asked = {str(each.page): each.foreign_requests for each in examinations}
    assert {page: addresses for page, addresses in asked.items() if addresses} == {}


def test_every_page_weighs_no_more_than_its_budget(examinations: list[Examination]) -> None:
    heavy = {
        str(each.page): each.weight
        for each in examinations
        if each.weight > (BUDGET_WITH_MAP if each.has_map else BUDGET)
    }
    assert heavy == {}


def test_every_page_has_one_heading_its_language_its_twin_and_a_way_past_the_menu(
    examinations: list[Examination],
) -> None:
    unexpected = {
        str(each.page): each.outline for each in examinations if each.outline != expected_outline(each.page)
    }
    assert unexpected == {}


def expected_outline(page: PublicPage) -> dict:
    return {
        "lang": "zh-Hans" if page.name == "error 400" else HREFLANG[page.language],
        "headings": 1,
        "mains": 1,
        "has_title": True,
        "can_skip": True,
        "languages": [] if page.name in WITHOUT_TWIN else ["en", "x-default", "zh-Hans"],
    }


def test_no_page_is_wider_than_the_narrowest_window(examinations: list[Examination]) -> None:
    overflow = {str(each.page): each.overflow for each in examinations}
    assert {page: looks for page, looks in overflow.items() if looks} == {}


def test_whatever_takes_the_focus_shows_it(examinations: list[Examination]) -> None:
    hidden = {str(each.page): each.without_focus_ring for each in examinations}
    assert {page: elements for page, elements in hidden.items() if elements} == {}
