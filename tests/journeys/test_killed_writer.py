"""Who dies between the commit of a change and its way into the index loses nothing."""

import fcntl
import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

from tests.journeys.conftest import ROOT, RunningSite

PUBLISHER = """
import django, signal
django.setup()
from heritage.models import Division, HeritageSite
division = Division.objects.current().get(code="220202")
HeritageSite(division=division, name_zh="断电前发布的厂", live=True).save()
print("committed", flush=True)
signal.pause()
"""
FOUND_WITHIN = 30.0  # seconds after the lock is free again


def hits(site: RunningSite) -> int:
    address = f"{site.url}/search.json?q=%E6%96%AD%E7%94%B5%E5%89%8D%E5%8F%91%E5%B8%83"
    with urlopen(address) as answer:  # noqa: S310 — the site under test
        return json.load(answer)["total"]


def test_a_change_committed_by_a_process_killed_before_draining_is_found_later(running_site: RunningSite):
    with Path(running_site.environment["DATA_DIR"], "search-drain.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # nobody drains meanwhile
        with subprocess.Popen(
            [sys.executable, "-c", PUBLISHER],
            cwd=ROOT,
            env=running_site.environment,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        ) as publisher:
            assert publisher.stdout is not None
            assert publisher.stdout.readline() == "committed\n"
            publisher.send_signal(signal.SIGKILL)
        assert hits(running_site) == 0
    deadline = time.monotonic() + FOUND_WITHIN
    while hits(running_site) != 1:
        assert time.monotonic() < deadline, "the worker did not bring in what waited"
    assert "[]" in running_site.manage("check_search_index", "--json")
