"""The term of a year drawn to scale, from the announcement to the last day or to today."""

from datetime import date

import pytest

from heritage.viewsets.term_line import term_line

ANNOUNCED, DUE = date(2024, 8, 9), date(2025, 8, 9)


def test_within_the_term_the_last_day_is_the_end_of_the_line():
    line = term_line(ANNOUNCED, DUE, date(2025, 2, 7), is_done=False)
    assert line is not None
    assert (line.due_at, line.today_at, line.is_past, line.is_late) == ("98.00%", "49.87%", False, False)


@pytest.mark.parametrize("is_done", [True, False])
def test_past_the_term_today_is_the_end_and_late_is_what_is_not_done(is_done):
    line = term_line(ANNOUNCED, DUE, date(2026, 8, 9), is_done=is_done)
    assert line is not None
    assert (line.due_at, line.today_at, line.is_past, line.is_late) == ("50.00%", "98.00%", True, not is_done)


@pytest.mark.parametrize(
    ("announced_on", "due_on", "today"),
    [
        (None, None, DUE),
        (ANNOUNCED, None, DUE),
        (ANNOUNCED, DUE, date(2024, 8, 8)),
    ],
)
def test_nothing_is_drawn_without_both_days_or_before_the_first(announced_on, due_on, today):
    assert term_line(announced_on, due_on, today, is_done=False) is None
