"""What happens to every request before a view sees it."""

from collections.abc import Callable
from contextlib import ExitStack

from django.conf import settings
from django.db import transaction
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse
from django.http.request import RawPostDataException
from django.shortcuts import render
from django.utils import translation

from heritage.viewsets.deleting import answer_kept_row

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
PUBLIC_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
ADMIN_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self'; "
    "form-action 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'self'"
)
GetResponse = Callable[[HttpRequest], HttpResponse]


def refuse_unreadable_addresses(get_response: GetResponse) -> GetResponse:
    """Answer 400 to a NUL or broken UTF-8 anywhere in the address, before anything else sees it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if _is_unreadable(request.META.get("QUERY_STRING", "")) or _has_replaced_bytes(request.path_info):
            with translation.override(_language_of(request.path_info)):
                return render(request, "400.html", status=400)
        return get_response(request)

    return middleware


def _is_unreadable(query_string: str) -> bool:
    raw = query_string.encode("latin-1", "replace")
    unquoted = _unquote(raw)
    if b"\x00" in unquoted:
        return True
    try:
        unquoted.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def _unquote(raw: bytes) -> bytes:
    """Undo percent-encoding without deciding on a character set."""
    head, *rest = raw.split(b"%")
    parts = [head]
    for piece in rest:
        try:
            parts.append(bytes([int(piece[:2], 16)]) + piece[2:])
        except ValueError:
            parts.append(b"%" + piece)
    return b"".join(parts)


def _has_replaced_bytes(path: str) -> bool:
    """Django hands broken UTF-8 of a path on as percent-encoded bytes; WSGI servers as U+FFFD."""
    return "\x00" in path or "\ufffd" in path or any(f"%{byte:02X}" in path for byte in range(0x80, 0x100))


def _language_of(path: str) -> str:
    return "en" if path == "/en" or path.startswith("/en/") else settings.LANGUAGE_CODE


def language_from_address(get_response: GetResponse) -> GetResponse:
    """Take the language from the address, never from the browser: /en/… is English, all else Chinese."""

    def middleware(request: HttpRequest) -> HttpResponse:
        language = _language_of(request.path_info)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = get_response(request)
        response.headers.setdefault("Content-Language", translation.get_language() or language)
        return response

    return middleware


def content_security_policy(get_response: GetResponse) -> GetResponse:
    """Send the strict policy on the public site and the admin's own below /admin/."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        policy = ADMIN_POLICY if request.path_info.startswith("/admin/") else PUBLIC_POLICY
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        )
        return response

    return middleware


class AtomicUnsafeMethods:
    """Run every view that may write in one transaction; reading takes no lock.

    A response of 500 or an exception rolls back what the view wrote, so nothing is half-saved.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs) -> HttpResponse | None:
        """Call the view here, inside a transaction, when the method may write."""
        if request.method in SAFE_METHODS:
            return None
        try:
            request.POST  # noqa: B018 — reads the body now: a slow upload must not hold the write lock
        except RawPostDataException:
            pass
        try:
            return _in_one_transaction(view, request, *args, **kwargs)
        except ProtectedError as kept:  # Wagtail's own views of files do not expect it
            return answer_kept_row(request, kept)


def _in_one_transaction(view, request: HttpRequest, *args, **kwargs) -> HttpResponse:
    with ExitStack() as stack:
        stack.enter_context(transaction.atomic())
        response = view(request, *args, **kwargs)
        if hasattr(response, "render") and not getattr(response, "is_rendered", True):
            response = response.render()
        if response.status_code >= 500:
            transaction.set_rollback(True)
        return response
