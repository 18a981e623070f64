"""What is still to be done by a known day, for work lists: the earliest first, one query however many."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import cast

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from heritage.four_haves.asked import asked, lacking, missing, with_done
from heritage.lifecycles.duties import DUTIES, TERM, Duty, duties_at, late_if_announced_before
from heritage.models import Designation

#: Duties with a term; only these have a last day.
TERMED = tuple(duty for duty in DUTIES if duty.years is not None)


@dataclass(frozen=True)
class OpenDuty:
    """One duty that is not done, of one designation."""

    designation_id: int
    site_id: int
    site: str
    collection_id: int
    key: str
    label: str
    due_on: date
    is_late: bool

    @property
    def url(self) -> str:
        """The item on the page of the site."""
        page = reverse("heritage_four_haves", args=[self.site_id])
        return f"{page}#duty-{self.designation_id}-{self.key}"


def open_duties(
    collection_ids: Iterable[int],
    *,
    today: date | None = None,
    due_from: date | None = None,
    due_until: date | None = None,
    limit: int | None = None,
) -> list[OpenDuty]:
    """Return what is not done in these collections and has a last day, from one day until another.

    `limit`: no more than so many rows. Both days are counted in.
    """
    day = today or timezone.localdate()
    rows = _lacking(collection_ids, due_from, due_until).select_related("site", "decree")
    rows = rows.order_by("decree__announced_on", "pk")
    found = (duty for row in rows[:limit] for duty in _of(row, day))
    return list(found)[:limit]


def count_open_duties(
    collection_ids: Iterable[int], *, due_from: date | None = None, due_until: date | None = None
) -> int:
    """Return how many there are."""
    counts = {f"n_{duty.key}": Count("pk", filter=missing(duty)) for duty in TERMED}
    return sum(_lacking(collection_ids, due_from, due_until).order_by().aggregate(**counts).values())


def _lacking(
    collection_ids: Iterable[int], due_from: date | None, due_until: date | None
) -> QuerySet[Designation]:
    """The designations that lack something with a term whose last day lies between the two days."""
    keys = [duty.key for duty in TERMED]
    rows = with_done(asked(Designation.objects.filter(collection_id__in=list(collection_ids))), keys)
    return rows.filter(lacking(*keys), _announced_for(due_from, due_until))


def _announced_for(due_from: date | None, due_until: date | None) -> Q:
    """When it must have been announced to fall due between the two days."""
    announced = Q(decree__announced_on__isnull=False)
    if due_from is not None:
        announced &= Q(decree__announced_on__gte=late_if_announced_before(due_from, TERM))
    if due_until is not None:
        after = date.fromordinal(due_until.toordinal() + 1)
        announced &= Q(decree__announced_on__lt=late_if_announced_before(after, TERM))
    return announced


def _of(row: Designation, today: date) -> Iterator[OpenDuty]:
    announced_on = row.decree.announced_on if row.decree else None
    for owed in duties_at(row.level, approved_on=announced_on):
        if owed.due_on is not None and _is_missing(row, owed.duty):
            yield OpenDuty(
                designation_id=row.pk,
                site_id=row.site_id,
                site=str(row.site),
                collection_id=cast(int, row.collection_id),  # every row has one
                key=owed.duty.key,
                label=str(owed.duty.label),
                due_on=owed.due_on,
                is_late=owed.due_on < today,
            )


def _is_missing(row: Designation, duty: Duty) -> bool:
    return getattr(row, f"done_{duty.key}") is None
