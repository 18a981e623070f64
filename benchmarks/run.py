"""`make bench`: measure on 50,000 generated sites, print a table, write var/bench.json.

Works in DATA_DIR/bench, so that it neither waits for nor disturbs a running site; what it made there is used
again. BENCH_SITES changes the number of sites. Names given on the command line, such as `search_page`, choose
benchmarks. Exit code 1 when a measured request returns nothing, or when what must be equal is not; a missed
target is printed as such and changes nothing.
"""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

import django

from benchmarks.result import CountsDifferError, NothingFoundError, Result, Target

ROOT = Path(__file__).resolve().parent.parent
SITES = 50_000
# The rebuild comes last: what it makes is the same, but nothing else is measured while files are cold.
BENCHMARKS = ["search_page", "record_page", "cached_page", "clusters", "officers", "pages", "index_build"]
MET, MISSED = "PASS", "over"


def main(chosen: list[str]) -> int:
    """Prepare a site of its own, run the benchmarks, report."""
    results_in = Path(os.environ.get("DATA_DIR") or ROOT / "var").absolute()
    count = int(os.environ.get("BENCH_SITES") or SITES)
    os.environ["DATA_DIR"] = str(results_in / "bench")
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.benchmark"
    os.environ.setdefault("LOG_LEVEL", "ERROR")
    django.setup()
    preparation = import_module("benchmarks.preparation")  # its imports need the settings
    preparation.empty_if_outdated(results_in / "bench", count)
    preparation.prepare(results_in / "bench", count)
    results, targets = [], {}
    try:
        for name in chosen or BENCHMARKS:
            benchmark = import_module(f"benchmarks.{name}")
            targets |= getattr(benchmark, "TARGETS", {})
            for result in benchmark.measure():
                results.append(result)
                print(as_table([result], targets), file=sys.stderr, flush=True)
    except (NothingFoundError, CountsDifferError) as error:
        print(f"Benchmark refused: {error}", file=sys.stderr)
        return 1
    (results_in / "bench.json").write_text(as_json(results), encoding="utf-8")
    print(as_table(results, targets))
    return 0


def as_json(results: list[Result]) -> str:
    """Return what tools read: a list of objects, one a figure."""
    return json.dumps([asdict(result) for result in results], ensure_ascii=False, indent=2) + "\n"


def as_table(results: list[Result], targets: Mapping[str, Target] | None = None) -> str:
    """Return what people read; where there is a target, whether it is met."""
    width = max(len(result.id) for result in results)
    lines = []
    for result in results:
        comparison = f" = {result.ratio} × {result.against}" if result.against else ""
        verdict = ""
        if target := (targets or {}).get(result.id):
            verdict = f"  {MET if target.is_met(result) else MISSED} ({target})"
        lines.append(
            f"{result.id:<{width}}  {result.value:>9.2f} {result.unit}  {result.what}{comparison}{verdict}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
