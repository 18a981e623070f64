"""One line of a work list, and the table of kinds that fill it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.functional import Promise

from heritage.dashboard.scope import Desk
from heritage.models.notices import NoticeKind
from heritage.worklist.dating import Span


@dataclass(frozen=True)
class Entry:
    """Something to be done. `url` lands where it is done; `where` says what that place is.

    `key` stays the same as long as the thing does: calendars and notices know it by this. `of` names the row
    that must be readable by whoever is told of it: model and key. `due_on` is the last day; `since` is the
    day from which something without a last day waits.
    """

    kind: str
    key: str
    title: str
    words: str
    where: str
    url: str
    collection_id: int
    of: tuple[str, int]
    number: str = ""
    due_on: date | None = None
    since: date | None = None


Find = Callable[[Desk, Span, int], list[Entry]]
Count = Callable[[Desk, Span], int]


@dataclass(frozen=True)
class Kind:
    """A kind of work. `find` returns the first rows by urgency, in a number of queries that does not grow.

    What is not dated pays no heed to the span. `told`: under which kind of notice the worker's clock tells of
    it; None where the event itself does, or where nobody is told. `setting`: the one without which there is
    none of it, because no law at hand gives a day.
    """

    key: str
    label: str | Promise
    find: Find
    count: Count
    is_dated: bool = False
    told: NoticeKind | None = None
    setting: str = ""

    @property
    def is_kept(self) -> bool:
        return not self.setting or bool(getattr(settings, self.setting))
