"""The whole site, as `make demo` runs it, on a database and a port of its own."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from config.listening import answers

ROOT = Path(__file__).resolve().parents[2]
PREPARATION = (
    ["migrate", "--no-input", "--verbosity", "0"],
    ["load_reference"],
    ["rebuild_search_index"],
    ["collectstatic", "--no-input", "--verbosity", "0"],
)
PATIENCE = 60.0  # seconds for the site to answer


@dataclass(frozen=True)
class RunningSite:
    """A served site: its address, the environment of its commands, and the officers' passwords."""

    url: str
    environment: dict[str, str]
    passwords: dict[str, str]

    def manage(self, *command: str) -> str:
        """Run a management command on the site's data and return what it printed."""
        return _manage(self.environment, *command)


@pytest.fixture(scope="session")
def running_site(tmp_path_factory) -> Iterator[RunningSite]:
    """Serve an installation with its reference data and the sample officers."""
    port = _free_port()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")},
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "DATA_DIR": str(tmp_path_factory.mktemp("site")),
        "BASE_URL": f"http://127.0.0.1:{port}",
        "LOG_LEVEL": "WARNING",
    }
    for command in PREPARATION:
        _manage(environment, *command)
    logins = json.loads(_manage(environment, "create_officer", "--sample", "--json"))
    server = subprocess.Popen(
        [sys.executable, "manage.py", "serve", "--port", str(port)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _wait_until(lambda: answers("127.0.0.1", port, "/healthz"), "the site does not answer")
        yield RunningSite(
            environment["BASE_URL"],
            environment,
            {login["username"]: login["password"] for login in logins},
        )
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=PATIENCE)


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
