"""Whole answers that are not kept, as a reader waits for them, without a network."""

from collections.abc import Iterator

from django.test import Client

from benchmarks.result import Result, absolute, timed
from catalogue.page_cache import forget_pages
from heritage.models import HeritageSite

ANSWERS = [
    ("page.home", "home page", "/"),
    ("page.index", "index of all sites", "/sites/"),
    ("page.search", "result page for one word", "/search/?q=工厂"),
    ("page.search.all", "result page for everything, by year", "/search/?sort=year"),
    ("json.search", "search.json for one word", "/search.json?q=哈达湾"),
]


def measure() -> Iterator[Result]:
    """Time each address and one record in both languages."""
    site = HeritageSite.objects.filter(live=True).order_by("pk").first()
    record = [
        ("page.record", "page of a record", f"/sites/{site.number}/"),
        ("page.record.en", "page of a record, English", f"/en/sites/{site.number}/"),
    ]
    for id, what, address in ANSWERS + record:
        yield absolute(id, timed(f"{what} ({address})", lambda address=address: bytes_of(address), rounds=10))


def bytes_of(address: str) -> int:
    """Return the length of a good answer, 0 for any other, so that a fault is never a fast answer."""
    forget_pages()
    response = Client(SERVER_NAME="127.0.0.1").get(address)
    return len(response.content) if response.status_code == 200 else 0
