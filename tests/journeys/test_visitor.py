"""What visitors come for, found without JavaScript and by keyboard alone, on the site with the sample."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.journeys.conftest import RunningSite
from tests.journeys.readers import KeyboardReader, PointingReader, Reader, download

pytestmark = [pytest.mark.audit, pytest.mark.browser]

ROUNDHOUSE = "中东铁路南满支线四平段机车修理库"
SIPING, SIPING_DIVISIONS = "220300", "2203%"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
BUILT_BETWEEN = """
    SELECT site.name_zh FROM heritage_heritagesite site
    JOIN heritage_division division ON division.id = site.division_id
    WHERE site.live AND division.code LIKE ? AND site.earliest_on <= ? AND site.latest_on >= ?
"""


@pytest.fixture(params=["without JavaScript", "by keyboard"])
def reader(request: pytest.FixtureRequest, browser: Browser, sampled_site: RunningSite) -> Iterator[Reader]:
    """A reader who stands on the home page."""
    has_script = request.param == "by keyboard"
    context = browser.new_context(
        base_url=sampled_site.url, java_script_enabled=has_script, locale="zh-CN", viewport=DESK
    )
    page = context.new_page()
    page.goto("/")
    yield KeyboardReader(page) if has_script else PointingReader(page)
    context.close()


def result_links(reader: Reader) -> Locator:
    return reader.page.locator("main ol.rows h2 a")


def ask(reader: Reader, text: str) -> None:
    """Write into the search box of the page and send it."""
    box = reader.page.locator("input[name=q]")
    reader.write(box, text)
    reader.send(box, reader.page.locator("main form[role=search] button[type=submit]").first)
    reader.page.wait_for_url("**/search/?**")


def test_the_roundhouse_is_three_steps_from_the_home_page_of_a_phone(reader: Reader) -> None:
    reader.page.set_viewport_size(PHONE)
    ask(reader, "机车库")  # writing and sending are two
    reader.follow(result_links(reader).filter(has_text=ROUNDHOUSE))
    expect(reader.page.get_by_role("heading", level=1)).to_have_text(ROUNDHOUSE)
    expect(reader.page.get_by_role("main")).to_contain_text("1925年11月")


def test_the_sites_of_siping_built_1900_to_1945_are_those_of_the_database(
    reader: Reader, sampled_site: RunningSite
) -> None:
    reader.follow(reader.page.locator(".mast nav a[href='/search/']"))
    reader.write(reader.page.locator("#year_from"), "1900")
    reader.write(reader.page.locator("#year_to"), "1945")
    siping = reader.page.locator(f"input[name=division][value='{SIPING}']")
    if not siping.is_visible():
        fold = reader.page.locator("fieldset", has=siping).locator("details.fold > summary")
        reader.follow(fold)
    reader.tick(siping)
    reader.follow(reader.page.locator(".panel button[type=submit]"))
    reader.page.wait_for_url("**division=220300**")

    with sqlite3.connect(Path(sampled_site.environment["DATA_DIR"], "database.sqlite3")) as database:
        rows = database.execute(BUILT_BETWEEN, (SIPING_DIVISIONS, "1945-12-31", "1900-01-01")).fetchall()
    names = sorted(name for (name,) in rows)
    assert (sorted(result_links(reader).all_inner_texts()), len(names) > 1) == (names, True)
    expect(reader.page.locator(".count .fig")).to_have_text(str(len(names)))


def test_a_citation_is_taken_as_text_and_as_files(reader: Reader) -> None:
    ask(reader, "机车库")
    reader.follow(result_links(reader).filter(has_text=ROUNDHOUSE))
    reader.page.wait_for_url("**/sites/*/")
    number = reader.page.url.split("/")[-2]
    reader.follow(reader.page.locator("main .ways-out a[href$='/cite/']"))
    expect(reader.page.locator("#cite-gbt")).to_contain_text(ROUNDHOUSE)
    expect(reader.page.locator("#cite-en")).to_contain_text(number)
    for ending, beginning in (("bib", "@misc{"), ("ris", "TY  - ")):
        file = download(reader, reader.page.locator(f"main a[href='?format={ending}']"))
        assert file.suggested_filename == f"{number}.{ending}"
        assert file.path().read_text(encoding="utf-8").startswith(beginning)


def test_the_first_stop_of_a_page_leads_past_its_menu(reader: Reader) -> None:
    reader.page.keyboard.press("Tab")
    skip = reader.page.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("main")).to_be_focused()


def test_a_set_is_seen_on_the_map_or_as_the_list_below_it(reader: Reader) -> None:
    reader.page.goto(f"/search/?q={quote('铁路')}&division={SIPING}")
    found = set(result_links(reader).all_inner_texts())
    reader.follow(reader.page.locator("main .switch a[href*='view=map']"))
    reader.page.wait_for_url("**view=map**")
    assert set(reader.page.locator("#map-list .maplist a").all_inner_texts()) == found

    if isinstance(reader, KeyboardReader):
        mark = reader.page.locator(".map__site").first
        expect(mark).to_be_attached()
        name = mark.locator("span").text_content()
    else:
        expect(reader.page.locator("[data-map]")).to_be_hidden()
        mark = reader.page.locator("#map-list .maplist a").first
        name = mark.inner_text()
    assert name in found
    reader.follow(mark)
    expect(reader.page.get_by_role("heading", level=1)).to_have_text(str(name))
