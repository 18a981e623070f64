"""An Elasticsearch node of its own for tests, benchmarks and the demo: fetched once, stopped at the end.

It is the server distribution that Maven Central carries for integration tests; it is never shipped. It needs
Java 17 or later and, the first time, Maven: `apt install openjdk-17-jre-headless maven`.
"""

import os
import shutil
import signal
import socket
import stat
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

VERSION = "8.19.0"
ARTIFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
NEEDED = ("java", "mvn")
PACKAGES = "openjdk-17-jre-headless maven"
FETCHING, STARTING, STOPPING = 600.0, 120.0, 30.0  # seconds
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


class NodeUnavailableError(RuntimeError):
    """The node cannot be had here; says what is missing and what to install."""


@dataclass(frozen=True)
class Node:
    """A node that answers at `url`; its server runs in the process group `group`."""

    url: str
    group: int


def missing_programs() -> list[str]:
    """Return the programs that the node needs and this machine does not have."""
    return [name for name in NEEDED if shutil.which(name) is None]


@contextmanager
def running_node(heap: str = "512m") -> Iterator[Node]:
    """Start a node in folders and on ports of its own, and stop it when the block ends.

    NodeUnavailableError where Java or Maven is missing, or where it does not answer in time.
    """
    archive = _fetched()
    folder = Path(tempfile.mkdtemp(prefix="elasticsearch-node-"))
    try:
        home = _unpacked(archive, folder)
        yield from _started(home, folder, heap)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _started(home: Path, folder: Path, heap: str) -> Iterator[Node]:
    http, transport = _free_port(), _free_port()
    written = SETTINGS.format(name=folder.name, http=http, transport=transport, folder=folder)
    (home / "config" / "elasticsearch.yml").write_text(written, encoding="utf-8")
    as_user = _made_readable(folder)
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
        **as_user,
    )
    try:
        url = f"http://127.0.0.1:{http}"
        _wait_until_ready(url, server, folder / "node.log")
        yield Node(url, server.pid)
    finally:
        _stop(server)
        log.close()


def _fetched() -> Path:
    """Return the archive of the server, from Maven's local repository or through it."""
    if missing := missing_programs():
        raise NodeUnavailableError(f"{', '.join(missing)} not found: install {PACKAGES}.")
    repository = Path.home() / ".m2" / "repository"
    archive = repository.joinpath(*ARTIFACT.split(":", maxsplit=1)[0].split("."), "elasticsearch", VERSION)
    archive /= f"elasticsearch-{VERSION}.zip"
    if not archive.exists():
        fetch = ["mvn", "-q", "dependency:get", "-Dtransitive=false", f"-Dartifact={ARTIFACT}"]
        done = subprocess.run(fetch, capture_output=True, encoding="utf-8", timeout=FETCHING, check=False)
        if done.returncode or not archive.exists():
            raise NodeUnavailableError(f"Maven did not fetch {ARTIFACT}: {done.stdout[-500:]}")
    return archive


def _unpacked(archive: Path, folder: Path) -> Path:
    with zipfile.ZipFile(archive) as content:
        content.extractall(folder)
    home = folder / f"elasticsearch-{VERSION}"
    for script in (*(home / "bin").iterdir(), *home.glob("modules/*/bin/*")):
        script.chmod(script.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    return home


def _made_readable(folder: Path) -> dict[str, str]:
    """Hand the folder to an unprivileged user where we are root; return how to start as that user."""
    if os.getuid() != 0:
        return {}
    for path in (folder, *folder.rglob("*")):
        shutil.chown(path, UNPRIVILEGED)
    return {"user": UNPRIVILEGED}


def _wait_until_ready(url: str, server: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + STARTING
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{url}/_cluster/health?wait_for_status=yellow", timeout=5):  # noqa: S310 — an address of ours
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
