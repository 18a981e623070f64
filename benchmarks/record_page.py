"""The page of a record, not kept anywhere, against a plain Wagtail page of the same content."""

from collections.abc import Iterator
from itertools import cycle

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import resolve, reverse
from wagtail.models import Site
from wagtail.views import serve

from benchmarks.plain_pages.contents import contents_of
from benchmarks.plain_pages.copying import copied
from benchmarks.plain_pages.models import PlainRecordPage
from benchmarks.result import Result, Target, compared, timed_in_turn
from catalogue.record_page import record_page
from heritage.models import HeritageSite
from search.told import told_site

RECORDS = 12
LEAST_FACTOR = 3
TARGETS = {"record.data": Target(ratio=1 / LEAST_FACTOR), "record.page": Target(ratio=1.0)}


def measure() -> Iterator[Result]:
    """First what the page says, then the whole page; the records take turns."""
    sites = HeritageSite.objects.filter(live=True).order_by("pk")
    pages = copied(sites.values_list("number", flat=True)[:RECORDS])
    ours, theirs = cycle([page.number for page in pages]), cycle(pages)
    yield compared(
        "record.data",
        *timed_in_turn(
            ("what a record's page says", lambda: len(record_data(next(ours)))),
            ("what a plain Wagtail page of the same content says", lambda: len(plain_data(next(theirs)))),
            rounds=5 * RECORDS,
        ),
    )
    yield compared(
        "record.page",
        *timed_in_turn(
            ("page of a record, not kept", lambda: len(_record_response(next(ours)).content)),
            ("plain Wagtail page of the same content", lambda: len(_plain_response(next(theirs)).content)),
            rounds=5 * RECORDS,
        ),
    )


def record_data(number: str) -> str:
    """Return the name that the page's values hold."""
    return record_page(told_site(number)).name_zh


def plain_data(page: PlainRecordPage) -> list[object]:
    """Return the values that the template shows, found as Wagtail finds a page: by its address."""
    request = _request(f"/plain/{page.slug}/")
    root = Site.find_for_request(request).root_page.specific
    found, args, kwargs = root.route(request, [page.slug])
    return contents_of(found.get_context(request, *args, **kwargs)["page"])


def _record_response(number: str) -> HttpResponse:
    address = reverse("site", args=[number])
    match = resolve(address)
    return _good(match.func(_request(address), *match.args, **match.kwargs))


def _plain_response(page: PlainRecordPage) -> HttpResponse:
    return _good(serve(_request(f"/plain/{page.slug}/"), f"{page.slug}/").render())


def _good(response: HttpResponse) -> HttpResponse:
    """An empty answer stands for any that is none, so that a fault is never a fast page."""
    return response if response.status_code == 200 else HttpResponse()


def _request(address: str) -> HttpRequest:
    request = RequestFactory(SERVER_NAME="127.0.0.1").get(address)
    request.user, request.LANGUAGE_CODE = AnonymousUser(), "zh-hans"
    return request
