"""Readers are served while another process writes without pause, and a killed writer loses nothing."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.journeys.conftest import ROOT, RunningSite

WRITER = """
import django, sys, time
django.setup()
from heritage.models import Division, HeritageSite
division = Division.objects.current().get(code="220202")
seconds = float(sys.argv[1])
end, count = time.monotonic() + seconds, 0
while time.monotonic() < end:
    site = HeritageSite(division=division, name_zh=f"连续写入第{count}号", absences={"place": "unknown"})
    site.save()
    site.save_revision()
    count += 1
print(count)
"""
PAGES = ("/", "/sites/", "/search/?q=厂", "/search.json?q=厂", "/en/", "/readyz")


def read_until(site: RunningSite, end: float) -> list[tuple[str, int]]:
    """Read the pages in turn until the time is over; return each answer that is no 200."""
    failures = []
    while time.monotonic() < end:
        for path in PAGES:
            address = site.url + path.replace("厂", "%E5%8E%82")
            try:
                with urlopen(address, timeout=20) as answer:  # noqa: S310 — the site under test
                    answer.read()
            except HTTPError as error:
                failures.append((path, error.code))
    return failures


@pytest.mark.parametrize("seconds", [3, pytest.param(30, marks=pytest.mark.drill)])
def test_no_page_of_a_reader_fails_while_another_process_writes(running_site: RunningSite, seconds: int):
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(seconds + 3)],  # it needs a moment to start
        cwd=ROOT,
        env=running_site.environment,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    with ThreadPoolExecutor(2) as readers:
        end = time.monotonic() + seconds + 3
        failures = [
            each
            for result in readers.map(lambda _n: read_until(running_site, end), range(2))
            for each in result
        ]
    written, _errors = writer.communicate(timeout=60)
    assert (failures, int(written) > 10) == ([], True)
