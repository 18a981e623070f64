"""An Elasticsearch node of its own for tests, benchmarks and the demo: fetched once, stopped at the end.

Its server is never shipped (`scripts.elasticsearch_archive`). It runs in folders and on ports of its own.
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.elasticsearch_archive import NodeUnavailableError, fetched, unpacked

STARTING, STOPPING = 120.0, 30.0  # seconds
UNPRIVILEGED = "nobody"  # the server refuses to run as root

SETTINGS = """\
cluster.name: {name}
node.name: {name}
network.host: 127.0.0.1
http.port: {http}
transport.port: {transport}
path.data: {folder}/data
path.logs: {folder}/logs
discovery.type: single-node
xpack.security.enabled: false
cluster.routing.allocation.disk.threshold_enabled: false
"""


@dataclass(frozen=True)
class Node:
    """A node that answers at `url`; its server runs in the process group `group`."""

    url: str
    group: int


@contextmanager
def running_node(heap: str = "512m") -> Iterator[Node]:
    """Start a node in folders and on ports of its own, and stop it when the block ends.

    NodeUnavailableError where Java or Maven is missing, or where it does not answer in time.
    """
    archive = fetched()
    folder = Path(tempfile.mkdtemp(prefix="elasticsearch-node-"))
    try:
        home = unpacked(archive, folder)
        yield from _started(home, folder, heap)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _started(home: Path, folder: Path, heap: str) -> Iterator[Node]:
    http, transport = _free_port(), _free_port()
    written = SETTINGS.format(name=folder.name, http=http, transport=transport, folder=folder)
    (home / "config" / "elasticsearch.yml").write_text(written, encoding="utf-8")
    log = (folder / "node.log").open("wb")
    server = subprocess.Popen(
        [home / "bin" / "elasticsearch"],
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "ES_JAVA_HOME": str(Path(shutil.which("java") or "").resolve().parents[1]),
            "ES_JAVA_OPTS": f"-Xms{heap} -Xmx{heap}",
        },
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        user=_owner(folder),
    )
    try:
        url = f"http://127.0.0.1:{http}"
        _wait_until_ready(url, server, folder / "node.log")
        yield Node(url, server.pid)
    finally:
        _stop(server)
        log.close()


def _owner(folder: Path) -> str | None:
    """Hand the folder to an unprivileged user where we are root, and return that user; else nobody else."""
    if os.getuid() != 0:
        return None
    for path in (folder, *folder.rglob("*")):
        shutil.chown(path, UNPRIVILEGED)
    return UNPRIVILEGED


def _wait_until_ready(url: str, server: subprocess.Popen, log: Path) -> None:
    deadline, health = time.monotonic() + STARTING, f"{url}/_cluster/health?wait_for_status=yellow"
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(health, timeout=5):  # noqa: S310 — an address of ours
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    told = log.read_text(encoding="utf-8", errors="replace")[-2000:]
    raise NodeUnavailableError(f"The node at {url} did not answer within {STARTING:.0f} s: {told}")


def _stop(server: subprocess.Popen) -> None:
    """Stop the launcher and the server behind it."""
    for sent in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(server.pid, sent)
            server.wait(timeout=STOPPING)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
