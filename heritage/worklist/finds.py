"""What is owed after a find during works; by when is in `heritage.lifecycles.finds`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from heritage.dashboard.scope import Desk
from heritage.lifecycles.finds import FindDeadline, find_deadlines
from heritage.models import Find
from heritage.worklist.dating import Span
from heritage.worklist.entries import Entry


@dataclass(frozen=True)
class Term:
    """How the table of deadlines is asked in the database: since which column, so long after, done in which.

    `key` is that of the deadline.
    """

    key: str
    since: str
    after: timedelta
    done: str
    is_of_important: bool = False

    def open_within(self, span: Span) -> Q:
        """Finds of which this is owed on a day of the span, and is not done."""
        owed = Q(**{f"{self.since}__lt": self._start(span.until + timedelta(days=1)), self.done: None})
        if span.since is not None:
            owed &= Q(**{f"{self.since}__gte": self._start(span.since)})
        return owed & Q(is_important=True) if self.is_of_important else owed

    def _start(self, day: date) -> date | datetime:
        """The value of `since` with which it falls due at the very beginning of a day."""
        if self.since.endswith("_on"):
            return day - self.after
        return timezone.make_aware(datetime.combine(day, time.min)) - self.after


TERMS = (
    Term("on_site", "reported_at", timedelta(hours=24), "on_site_at"),
    Term("opinion", "reported_at", timedelta(days=7), "opinion_on"),
    Term("state_report", "reported_at", timedelta(0), "reported_up_on", is_of_important=True),
    Term("state_opinion", "reported_up_on", timedelta(days=15), "state_opinion_on", is_of_important=True),
)


def _rows(desk: Desk, span: Span, term: Term) -> QuerySet[Find]:
    return Find.objects.filter(term.open_within(span), collection_id__in=desk.collection_ids)


def find_finds(desk: Desk, span: Span, most: int) -> list[Entry]:
    found = [entry for term in TERMS for entry in _of_term(desk, span, term, most)]
    return sorted(found, key=lambda entry: (entry.due_on or span.until, entry.key))[:most]


def _of_term(desk: Desk, span: Span, term: Term, most: int) -> Iterator[Entry]:
    rows = _rows(desk, span, term).select_related("site").order_by(term.since, "pk")
    for find in rows[:most]:
        [deadline] = [each for each in find_deadlines(find) if each.key == term.key]
        yield _entry(find, deadline)


def _entry(find: Find, deadline: FindDeadline) -> Entry:
    due = deadline.due
    return Entry(
        kind="finds",
        key=f"find-{find.pk}-{deadline.key}",
        title=str(find.site),
        number=find.site.number,
        words=f"{deadline.label}：{find}",
        where=_("Finds during works"),
        url=f"{reverse('heritage_finds', args=[find.site_id])}#find-{find.pk}",
        collection_id=find.collection_id,
        of=("heritagesite", find.site_id),
        due_on=timezone.localdate(due) if isinstance(due, datetime) else due,
    )


def count_finds(desk: Desk, span: Span) -> int:
    return sum(_rows(desk, span, term).count() for term in TERMS)
