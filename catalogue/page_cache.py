"""Public pages, kept in memory until something public changes.

A page is kept when its view says `Cache-Control: public` (see `public_page`), which no page that depends on
its reader does. It is answered again while the public state is the one in which it was begun, and for
five minutes at most. The state is a word in the shared cache: every process drops its pages when one of
them has committed a change. A process that dies between its commit and the new word leaves its outbox
entries, and whoever brings those into the index says the new word; the five minutes are for the rest.

Readers' caches may keep a page but must ask each time; who has the page already is answered 304.
"""

import gzip
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from hashlib import blake2b
from threading import Lock

from cachetools import LRUCache
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.utils.cache import has_vary_header, patch_vary_headers
from django.utils.http import parse_etags

STATE = "catalogue.public-state"
PUBLIC = "public, no-cache"  # may be kept by anybody, and is asked for again each time
LIFETIME = 300.0  # seconds
LARGEST_SHARE = 16  # a page may take up to this part of the memory
SHORTEST_COMPRESSED = 200  # bytes; below it compression gains nothing
GZIP_LEVEL = 6
GetResponse = Callable[[HttpRequest], HttpResponseBase]


def public_page(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let the good answers of a view be kept: they depend on the address and the public records alone."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if response.status_code == 200:
            response.headers.setdefault("Cache-Control", PUBLIC)
        return response

    return wrapped


def forget_pages(**_signal: object) -> None:
    """Drop the kept pages of every process, once the running transaction is committed."""
    if not any(_say_new_state in entry for entry in connection.run_on_commit):
        transaction.on_commit(_say_new_state, robust=True)


def _say_new_state() -> None:
    cache.set(STATE, uuid.uuid4().hex, timeout=None)


def _public_state() -> str:
    """The word that every process reads; said anew where the cache has lost it."""
    state = cache.get(STATE)
    if state is None:
        cache.add(STATE, uuid.uuid4().hex, timeout=None)  # whoever is first says it for all
        state = cache.get(STATE, "")
    return str(state)


@dataclass(frozen=True)
class KeptPage:
    """An answer as it goes over the wire, and until when it stands."""

    state: str
    until: float
    etag: str
    headers: dict[str, str]
    body: bytes

    @property
    def size(self) -> int:
        """Bytes in memory, nearly: text shrinks to a fourth."""
        return len(self.body) * 5 // 4 + 1000

    @cached_property
    def compressed(self) -> bytes | None:
        """The body in gzip, or None where that gains nothing. Public pages hold no secrets to be guessed."""
        if len(self.body) < SHORTEST_COMPRESSED:
            return None
        compressed = gzip.compress(self.body, compresslevel=GZIP_LEVEL, mtime=0)
        return compressed if len(compressed) < len(self.body) else None

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Return what this reader needs: the page, the page compressed, or that nothing changed."""
        known = request.META.get("HTTP_IF_NONE_MATCH")
        if known and self._is_known(known):
            unchanged = HttpResponseNotModified()
            for name in ("Cache-Control", "ETag", "Vary"):
                unchanged.headers[name] = self.headers[name]
            return unchanged
        if "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "") and self.compressed is not None:
            return HttpResponse(
                self.compressed,
                headers=self.headers
                | {"Content-Encoding": "gzip", "Content-Length": str(len(self.compressed))},
            )
        return HttpResponse(self.body, headers=self.headers)

    def _is_known(self, known: str) -> bool:
        return known.strip() == "*" or any(_weak(etag) == self.etag for etag in parse_etags(known))


class PageCache:
    """Answers kept pages before anything else is asked; see the head of this file."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self._most = settings.PAGE_CACHE_BYTES
        self._lock = Lock()
        self._pages: LRUCache[tuple, KeptPage] = LRUCache(self._most, getsizeof=lambda page: page.size)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in {"GET", "HEAD"} or _is_for_officers(request):
            return self.get_response(request)
        state = _public_state()
        query_string = request.META.get("QUERY_STRING", "")
        key = (request.is_secure(), request.get_host(), request.path_info, query_string)
        with self._lock:
            page = self._pages.get(key)
        if page is None or page.state != state or page.until < time.monotonic():
            response = self.get_response(request)
            page = _as_kept(response, state)
            if page is None:
                return response
            self._keep(key, page)
        return page.answer(request)

    def _keep(self, key: tuple, page: KeptPage) -> None:
        if page.size <= self._most // LARGEST_SHARE:
            with self._lock:
                self._pages[key] = page


def _is_for_officers(request: HttpRequest) -> bool:
    """Whether the answer is theirs alone: a page of the admin, or the preview of a draft at its address."""
    return request.path_info.startswith("/admin/") or getattr(request, "is_dummy", False)


def _as_kept(response: HttpResponseBase, state: str) -> KeptPage | None:
    """The answer as a page to keep, or None where it is no public page."""
    if not isinstance(response, HttpResponse) or response.status_code != 200 or response.cookies:
        return None
    if response.headers.get("Cache-Control") != PUBLIC or has_vary_header(response, "Cookie"):
        return None
    body = response.content
    etag = response.headers.get("ETag") or f'"{blake2b(body, digest_size=16).hexdigest()}"'
    response.headers["ETag"] = etag = _weak(etag)
    patch_vary_headers(response, ["Accept-Encoding"])
    return KeptPage(
        state=state,
        until=time.monotonic() + LIFETIME,
        etag=etag,
        headers={**dict(response.items()), "Content-Length": str(len(body))},
        body=body,
    )


def _weak(etag: str) -> str:
    """The name of the page whether it is compressed or not."""
    return f"W/{etag.removeprefix('W/')}"
