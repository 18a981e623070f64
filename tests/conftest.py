"""For every test: a migrated database, the browser, who shares a served site, no skip where all is there."""

import os
import shutil
from collections.abc import Generator, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from xdist.scheduler import LoadScopeScheduling

from tests.migrated import copy_into

ALL_IS_REQUIRED = bool(os.environ.get("CI_REQUIRE_ALL"))
BROWSERS = ("chromium", "chromium-browser", "google-chrome")  # as distributions name it

# xdist 3.8 does not find its marks under pytest 9.2, so the path says which tests share a served site.
OF_STRANGERS = tuple(
    f"tests/journeys/{name}" for name in ("audit/", "test_suggestions.py", "test_visitor.py")
)


class SharingScheduling(LoadScopeScheduling):
    """Gives every test to whoever is free, and those that share a site to one."""

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(OF_STRANGERS):
            return "a site with the sample"
        return "a site with officers" if nodeid.startswith("tests/journeys/") else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> SharingScheduling:
    return SharingScheduling(config, log)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: Any) -> Iterator[None]:
    """Give this process a database in memory that is migrated; pytest-django would migrate it anew."""
    with django_db_blocker.unblock():
        before = connection.settings_dict["NAME"]
        name = connection.creation._get_test_db_name()
        connection.close()
        settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
        connection.ensure_connection()
        copy_into(connection.connection)
    yield
    with django_db_blocker.unblock():
        connection.creation.destroy_test_db(before, verbosity=0)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Drive the system's Chromium; playwright's own download is never used."""
    executable = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        pytest.skip("needs a browser: install chromium (and fonts-noto-cjk), or name one with CHROMIUM=")
    # Playwright's loop runs in the thread of the tests, where Django would refuse every query.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    # In a container there is no sandbox for root, and /dev/shm is small.
    return {
        **browser_type_launch_args,
        "executable_path": executable,
        "args": ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    """A reader in Jilin."""
    return {**browser_context_args, "locale": "zh-CN", "timezone_id": "Asia/Shanghai"}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a skip under CI_REQUIRE_ALL, unless its test is marked `not_offered`."""
    report = yield
    is_expected_failure = hasattr(report, "wasxfail")
    if not is_expected_failure and item.get_closest_marker("not_offered") is None:
        _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Fail a whole module that skips itself, too."""
    report = yield
    _refuse_skip(report)
    return report


def _refuse_skip(report: Any) -> None:
    if ALL_IS_REQUIRED and report.outcome == "skipped":
        _path, _line, reason = report.longrepr
        report.outcome, report.longrepr = "failed", f"{reason} — and CI_REQUIRE_ALL allows no skip"
