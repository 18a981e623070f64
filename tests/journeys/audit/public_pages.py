"""One page of every kind the public site has, found by following its links, and the states beside them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import urlopen

from django.urls import Resolver404, resolve

from catalogue import urls

LANGUAGES = {"zh": "", "en": "/en"}
READ_OF_A_KIND = 12  # pages; the fullest of them stands for its kind
HREF = re.compile(r'href="(/[^"?#]*)')
COMPONENTS = "/search/?kind=component"  # few sites have any
NOWHERE = quote("不存在的厂")
STATES = {
    "search: text": f"/search/?q={quote('机车')}",
    "search: filtered": "/search/?division=220300&year_from=1900&year_to=1945",
    "search: grid": "/search/?view=grid&per_page=50",
    "search: ignored parameters": "/search/?page=999999&colour=red&year_from=x&division=999999",
    "search: nothing found": f"/search/?q={NOWHERE}&division=220200",
    "map: ignored parameters": "/map/?bbox=1,2,3&colour=red",
    "map: nothing found": f"/map/?q={NOWHERE}",
    "error 400": "/search/?q=%00",
    "error 404": "/sites/x/",
}

WITHOUT_INDEX = {
    "search: no index": "/search/?kind=site&q=1",
    "map: no index": "/map/",
    "browse: no index": "/browse/division/",
}


@dataclass(frozen=True)
class PublicPage:
    """A page as it was read: its kind or state, where it stands, how it answered."""

    name: str
    language: str
    path: str
    status: int
    html: str

    def __str__(self) -> str:
        return f"{self.name} ({self.language}) {self.path}"


def every_page(site_url: str, withdrawn: str) -> list[PublicPage]:
    """Read one page of each kind and each state, in both languages; `withdrawn` is the number of a record."""
    chinese = dict(_fullest_of_each_kind(site_url)) | STATES | {"error 410": f"/sites/{withdrawn}/"}
    return _in_both_languages(site_url, chinese)


def pages_without_index(site_url: str) -> list[PublicPage]:
    """Read what a site shows that has no index, in both languages."""
    return _in_both_languages(site_url, WITHOUT_INDEX)


def _in_both_languages(site_url: str, chinese: dict[str, str]) -> list[PublicPage]:
    return [
        PublicPage(name, language, prefix + path, *read(site_url + prefix + path))
        for name, path in chinese.items()
        for language, prefix in LANGUAGES.items()
    ]


def page_names() -> set[str]:
    """The names of all addresses that are pages; what a machine reads has a suffix."""
    return {pattern.name or "" for pattern in urls.urlpatterns if "." not in str(pattern.pattern)}


def read(address: str) -> tuple[int, str]:
    """Return the status and the text of an address."""
    try:
        with urlopen(address) as answer:  # noqa: S310 — the site under test
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


def _fullest_of_each_kind(site_url: str) -> Iterator[tuple[str, str]]:
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    waiting = dict.fromkeys(["/", *_links(read(site_url + COMPONENTS)[1])])
    seen = set(waiting)
    while waiting:
        path = next(iter(waiting))
        del waiting[path]
        name = _name_of(path)
        if name is None or len(found[name]) >= READ_OF_A_KIND:
            continue
        _status, html = read(site_url + path)
        found[name].append((len(html), path))
        waiting |= dict.fromkeys(link for link in _links(html) if link not in seen)
        seen |= set(waiting)
    for name, pages in found.items():
        yield name, max(pages)[1]


def _links(html: str) -> list[str]:
    return [unescape(link) for link in HREF.findall(html)]


def _name_of(path: str) -> str | None:
    """The name of the Chinese page at an address; None for English, officers' and machines' addresses."""
    if path.startswith(("/en/", "/admin/", "/static/")) or "." in urlsplit(path).path:
        return None
    try:
        return resolve(path).url_name
    except Resolver404:
        return None
