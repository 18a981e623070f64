"""A migrated database, made once and copied from then on: migrating takes half a minute, copying none.

It stands in var/test-database under a name that says what it was made of, so that a changed migration,
model or library makes another. Several processes may ask at once: one makes it, the others wait.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEPT_IN = ROOT / "var" / "test-database"
DAY = 86_400  # seconds
# Migrations make the tables; permissions and content types follow from the models after them.
MADE_OF = (
    "*/migrations/*.py",
    "*/models.py",
    "*/models/*.py",
    "*/apps.py",
    "catalogue/pages/*.py",
    "config/settings/*.py",
    "requirements/*.txt",
)


def migrated_database() -> Path:
    """Return the path of a database in which every migration has run; nobody may write into it."""
    path = KEPT_IN / f"{_fingerprint()}.sqlite3"
    KEPT_IN.mkdir(parents=True, exist_ok=True)
    with (KEPT_IN / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            _remove_old()
            _make(path)
    return path


def copy_into(connection: sqlite3.Connection) -> None:
    """Fill an empty database, also one in memory, with the migrated one."""
    template = sqlite3.connect(f"file:{migrated_database()}?mode=ro", uri=True)
    try:
        template.backup(connection)
    finally:
        template.close()


def _fingerprint() -> str:
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted({path for pattern in MADE_OF for path in ROOT.glob(pattern)}):
        digest.update(f"{path.relative_to(ROOT)}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _remove_old() -> None:
    """Remove what is older than a day: another run may copy from anything younger."""
    for path in KEPT_IN.glob("*.sqlite3"):
        if time.time() - path.stat().st_mtime > DAY:
            path.unlink()


def _make(path: Path) -> None:
    """Migrate in a process of its own, whose settings name a database on disk."""
    data_dir = path.with_suffix(".making")
    shutil.rmtree(data_dir, ignore_errors=True)
    data_dir.mkdir()
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--no-input", "--verbosity", "0"],
        cwd=ROOT,
        env={
            **{name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")},
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
            "DATA_DIR": str(data_dir),
        },
        check=True,
    )
    whole = sqlite3.connect(data_dir / "database.sqlite3")
    try:
        whole.execute("VACUUM INTO ?", (str(path),))  # one file, whatever the journal holds
    finally:
        whole.close()
    shutil.rmtree(data_dir)
