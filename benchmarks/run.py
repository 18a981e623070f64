"""`make bench`: measure on the sample, print a table, write var/bench.json.

Works in DATA_DIR/bench, so that it neither waits for nor disturbs a running site. Exit code 1 when a
measured request returns nothing.
"""

import json
import os
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

import django
from django.core.management import call_command

from benchmarks.result import NothingFoundError, Result

ROOT = Path(__file__).resolve().parent.parent
BENCHMARKS = ["benchmarks.pages"]
PREPARATION = [
    ["migrate", "--no-input", "--verbosity", "0"],
    ["load_reference"],
    ["collectstatic", "--no-input", "--verbosity", "0"],
    ["rebuild_search_index"],
    ["load_sample"],
]


def main() -> int:
    """Prepare a site of its own, run every benchmark, report."""
    results_in = Path(os.environ.get("DATA_DIR") or ROOT / "var").absolute()
    os.environ["DATA_DIR"] = str(results_in / "bench")
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.production"
    os.environ.setdefault("LOG_LEVEL", "ERROR")
    django.setup()
    for command in PREPARATION:
        call_command(*command)
    try:
        results = [result for name in BENCHMARKS for result in import_module(name).measure()]
    except NothingFoundError as error:
        print(f"Benchmark refused: {error}", file=sys.stderr)
        return 1
    (results_in / "bench.json").write_text(as_json(results), encoding="utf-8")
    print(as_table(results))
    return 0


def as_json(results: list[Result]) -> str:
    """Return what tools read: a list of objects, one a figure."""
    return json.dumps([asdict(result) for result in results], ensure_ascii=False, indent=2) + "\n"


def as_table(results: list[Result]) -> str:
    """Return what people read."""
    width = max(len(result.id) for result in results)
    lines = []
    for result in results:
        comparison = f" = {result.ratio} × {result.against}" if result.against else ""
        lines.append(f"{result.id:<{width}}  {result.value:>9.2f} {result.unit}  {result.what}{comparison}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
