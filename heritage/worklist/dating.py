"""When something is due, as seen from a day: late, today, this week, in the next thirty days."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

AHEAD = timedelta(days=30)


class When(models.TextChoices):
    LATE = "late", _("Late")
    TODAY = "today", _("Due today")
    THIS_WEEK = "week", _("Due this week")
    LATER = "later", _("Due in the next 30 days")


@dataclass(frozen=True)
class Span:
    """Days from `since` to `until`, both included; without `since` all that came before."""

    since: date | None
    until: date

    @property
    def is_empty(self) -> bool:
        return self.since is not None and self.since > self.until

    def __contains__(self, day: date) -> bool:
        return day <= self.until and (self.since is None or day >= self.since)


def span_of(when: When, today: date) -> Span:
    """Return the days that are meant by a word. A week ends on Sunday, and on Sunday none of it is left."""
    sunday = today + timedelta(days=6 - today.weekday())
    day = timedelta(days=1)
    spans = {
        When.LATE: Span(None, today - day),
        When.TODAY: Span(today, today),
        When.THIS_WEEK: Span(today + day, sunday),
        When.LATER: Span(sunday + day, today + AHEAD),
    }
    return spans[when]


def when_of(due_on: date, today: date) -> When | None:
    """Return the word for a day; None where it is further ahead than thirty days."""
    for when in When:
        if due_on in span_of(when, today):
            return when
    return None
