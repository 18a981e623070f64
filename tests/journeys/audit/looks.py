"""A page in each of its looks (two themes, two widths, two sizes of print), and what axe says of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

HEIGHT = 800
# All rules that axe has on by default, best practices among them, and WCAG 2.2's size of targets.
RUN_AXE = """async (look) => {
  const rules = { "target-size": { enabled: true } };
  const { violations } = await axe.run({ resultTypes: ["violations"], rules });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, any, all, none }) =>
    `${look}: ${id}: ${target.join(" ")}: ${[...any, ...all, ...none].map((check) => check.message)[0]}`));
}"""
OPEN_ALL = "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })"
SET_VIEW = """(view) => new Promise((shown) => {
  if (view === "large") document.documentElement.dataset.view = view;
  else delete document.documentElement.dataset.view;
  requestAnimationFrame(() => requestAnimationFrame(shown));
})"""


@dataclass(frozen=True)
class Look:
    theme: Literal["light", "dark"]
    width: int
    view: Literal["standard", "large"]

    def __str__(self) -> str:
        return f"{self.theme} {self.width} {self.view}"

    def put_on(self, page: Page) -> None:
        """Show the page so, without loading it again."""
        page.emulate_media(color_scheme=self.theme)
        page.set_viewport_size({"width": self.width, "height": HEIGHT})
        page.evaluate(SET_VIEW, self.view)


PLAIN = Look("light", 1280, "standard")
NARROWEST = (Look("light", 320, "standard"), Look("light", 320, "large"))
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
VIEWS: tuple[Literal["standard", "large"], ...] = ("standard", "large")
EVERY_LOOK = tuple(Look(theme, width, view) for width, view, theme in product((360, 1280), VIEWS, THEMES))


def open_folds(page: Page) -> None:
    """Open everything that folds: what is hidden is examined by nobody."""
    page.evaluate(OPEN_ALL)


def axe_findings(page: Page, *looks: Look) -> Iterator[str]:
    """Yield a line for each element of the page that axe objects to in a look."""
    page.evaluate(AXE_SCRIPT)
    for look in looks:
        look.put_on(page)
        yield from page.evaluate(RUN_AXE, str(look))
