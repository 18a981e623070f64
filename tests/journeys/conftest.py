"""The whole site, as `make demo` runs it, on a database and a port of its own."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from config.listening import answers
from tests.journeys.audit.public_pages import PublicPage, every_page
from tests.migrated import migrated_database

ROOT = Path(__file__).resolve().parents[2]
PREPARATION = (
    ["migrate", "--no-input", "--verbosity", "0"],
    ["load_reference"],
    ["rebuild_search_index"],
    ["collectstatic", "--no-input", "--verbosity", "0"],
)
PATIENCE = 60.0  # seconds for the site to answer
# The sample has no component, and nothing in it was withdrawn.
LOAD_SAMPLE = """
from io import StringIO
from django.core.management import call_command
from heritage.models import HeritageSite
from tests.inventory import component_of
for command in ("load_sample", "load_page_tree", "load_sample_stories"):
    call_command(command, stdout=StringIO(), stderr=StringIO())
site, *_others, withdrawn = HeritageSite.objects.filter(live=True).order_by("number")
component_of(site, "转盘", name_en="Turntable")
withdrawn.unpublish()
print(withdrawn.number)
"""


@dataclass(frozen=True)
class RunningSite:
    """A served site: its address, the environment of its commands, and the officers' passwords."""

    url: str
    environment: dict[str, str]
    passwords: dict[str, str]
    withdrawn: str = ""  # the number of a record that was public

    def manage(self, *command: str) -> str:
        """Run a management command on the site's data and return what it printed."""
        return _manage(self.environment, *command)


@pytest.fixture(scope="session")
def prepared_data(tmp_path_factory) -> Path:
    """The data of an installation with nothing but its reference data; what is served is a copy of it."""
    data_dir = tmp_path_factory.mktemp("prepared")
    shutil.copyfile(migrated_database(), data_dir / "database.sqlite3")
    for command in PREPARATION:
        _manage(_environment(data_dir), *command)
    return data_dir


@pytest.fixture(scope="session")
def running_site(prepared_data: Path, tmp_path_factory) -> Iterator[RunningSite]:
    """Serve an installation with its reference data and the sample officers."""
    data_dir = tmp_path_factory.mktemp("site")
    shutil.copytree(prepared_data, data_dir, dirs_exist_ok=True)
    logins = json.loads(_manage(_environment(data_dir), "create_officer", "--sample", "--json"))
    with served(data_dir, {login["username"]: login["password"] for login in logins}) as site:
        yield site


@pytest.fixture(scope="session")
def sampled_data(prepared_data: Path, tmp_path_factory) -> tuple[Path, str]:
    """The data of an installation with the sample records, and the number of one that was withdrawn."""
    data_dir = tmp_path_factory.mktemp("sample")
    shutil.copytree(prepared_data, data_dir, dirs_exist_ok=True)
    told = _manage(_environment(data_dir), "shell", "--verbosity", "0", "-c", LOAD_SAMPLE)
    return data_dir, told.strip()


@pytest.fixture(scope="session")
def sampled_site(sampled_data: tuple[Path, str], tmp_path_factory) -> Iterator[RunningSite]:
    """Serve an installation with the sample records, as a stranger meets it."""
    sample, withdrawn = sampled_data
    data_dir = tmp_path_factory.mktemp("sampled")
    shutil.copytree(sample, data_dir, dirs_exist_ok=True)
    with served(data_dir, withdrawn=withdrawn) as site:
        yield site


@pytest.fixture(scope="session")
def site_without_index(sampled_data: tuple[Path, str], tmp_path_factory) -> Iterator[RunningSite]:
    """Serve the same records where no index can be opened."""
    sample, _withdrawn = sampled_data
    data_dir = tmp_path_factory.mktemp("without-index")
    shutil.copytree(sample, data_dir, dirs_exist_ok=True)
    shutil.rmtree(data_dir / "index")
    with served(data_dir) as site:
        yield site


@pytest.fixture(scope="session")
def public_pages(sampled_site: RunningSite) -> list[PublicPage]:
    """A page of every kind and every state of the site with the sample, in both languages."""
    return every_page(sampled_site.url, sampled_site.withdrawn)


@pytest.fixture
def sign_in(browser: Browser, running_site: RunningSite) -> Callable[[str], Page]:
    """Open a window of somebody's own and sign in there."""

    def sign_in(username: str) -> Page:
        page = browser.new_context(base_url=running_site.url, locale="zh-CN").new_page()
        page.goto("/admin/")
        page.get_by_label("用户名").fill(username)
        page.get_by_label("密码").fill(running_site.passwords[username])
        page.get_by_role("button", name="登录").click()
        expect(page).to_have_url(f"{running_site.url}/admin/")
        return page

    return sign_in


@contextmanager
def served(
    data_dir: Path, passwords: dict[str, str] | None = None, withdrawn: str = ""
) -> Iterator[RunningSite]:
    """Serve what is there on a port of its own, until the block ends."""
    port = _free_port()
    environment = {**_environment(data_dir), "BASE_URL": f"http://127.0.0.1:{port}"}
    server = subprocess.Popen(
        [sys.executable, "manage.py", "serve", "--port", str(port)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _wait_until(lambda: answers("127.0.0.1", port, "/healthz"), "the site does not answer")
        yield RunningSite(environment["BASE_URL"], environment, passwords or {}, withdrawn)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=PATIENCE)


def _environment(data_dir: Path) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")},
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "DATA_DIR": str(data_dir),
        "LOG_LEVEL": "WARNING",
    }


def _manage(environment: dict[str, str], *command: str) -> str:
    finished = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert finished.returncode == 0, f"{command}: {finished.stdout}{finished.stderr}"
    return finished.stdout


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_until(is_so, complaint: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, complaint
