"""One visit to a page: what it fetches, how it is built, and what stands in a reader's way."""

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request, Response

from tests.journeys.audit.looks import NARROWEST, Look, axe_findings, open_folds
from tests.journeys.audit.public_pages import PublicPage

WEIGHED = {"document", "stylesheet", "script"}
OUTLINE = """() => {
  const count = (selector) => document.querySelectorAll(selector).length;
  const first = document.querySelector("a[href]");
  return {
    lang: document.documentElement.lang,
    headings: count("h1"),
    mains: count("main"),
    has_title: document.title.trim() !== "",
    // A page that begins with a menu begins with a way past it.
    can_skip: count(".mast nav") === 0 || first.matches("main a, [href='#main']"),
    languages: Array.from(document.querySelectorAll("head link[hreflang]"), (link) => link.hreflang).sort(),
  };
}"""
WIDTH = "document.documentElement.scrollWidth"
WITHOUT_FOCUS_RING = """() => {
  const reached = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")];
  return reached.filter((element) => {
    element.focus();
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return document.activeElement === element && (outlineStyle === "none" || outlineWidth === "0px");
  }).map((element) => element.outerHTML.slice(0, 120));
}"""


@dataclass(frozen=True)
class Examination:
    """What was found on a page. Each list is empty, and nothing sticks out, where all is well."""

    page: PublicPage
    foreign_requests: list[str]
    weight: int  # bytes of HTML, CSS and JS, each compressed
    has_map: bool
    outline: dict
    axe_findings: list[str]
    overflow: dict[str, int]  # pixels by which the page is wider than the narrowest window, by look
    without_focus_ring: list[str]


def examine(tab: Page, site_url: str, page: PublicPage, looks: Sequence[Look]) -> Examination:
    """Open a page in a fresh tab and look at it from all sides."""
    requests: list[Request] = []
    responses: list[Response] = []
    tab.on("request", lambda request: requests.append(request))  # noqa: PLW0108 — playwright marks handlers
    tab.on("response", lambda response: responses.append(response))  # noqa: PLW0108 — as above
    looks[0].put_on(tab)
    tab.goto(site_url + page.path)
    outline = tab.evaluate(OUTLINE)
    open_folds(tab)
    findings = list(axe_findings(tab, *looks))
    tab.keyboard.press("Tab")  # from here on the browser shows the focus
    return Examination(
        page=page,
        foreign_requests=[request.url for request in requests if not _is_at_home(request.url, site_url)],
        weight=sum(map(_compressed_size, responses)),
        has_map=tab.locator("[data-map], [data-locator]").count() > 0,
        outline=outline,
        axe_findings=findings,
        without_focus_ring=tab.evaluate(WITHOUT_FOCUS_RING),
        overflow={str(look): width for look in NARROWEST if (width := _overflow(tab, look))},
    )


def _is_at_home(address: str, site_url: str) -> bool:
    """Whether a request stays with us; `data:` and `blob:` leave no machine."""
    return urlsplit(address).scheme in {"data", "blob"} or address.startswith(f"{site_url}/")


def _compressed_size(response: Response) -> int:
    if response.request.resource_type not in WEIGHED:
        return 0
    return len(gzip.compress(response.body()))


def _overflow(tab: Page, look: Look) -> int:
    look.put_on(tab)
    return tab.evaluate(WIDTH) - look.width
