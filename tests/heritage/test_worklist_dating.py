"""What a day is called on a work list: late, today, this week, in the next thirty days."""

from datetime import date

import pytest

from heritage.worklist.dating import Span, When, span_of, when_of

WEDNESDAY, SUNDAY = date(2026, 11, 25), date(2026, 11, 29)


@pytest.mark.parametrize(
    ("due_on", "word"),
    [
        (date(2014, 3, 5), When.LATE),
        (date(2026, 11, 24), When.LATE),
        (date(2026, 11, 25), When.TODAY),
        (date(2026, 11, 26), When.THIS_WEEK),
        (date(2026, 11, 29), When.THIS_WEEK),
        (date(2026, 11, 30), When.LATER),
        (date(2026, 12, 25), When.LATER),
        (date(2026, 12, 26), None),
    ],
)
def test_a_day_is_called_by_how_near_it_is(due_on, word):
    assert when_of(due_on, WEDNESDAY) == word


def test_on_a_sunday_nothing_of_the_week_is_left():
    assert span_of(When.THIS_WEEK, SUNDAY).is_empty
    assert when_of(date(2026, 11, 30), SUNDAY) == When.LATER


def test_the_words_follow_each_other_without_a_gap():
    spans = [span_of(when, WEDNESDAY) for when in When]
    assert spans == [
        Span(None, date(2026, 11, 24)),
        Span(date(2026, 11, 25), date(2026, 11, 25)),
        Span(date(2026, 11, 26), date(2026, 11, 29)),
        Span(date(2026, 11, 30), date(2026, 12, 25)),
    ]
