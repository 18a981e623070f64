"""The server for a node: the distribution that Maven Central carries for integration tests.

It needs Java 17 or later and, the first time, Maven: `apt install openjdk-17-jre-headless maven`.
"""

import shutil
import stat
import subprocess
import zipfile
from pathlib import Path

VERSION = "8.19.0"
GROUP, NAME = "org.elasticsearch.distribution.integ-test-zip", "elasticsearch"
NEEDED = ("java", "mvn")
PACKAGES = "openjdk-17-jre-headless maven"
FETCHING = 600.0  # seconds


class NodeUnavailableError(RuntimeError):
    """A node cannot be had here; says what is missing and what to install."""


def fetched() -> Path:
    """Return the archive of the server, from Maven's local repository or through it."""
    if missing := [name for name in NEEDED if shutil.which(name) is None]:
        raise NodeUnavailableError(f"{', '.join(missing)} not found: install {PACKAGES}.")
    folder = Path.home().joinpath(".m2", "repository", *GROUP.split("."), NAME, VERSION)
    archive = folder / f"{NAME}-{VERSION}.zip"
    if not archive.exists():
        artifact = f"{GROUP}:{NAME}:{VERSION}:zip"
        fetch = ["mvn", "-q", "dependency:get", "-Dtransitive=false", f"-Dartifact={artifact}"]
        done = subprocess.run(fetch, capture_output=True, encoding="utf-8", timeout=FETCHING, check=False)
        if done.returncode or not archive.exists():
            raise NodeUnavailableError(f"Maven did not fetch {artifact}: {done.stdout[-500:]}")
    return archive


def unpacked(archive: Path, folder: Path) -> Path:
    """Unpack into a folder and return the server's home; the run bits are lost in a zip and set again."""
    with zipfile.ZipFile(archive) as content:
        content.extractall(folder)
    home = folder / f"{NAME}-{VERSION}"
    for script in (*(home / "bin").iterdir(), *home.glob("modules/*/bin/*")):
        script.chmod(script.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    return home
