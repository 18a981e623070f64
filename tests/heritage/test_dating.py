"""Datings: open ends, doubts, numerals, words, and the promises of docs/dating.md."""

from datetime import date
from pathlib import Path

import pytest
from edtf import parse_edtf

from heritage.dating import OPEN_BEGINNING, PeriodError, bounds, describe, fold_year_numerals, parse_period
from heritage.dating.centuries import CENTURY_PARTS, DECADE_PARTS
from heritage.dating.eras import NAMED_PERIODS, OURS, REIGNS

TODAY = date(2026, 11, 25)
DOCUMENTATION = Path(__file__).parents[2] / "docs" / "dating.md"


def test_an_open_end_is_bounded_by_the_day_of_asking():
    assert bounds("1953/..", today=TODAY) == (date(1953, 1, 1), TODAY)


def test_an_open_end_is_bounded_by_the_current_day_when_none_is_given():
    before = date.today()
    assert before <= bounds("1953/..")[1] <= date.today()


def test_an_open_end_after_a_future_beginning_ends_with_that_beginning():
    assert bounds("2030/..", today=TODAY) == (date(2030, 1, 1), date(2030, 12, 31))


def test_an_open_beginning_is_bounded_by_the_start_of_the_modern_period():
    assert bounds("../2018", today=TODAY) == (OPEN_BEGINNING, date(2018, 12, 31))


def test_an_open_beginning_before_the_modern_period_begins_with_its_end():
    assert bounds("../1700", today=TODAY) == (date(1700, 1, 1), date(1700, 12, 31))


@pytest.mark.parametrize("edtf", ["1953", "1953-07", "1956-02", "193X", "18XX", "1953-22", "1820~", "195X?"])
def test_bounds_of_one_date_are_those_of_the_edtf_library(edtf):
    parsed = parse_edtf(edtf)
    expected = tuple(date(*day[:3]) for day in (parsed.lower_strict(), parsed.upper_strict()))
    assert bounds(edtf) == expected


@pytest.mark.parametrize(
    "edtf",
    ["", "abc", "1953-13", "1953-02-30", "1953?-07", "1953/1954/1955", "..", "/", "[]", "[195X..]", "Y12000",
     "-0500", "1953-1X", "{1953", "1953-07-15T08:00"],
)  # fmt: skip
def test_bounds_refuse_what_is_not_edtf_and_name_it(edtf):
    with pytest.raises(PeriodError) as refusal:
        bounds(edtf)
    assert refusal.value.reason == "not_edtf"


def test_bounds_refuse_an_interval_that_ends_before_it_begins():
    with pytest.raises(PeriodError) as refusal:
        bounds("1983/1937")
    assert (refusal.value.reason, refusal.value.found) == ("reversed", "1983/1937")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1954年", ("1954", False, False)),
        ("约1954年", ("1954~", True, False)),
        ("1954年（存疑）", ("1954?", False, True)),
        ("约1954年，存疑", ("1954%", True, True)),
        ("约20世纪50年代初？", ("1950%/1953%", True, True)),
    ],
)
def test_a_doubt_of_the_source_is_kept(text, expected):
    period = parse_period(text)
    assert (period.edtf, period.is_approximate, period.is_uncertain) == expected


@pytest.mark.parametrize(
    "place", ["一汽", "第一汽车制造厂", "三道沟", "二道区", "五年", "第一个五年计划", "百货"]
)
def test_numerals_that_are_no_years_stay_as_they_are(place):
    assert fold_year_numerals(place) == place


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("一九五三年七月十五日", "1953年7月15日"),
        ("民国廿三年", "民国23年"),
        ("光绪元年", "光绪1年"),
        ("十九世纪五十年代", "19世纪50年代"),
        ("一汽建于一九五三年", "一汽建于1953年"),
    ],
)
def test_numerals_of_years_fold_to_digits(text, folded):
    assert fold_year_numerals(text) == folded


