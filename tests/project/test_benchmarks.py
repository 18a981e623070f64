"""A figure of `make bench` is never the speed of having found nothing."""

import json
from dataclasses import asdict

import pytest

from benchmarks.result import NothingFoundError, Result, Timing, absolute, compared, timed
from benchmarks.run import as_json, as_table

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
