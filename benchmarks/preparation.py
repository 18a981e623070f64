"""A site of its own for measuring, below DATA_DIR/bench; kept as long as nothing it is made of changes."""

import hashlib
import shutil
import sys
import time
from pathlib import Path

from django.core.management import call_command

from benchmarks.inventory import write_inventory
from search.indexing import rebuild
from search.told_form import FORM

ROOT = Path(__file__).resolve().parent.parent
MADE_OF = (
    "benchmarks/corpus/**/*.py",
    "benchmarks/inventory.py",
    "benchmarks/site_rows.py",
    "benchmarks/workbench_rows.py",
    "benchmarks/plain_pages/migrations/*.py",
    "*/migrations/*.py",
    "heritage/exchange/data/**/*.csv",
)
INDEXED_BY = ("search/**/*.py",)
COMMANDS = [
    ["migrate", "--no-input", "--verbosity", "0"],
    ["load_reference"],
    ["collectstatic", "--no-input", "--verbosity", "0"],
]


def empty_if_outdated(folder: Path, count: int) -> None:
    """Remove what an earlier run left, unless it holds `count` sites made by today's code.

    Called before Django opens anything in the folder.
    """
    mark = folder / "made-of"
    if mark.exists() and mark.read_text() == _inventory_mark(count):
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def prepare(folder: Path, count: int) -> None:
    """Migrate, load, write the sites and index them; the steps that an earlier run has done are skipped."""
    mark, index_mark = folder / "made-of", folder / "indexed-by"
    for command in COMMANDS:
        call_command(*command)
    if not mark.exists():
        _step(f"{count} generated sites", lambda: write_inventory(count))
        mark.write_text(_inventory_mark(count))
    wanted = f"{fingerprint(INDEXED_BY)} {FORM}"
    if not index_mark.exists() or index_mark.read_text() != wanted:
        _step("search index", rebuild)
        index_mark.write_text(wanted)


def fingerprint(patterns: tuple[str, ...]) -> str:
    """Name the state of the files that match."""
    digest = hashlib.sha256()
    for path in sorted({path for pattern in patterns for path in ROOT.glob(pattern)}):
        digest.update(f"{path.relative_to(ROOT)}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _inventory_mark(count: int) -> str:
    return f"{count} sites {fingerprint(MADE_OF)}"


def _step(name: str, work) -> None:
    started = time.monotonic()
    work()
    print(f"{name}: {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
