"""The table of period texts: what each means, what is refused, and that words and EDTF agree."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heritage.dating import PeriodError, bounds, describe, parse_period

HERE = Path(__file__).parent
TODAY = date(2026, 11, 25)


def rows(name: str) -> list[dict[str, str]]:
    """Read a table that lies beside this file."""
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


PERIODS = rows("periods.csv")
REFUSED = rows("periods_refused.csv")
IN_WORDS = rows("periods_in_words.csv")


@pytest.mark.parametrize("row", PERIODS, ids=lambda row: row["text"])
def test_a_period_text_has_its_edtf_and_bounds(row):
    period = parse_period(row["text"], today=TODAY)
    latest = TODAY if row["latest"] == "today" else date.fromisoformat(row["latest"])
    assert (period.text, period.edtf, period.earliest, period.latest) == (
        row["text"],
        row["edtf"],
        date.fromisoformat(row["earliest"]),
        latest,
    )


@pytest.mark.parametrize("row", PERIODS, ids=lambda row: row["text"])
def test_the_chinese_words_of_a_period_read_back_to_the_same_edtf(row):
    assert parse_period(describe(row["edtf"], "zh")).edtf == row["edtf"]


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row["text"] or "empty")
def test_a_text_that_is_no_period_is_refused_with_what_was_found_and_where(row):
    with pytest.raises(PeriodError) as refusal:
        parse_period(row["text"])
    error = refusal.value
    assert (error.reason, error.found, error.position) == (row["reason"], row["found"], int(row["position"]))


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row["text"] or "empty")
def test_a_refusal_names_what_was_found_in_both_languages(row):
    with pytest.raises(PeriodError) as refusal:
        parse_period(row["text"])
    error = refusal.value
    assert row["found"] in error.message_zh
    assert row["found"] in error.message_en
    assert str(error) == error.message_zh


@pytest.mark.parametrize("row", IN_WORDS, ids=lambda row: row["edtf"])
def test_an_edtf_value_of_the_sample_is_told_in_chinese_and_english(row):
    assert (describe(row["edtf"], "zh"), describe(row["edtf"], "en")) == (row["zh"], row["en"])


@pytest.mark.parametrize("row", IN_WORDS, ids=lambda row: row["edtf"])
def test_an_edtf_value_of_the_sample_reads_back_from_its_chinese_words(row):
    assert parse_period(row["zh"]).edtf == row["edtf"]


@pytest.mark.parametrize("row", IN_WORDS, ids=lambda row: row["edtf"])
def test_an_edtf_value_of_the_sample_has_finite_bounds_in_order(row):
    earliest, latest = bounds(row["edtf"], today=TODAY)
    assert date(1, 1, 1) <= earliest <= latest <= date(2100, 12, 31)


def test_the_tables_are_as_long_as_they_are_meant_to_be():
    assert len({row["text"] for row in PERIODS}) >= 150
    assert len({row["text"] for row in REFUSED}) >= 30


_PIECES = (
    "1953 1937 53 7 0 年 月 日 世纪 年代 初 末 中 约 ？ 至 – - ~ 至今 以前 光绪 民国 清末 伪满 一五 （ ） , ， 、 始建 扩建 "
    "或 不详 存疑 元 廿 三 十 五 旬 上 下 春 冬 / . .. [ ] X 19XX % 一汽 号 起 止于 上世纪 半 叶 季度 第 0000 2101 公元前 \n"
).split(" ")


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(_PIECES), max_size=8).map("".join))
def test_whatever_is_typed_is_read_with_bounds_in_order_or_refused_at_words_that_stand_there(text):
    period, refusal = None, None
    try:
        period = parse_period(text, today=TODAY)
    except PeriodError as error:
        refusal = error
    if period is None:
        assert text[refusal.position :].startswith(refusal.found)
    else:
        assert period.earliest <= period.latest
        assert parse_period(describe(period.edtf, "zh")).edtf == period.edtf
