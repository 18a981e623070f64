"""A figure of `make bench` is never the speed of having found nothing."""

import json
from dataclasses import asdict

import pytest

from benchmarks.corpus import make_record, make_records
from benchmarks.inventory import NotABenchmarkError, write_inventory
from benchmarks.result import (
    CountsDifferError,
    NothingFoundError,
    Result,
    Target,
    Timing,
    absolute,
    compared,
    require_equal,
    timed,
    timed_in_turn,
)
from benchmarks.run import as_json, as_table
from heritage.exchange.rows import read_rows

OURS, THEIRS = Timing("our search for 水泥", 3.0), Timing("another search for 水泥", 12.0)


def test_an_absolute_figure_is_measured_against_nothing() -> None:
    assert absolute("search", OURS) == Result("search", "our search for 水泥", 3.0, "ms", None, None)


def test_a_ratio_names_what_it_is_measured_against() -> None:
    assert compared("search", OURS, THEIRS) == Result(
        "search", "our search for 水泥", 3.0, "ms", "another search for 水泥", 0.25
    )


def test_a_request_that_finds_nothing_is_refused() -> None:
    with pytest.raises(NothingFoundError, match="our search for 水泥 returned nothing"):
        timed("our search for 水泥", lambda: 0)


def test_a_request_that_finds_nothing_only_once_is_refused() -> None:
    answers = iter([5, 5, 0, 5])
    with pytest.raises(NothingFoundError):
        timed("search", lambda: next(answers), rounds=3)


def test_the_first_round_is_not_counted() -> None:
    calls: list[int] = []
    timed("search", lambda: calls.append(1) or len(calls), rounds=3)
    assert len(calls) == 4


def test_the_file_holds_exactly_the_promised_keys() -> None:
    result = compared("search", OURS, THEIRS)
    assert json.loads(as_json([result])) == [asdict(result)]
    assert set(asdict(result)) == {"id", "what", "value", "unit", "against", "ratio"}


def test_the_table_says_the_same() -> None:
    assert as_table([compared("search", OURS, THEIRS)]) == (
        "search       3.00 ms  our search for 水泥 = 0.25 × another search for 水泥"
    )


def test_the_table_says_whether_a_target_is_met() -> None:
    result = compared("search", OURS, THEIRS)
    line = "search       3.00 ms  our search for 水泥 = 0.25 × another search for 水泥"
    assert as_table([result], {"search": Target(ratio=0.5)}) == f"{line}  PASS (≤ 0.5 ×)"
    assert as_table([result], {"search": Target(ratio=0.2)}) == f"{line}  over (≤ 0.2 ×)"
    assert as_table([result], {"search": Target(value=2)}) == f"{line}  over (≤ 2)"


def test_requests_that_are_compared_take_turns() -> None:
    calls: list[str] = []
    timed_in_turn(
        ("ours", lambda: calls.append("ours") or 1), ("theirs", lambda: calls.append("theirs") or 1), rounds=2
    )
    assert calls == ["ours", "theirs"] * 3


def test_what_is_not_equal_is_not_compared() -> None:
    with pytest.raises(CountsDifferError, match="rows: 20 here, 19 there"):
        require_equal("rows", 20, 19)


def test_generated_records_are_classed_by_codes_of_the_reference_data() -> None:
    known = {
        vocabulary: {row["code"] for row in read_rows(f"terms/{vocabulary}.csv")} | {""}
        for vocabulary in ("type", "theme", "industry", "era", "condition")
    }
    divisions = {row["code"] for row in read_rows("divisions.csv")}
    schemes = {row["key"] for row in read_rows("schemes.csv")} | {""}
    for record in make_records(400):
        assert {name: getattr(record, name) in codes for name, codes in known.items()} == dict.fromkeys(
            known, True
        )
        assert (record.division in divisions, record.level.scheme in schemes) == (True, True)


def test_a_generated_record_depends_on_its_number_and_the_seed_alone() -> None:
    assert list(make_records(3, start=2)) == list(make_records(5))[2:]
    assert make_record(7, seed=2) != make_record(7)


def test_generated_sites_are_refused_outside_a_benchmark(db) -> None:
    with pytest.raises(NotABenchmarkError, match=r"config\.settings\.benchmark"):
        write_inventory(1)
