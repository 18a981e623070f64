"""What the linters cannot say about files and their names."""

import statistics
from pathlib import Path

from scripts.vendored import differences

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = (
    "accounts",
    "benchmarks",
    "catalogue",
    "config",
    "heritage",
    "media",
    "scripts",
    "search",
    "tests",
)
SOURCES = sorted(
    path for package in PACKAGES for path in (ROOT / package).rglob("*.py") if "migrations" not in path.parts
)
LONGEST_LINE, LONGEST_FILE, MEDIAN = 110, 400, 80
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "common", "core", "misc", "base_utils", "tools"}


def lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def test_lines_are_short() -> None:
    long_lines = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in SOURCES
        for number, line in enumerate(lines_of(path), 1)
        if len(line) > LONGEST_LINE
    ]
    assert long_lines == []


def test_files_are_short() -> None:
    assert [path for path in SOURCES if len(lines_of(path)) > LONGEST_FILE] == []


def test_the_median_file_is_short() -> None:
    counts = [len(lines_of(path)) for path in SOURCES]
    assert statistics.median(count for count in counts if count) <= MEDIAN


def test_no_module_has_a_name_that_says_nothing() -> None:
    names = [
        path for path in SOURCES if {path.stem, *path.relative_to(ROOT).parts[:-1]} & NAMES_THAT_SAY_NOTHING
    ]
    assert names == []


def test_vendored_files_are_the_ones_listed_with_their_hashes() -> None:
    assert differences() == []
