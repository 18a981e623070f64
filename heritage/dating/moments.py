"""The longest dating that begins at a place in the text."""

from dataclasses import dataclass

from heritage.dating.calendar_dates import DATE_RULES, Context, Moment
from heritage.dating.centuries import CENTURY_RULES
from heritage.dating.eras import NAMED_MATCHERS
from heritage.dating.errors import PeriodError
from heritage.dating.source_text import SourceText

#: Of equally long datings the first counts: 1950 in 1950至1960年代 is a decade, not a year.
RULES = (*CENTURY_RULES, *DATE_RULES)


@dataclass(frozen=True)
class Reading:
    """A dating that may begin here: where it ends and what makes EDTF of it."""

    end: int
    moment: Moment


def longest_moment(source: SourceText, start: int, context: Context, *, at_least: int = 0) -> Reading | None:
    """Return the longest dating at ``start`` that ends after ``at_least``, or None.

    Raises ``PeriodError``, placed in the text as given, where the longest one is no possible date.
    """
    folded = source.folded
    matches = [(match, make) for pattern, make in RULES if (match := pattern.match(folded, start))]
    named = [(match, period) for pattern, period in NAMED_MATCHERS if (match := pattern.match(folded, start))]
    longest_end = max((match.end() for match, _ in (*matches, *named)), default=start)
    if longest_end <= max(at_least, start):
        return None
    for match, period in named:
        if match.end() == longest_end:
            return Reading(longest_end, Moment(period.edtf, Context()))
    match, make = next(pair for pair in matches if pair[0].end() == longest_end)
    try:
        return Reading(longest_end, make(match, context))
    except PeriodError as error:
        found = source.between(start, longest_end)
        raise PeriodError(error.reason, found, source.place(start), error.detail) from error
