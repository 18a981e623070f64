"""A kept page against the same bytes as a static file, both through the whole site in one process."""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import reverse

from benchmarks.result import Result, Target, compared, require_equal, timed_in_turn
from heritage.models import HeritageSite

LEAST_SHARE = 0.5  # of the throughput of the static file
STATIC_NAME = "benchmark-page.html"
READS = 20  # in one round: a single one is too short to time
TARGETS = {"page.kept": Target(ratio=1 / LEAST_SHARE)}


def measure() -> Iterator[Result]:
    """Write the page of a record among the static files, then read both by turns."""
    site = HeritageSite.objects.filter(live=True).order_by("pk").first()
    address = reverse("site", args=[site.number])
    static_file = Path(settings.STATIC_ROOT) / STATIC_NAME
    body = read(get_wsgi_application(), address)
    static_file.write_bytes(body)
    try:
        application = get_wsgi_application()  # WhiteNoise looks at its files once, when it starts
        static_address = f"/{settings.STATIC_URL.strip('/')}/{STATIC_NAME}"
        require_equal("the bytes of the page", read(application, address), read(application, static_address))
        ours, theirs = timed_in_turn(
            (f"kept page of a record, {READS} times", lambda: _read_often(application, address)),
            (
                f"the same {len(body)} bytes as a static file by WhiteNoise",
                lambda: _read_often(application, static_address),
            ),
            rounds=30,
        )
    finally:
        static_file.unlink()
    yield compared("page.kept", ours, theirs)


def read(application, address: str) -> bytes:
    """Return the body of a good answer, else nothing."""
    seen = []
    environ = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": address,
        "QUERY_STRING": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "127.0.0.1:8000",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    answer = application(environ, lambda status, headers, exc_info=None: seen.append(status))
    try:
        body = b"".join(answer)
    finally:
        answer.close()
    return body if seen[0].startswith("200") else b""


def _read_often(application, address: str) -> int:
    return min(len(read(application, address)) for _ in range(READS))
