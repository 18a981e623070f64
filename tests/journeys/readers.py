"""Two readers who get everywhere: one whose browser runs no script, one who has nothing but a keyboard."""

from dataclasses import dataclass

from playwright.sync_api import Download, Locator, Page, expect

MOST_STOPS = 250  # of the Tab key, until what is looked for has the focus


@dataclass(frozen=True)
class PointingReader:
    """Taps and clicks, without JavaScript."""

    page: Page

    def follow(self, link: Locator) -> None:
        """Go where a link or button leads; with a fold, open it."""
        link.click()

    def write(self, field: Locator, text: str) -> None:
        """Replace what stands in a field."""
        field.fill(text)

    def tick(self, box: Locator) -> None:
        """Choose a checkbox."""
        box.check()

    def send(self, field: Locator, button: Locator) -> None:
        """Send the form that both belong to."""
        button.click()


@dataclass(frozen=True)
class KeyboardReader:
    """Presses keys and never touches the pointer."""

    page: Page

    def follow(self, link: Locator) -> None:
        """Go where a link or button leads; with a fold, open it."""
        self._reach(link)
        self.page.keyboard.press("Enter")

    def write(self, field: Locator, text: str) -> None:
        """Replace what stands in a field; the Tab key has selected it."""
        self._reach(field)
        self.page.keyboard.type(text)

    def tick(self, box: Locator) -> None:
        """Choose a checkbox."""
        self._reach(box)
        self.page.keyboard.press("Space")
        expect(box).to_be_checked()

    def send(self, field: Locator, button: Locator) -> None:
        """Send the form from the field that has the focus."""
        self.page.keyboard.press("Enter")

    def _reach(self, wanted: Locator) -> None:
        """Press Tab until it has the focus, from wherever the reader is."""
        expect(wanted).to_have_count(1)
        for _stop in range(MOST_STOPS):
            if wanted.evaluate("(element) => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{MOST_STOPS} presses of Tab do not reach {wanted}")


Reader = PointingReader | KeyboardReader


def download(reader: Reader, link: Locator) -> Download:
    """Take the file that a link offers."""
    with reader.page.expect_download() as taken:
        reader.follow(link)
    return taken.value
