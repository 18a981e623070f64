"""An officer at her desk in a real browser. Every click, choice and filled field is counted as one action."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, TimeoutError, expect

SITES = "/admin/snippets/heritage/heritagesite/"


@dataclass
class Desk:
    """A window in which somebody has signed in, and how many actions she has made since she was asked."""

    page: Page
    actions: int = 0

    def begin(self, label: str) -> None:
        """Start from the first screen with one of its buttons; counting starts anew."""
        self.page.goto("/admin/")
        self.actions = 0
        self.click(self.page.locator(".desk__actions").get_by_role("link", name=label, exact=True))

    def click(self, what: Locator) -> None:
        self.actions += 1
        what.click()

    def fill(self, field: str, text: str) -> None:
        self.actions += 1
        self.page.locator(field).fill(text)

    def choose(self, field: str, value: str) -> None:
        self.actions += 1
        self.page.locator(field).select_option(value)

    def open_modal(self, opener: Locator) -> None:
        """Open a chooser; a click that only closed the calendar of the field before is made once more."""
        modal = self.page.locator(".modal")
        self.click(opener)
        try:
            modal.wait_for(timeout=10_000)
        except TimeoutError:
            if modal.count() == 0:
                opener.click()

    def choose_in_modal(self, opener: Locator, title: str) -> None:
        """Open a chooser and pick a row by its title."""
        self.open_modal(opener)
        self.click(self.page.locator(".modal").get_by_role("link", name=title).first)
        expect(self.page.locator(".modal")).to_have_count(0)

    def upload_in_modal(self, opener: Locator, title: str, file: str) -> None:
        """Open a chooser and upload a file instead of picking one."""
        self.open_modal(opener)
        modal = self.page.locator(".modal")
        self.click(modal.get_by_role("tab", name="上传"))
        self.actions += 2
        modal.locator("input[type=file]").set_input_files(file)
        modal.locator("input[name$=title]").fill(title)
        self.click(modal.get_by_role("tabpanel").locator("[type=submit]:visible").last)
        expect(modal).to_have_count(0)

    def submit(self) -> None:
        """Submit the record for approval."""
        self.click(
            self.page.locator("button[name=action-submit], button[name=action-restart-workflow]").first
        )
        expect(self.page.locator(".messages")).to_contain_text("提交审核")

    def record(self) -> None:
        """Submit the open form of a page of a site."""
        self.click(self.page.locator("main form [type=submit]"))
        expect(self.page.locator(".messages .success")).to_be_visible()

    def save_draft(self) -> None:
        self.click(self.page.locator("footer").get_by_role("button", name="更多动作"))
        self.click(self.page.get_by_role("button", name="保存草稿"))
        expect(self.page.locator(".messages")).to_be_visible()

    def approve(self) -> None:
        """Approve the record whose form is open."""
        self.click(self.page.locator("footer").get_by_role("button", name="通过"))
        expect(self.page.locator(".messages")).to_contain_text("通过")


def record_a_source(page: Page, title: str) -> None:
    page.goto("/admin/snippets/heritage/source/add/")
    page.locator("#id_title").fill(title)
    page.locator("#id_reference").fill("昌邑区档案馆 1-2-3")
    page.locator("#id_confidence").select_option("high")
    page.get_by_role("button", name="保存").click()
    expect(page.locator(".messages")).to_contain_text(title)


def record_a_site(desk: Desk, name: str, source: str) -> None:
    """Fill the form as a surveyor does, from her first screen, and submit it."""
    desk.begin("新增遗产点")
    desk.fill("#id_name_zh", name)
    desk.fill("#id_typed_coordinates", "126.56, 43.86")
    desk.choose("#id_coordinate_system", "wgs84")
    desk.fill("#id_period_text", "1933年12月")
    desk.click(desk.page.locator("#id_citations-ADD"))
    citation = desk.page.locator("#inline_child_citations-0")
    desk.choose_in_modal(citation.get_by_role("button", name="选择 来源"), source)
    desk.submit()


def form_of(page: Page, name: str) -> str:
    """Open the form of a site from the listing and return its address."""
    page.goto(SITES)
    page.get_by_role("main").get_by_role("link", name=name, exact=True).click()
    expect(page.locator("#id_name_zh")).to_have_value(name)
    return page.url


def record_a_decree(
    desk: Desk, number: str, authority: str, body: str, file: str = "", announced_on: str = "2026-05-06"
) -> None:
    """Enter a decree from the first screen, with its file where there is one."""
    page = desk.page
    desk.begin("新增公布文件")
    desk.fill("#id_document_number", number)
    desk.choose("#id_authority", authority)
    desk.fill("#id_issued_by_words", body)
    desk.fill("#id_announced_on", announced_on)
    if file:
        desk.upload_in_modal(page.get_by_role("button", name="选择一个文档"), f"{number}扫描件", file)
    desk.click(page.get_by_role("button", name="保存"))
    expect(page.locator(".messages")).to_contain_text(number)


def confirm_designation(page: Page, status: str) -> None:
    """Confirm the designation that waits on the status of a site."""
    page.goto(status)
    page.get_by_role("link", name="确认").first.click()
    page.locator("main form").get_by_role("button", name="确认").click()
    expect(page.locator(".messages")).to_contain_text("已确认")


def confirm_on_its_page(page: Page, address: str) -> None:
    """Confirm a survey or a step of recognition by the button of its page."""
    page.goto(address)
    page.locator("form[action*='/confirm/'] [type=submit]").click()
    expect(page.locator(".messages .success")).to_contain_text("已确认")


def follow(page: Page, screen: str, labels: tuple[str, ...]) -> dict[str, list[str]]:
    """Follow the number beside each label of a screen: its list has as many rows; return their words."""
    page.goto(screen)
    told = {label: _number(page, label) for label in labels}
    found = {}
    for label, (number, address) in told.items():
        page.goto(address)
        found[label] = page.locator("#listing-results tbody tr").all_inner_texts()
        assert len(found[label]) == number, f"{label}: {number}"
    return found


def _number(page: Page, label: str) -> tuple[int, str]:
    """The number beside a label, and where it leads."""
    beside = re.compile(rf"^\s*\d*\s*{label}\s*\d*\s*$")
    item = page.get_by_role("main").locator("li").filter(has_text=beside).first
    [number] = re.findall(r"\d+", item.inner_text())
    address = item.get_by_role("link").get_attribute("href")
    assert address is not None
    return int(number), address
