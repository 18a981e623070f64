"""Public pages are kept in memory, and dropped as soon as something public changes."""

import gzip

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from media.licences import Licence
from search.announcing import index_changed
from tests.factories import make_divisions, photograph, published_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeping(settings):
    """A server that keeps pages, as it does everywhere but in tests."""
    settings.PAGE_CACHE_BYTES = 4_000_000
    # Of this test alone: those that run beside it would say that something changed.
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()
    return Client()


@pytest.fixture
def site(keeping):
    site = published_site(division=make_divisions()["220202"], name_zh="旧名机器厂旧址")
    connection.run_on_commit.clear()  # as if the transaction that made it were over
    return site


def queries_of(client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_a_page_is_made_once_and_then_answered_without_a_query(keeping, site):
    address = f"/sites/{site.number}/"
    first = keeping.get(address)
    assert queries_of(keeping, address) == 0
    assert keeping.get(address).content == first.content


def test_a_kept_page_keeps_the_headers_that_guard_it(keeping, site):
    address = f"/en/sites/{site.number}/"
    fresh, kept = keeping.get(address), keeping.get(address)
    assert dict(kept.items()) == dict(fresh.items())
    for name in ("Content-Security-Policy", "Permissions-Policy", "Content-Language", "Referrer-Policy"):
        assert name in kept.headers


def test_a_changed_record_is_shown_at_once(keeping, site, django_capture_on_commit_callbacks):
    address = f"/sites/{site.number}/"
    keeping.get(address)
    with django_capture_on_commit_callbacks(execute=True):
        site.name_zh = "新名机器厂旧址"
        site.save()
    assert "新名机器厂旧址" in keeping.get(address).content.decode()


def test_a_withdrawn_record_is_gone_at_once(keeping, site, django_capture_on_commit_callbacks):
    address = f"/sites/{site.number}/"
    keeping.get(address)
    with django_capture_on_commit_callbacks(execute=True):
        site.unpublish()
    assert keeping.get(address).status_code == 410


def test_what_was_rolled_back_drops_nothing(keeping, site, django_capture_on_commit_callbacks):
    address = f"/sites/{site.number}/"
    keeping.get(address)
    with django_capture_on_commit_callbacks(execute=False):
        site.save()
    assert queries_of(keeping, address) == 0


def test_pages_are_dropped_when_the_index_answers_differently(
    keeping, site, django_capture_on_commit_callbacks
):
    address = f"/sites/{site.number}/"
    keeping.get(address)
    with django_capture_on_commit_callbacks(execute=True):
        index_changed.send(sender=None)
    assert queries_of(keeping, address) > 0


def test_a_photograph_whose_licence_changes_drops_the_pages_that_show_it(
    keeping, site, django_capture_on_commit_callbacks
):
    address = f"/sites/{site.number}/"
    taken = photograph("旧厂门", site.collection, on=site)
    connection.run_on_commit.clear()
    keeping.get(address)
    with django_capture_on_commit_callbacks(execute=True):
        taken.licence = Licence.NONE
        taken.save()
    assert queries_of(keeping, address) > 0


def test_every_process_drops_its_pages(keeping, site, django_capture_on_commit_callbacks):
    address, other_process = f"/sites/{site.number}/", Client()
    keeping.get(address)
    other_process.get(address)
    assert queries_of(other_process, address) == 0
    with django_capture_on_commit_callbacks(execute=True):
        site.save()
    assert queries_of(other_process, address) > 0


def test_a_reader_who_has_the_page_is_told_that_nothing_changed(keeping, site):
    address = f"/sites/{site.number}/"
    etag = keeping.get(address).headers["ETag"]
    for known in (etag, f'"other", {etag}', etag.removeprefix("W/"), "*"):
        answer = keeping.get(address, headers={"If-None-Match": known})
        assert (answer.status_code, answer.content) == (304, b"")
    assert keeping.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_reader_is_asked_to_come_back_each_time(keeping, site):
    assert keeping.get(f"/sites/{site.number}/").headers["Cache-Control"] == "public, no-cache"


def test_a_page_is_compressed_for_whoever_can_read_that(keeping, site):
    address = f"/sites/{site.number}/"
    plain = keeping.get(address)
    packed = keeping.get(address, headers={"Accept-Encoding": "br, gzip"})
    assert gzip.decompress(packed.content) == plain.content
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Content-Length"] == str(len(packed.content))
    assert "Accept-Encoding" in plain.headers["Vary"]


def test_two_hosts_and_two_queries_are_four_pages(keeping, site, settings):
    settings.ALLOWED_HOSTS = ["a.example", "b.example"]
    client = Client()
    for host in settings.ALLOWED_HOSTS:
        for query in ("", "?page=2"):
            client.get(f"/sites/{query}", headers={"Host": host})
    with CaptureQueriesContext(connection) as captured:
        for host in settings.ALLOWED_HOSTS:
            for query in ("", "?page=2"):
                client.get(f"/sites/{query}", headers={"Host": host})
    assert len(captured) == 0


@pytest.mark.parametrize("address", ["/sites/JL0ZZZZ0/", "/admin/login/", "/healthz", "/readyz", "/search/"])
def test_errors_pages_of_officers_and_a_search_without_an_index_are_not_kept(keeping, site, address):
    keeping.get(address)
    again = keeping.get(address)
    assert again.headers.get("Cache-Control") != "public, no-cache"
    assert "ETag" not in again.headers


def test_a_page_too_large_for_its_share_is_answered_but_not_kept(settings):
    settings.PAGE_CACHE_BYTES = 1000
    client = Client()
    assert client.get("/about/").status_code == 200
    assert client.get("/about/").headers["ETag"] == client.get("/about/").headers["ETag"]