@pytest.mark.parametrize("reign", REIGNS, ids=lambda reign: reign.name)
def test_every_reign_counts_from_its_first_to_its_last_year_and_no_further(reign):
    length = reign.last - reign.first + 1
    assert parse_period(f"{reign.name}元年").edtf == str(reign.first)
    assert parse_period(f"{reign.name}{length}年").edtf == str(reign.last)
    with pytest.raises(PeriodError) as refusal:
        parse_period(f"{reign.name}{length + 1}年")
    assert refusal.value.reason == "reign_year"


@pytest.mark.parametrize(
    ("edtf", "zh", "en"),
    [
        ("1932/1945", "1932–1945年（伪满时期）", "1932–1945 (Manchukuo period)"),
        ("1840~/1911", "约1840年–1911年（清末）", "about 1840 – 1911 (late Qing)"),
        ("1953/1957", "1953–1957年（“一五”时期）", "1953–1957 (First Five-Year Plan)"),
        ("1954%", "约1954年（存疑）", "about 1954 (uncertain)"),
        ("1937?/1939", "1937年？–1939年", "1937 (uncertain) – 1939"),
        ("193X~", "约1930年代", "about the 1930s"),
        ("195X/..", "1950年代至今", "since the 1950s"),
        ("1953-24", "1953年冬", "winter 1953"),
        ("1953-XX", "1953年（月份不详）", "1953 (month unknown)"),
        ("1953-07-XX", "1953年7月（日期不详）", "July 1953 (day unknown)"),
        ("1953-07-01/1953-07-10", "1953年7月1日–10日", "1–10 July 1953"),
        ("1953-07-01/1953-10-05", "1953年7月1日–10月5日", "1 July – 5 October 1953"),
        ("[1953,1954]", "1953年或1954年", "1953 or 1954"),
        ("{1952,1983}", "1952年、1983年", "1952 and 1983"),
        ("[..1953]", "1953年以前", "1953 or earlier"),
        ("[1945..]", "1945年以后", "1945 or later"),
        ("[1931..1945]", "1931年–1945年间某时", "some time between 1931 and 1945"),
        ("1953/", "1953年–不详", "from 1953, end unknown"),
        ("20XX", "21世纪", "21st century"),
    ],
)
def test_an_edtf_value_is_told_in_both_languages(edtf, zh, en):
    assert (describe(edtf, "zh-hans"), describe(edtf, "en")) == (zh, en)


def test_words_are_refused_in_a_language_that_is_not_written():
    with pytest.raises(ValueError, match="'fr'"):
        describe("1953", "fr")


def test_words_are_refused_for_what_is_not_edtf():
    with pytest.raises(PeriodError):
        describe("伪满", "zh")


def test_the_documentation_lists_every_named_period_with_its_edtf():
    lines = DOCUMENTATION.read_text(encoding="utf-8").splitlines()
    documented = {
        tuple(cell.strip(" `") for cell in line.split("|")[1:4]) for line in lines if line[:2] == "| "
    }
    assert {(period.key, period.edtf, period.basis) for period in NAMED_PERIODS} <= documented


def test_the_documentation_lists_every_reign():
    text = " ".join(DOCUMENTATION.read_text(encoding="utf-8").split())
    missing = [reign.name for reign in REIGNS if f"{reign.name} {reign.first}–{reign.last}" not in text]
    assert missing == []


def test_the_documentation_states_every_part_of_a_century_and_a_decade():
    text = " ".join(DOCUMENTATION.read_text(encoding="utf-8").split())
    centuries = [f"{part} {first:02}–{last % 100:02}" for part, (first, last) in CENTURY_PARTS.items()]
    decades = [f"{part} {first}–{last}" for part, (first, last) in DECADE_PARTS.items()]
    assert [phrase for phrase in centuries + decades if phrase not in text] == []


def test_no_choice_of_our_own_is_given_as_a_standard():
    assert {period.basis for period in NAMED_PERIODS} == {"standard", "history", OURS}
