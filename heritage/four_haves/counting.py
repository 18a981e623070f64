"""How many designations of each collection have what is asked of them: one query, however many there are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import (
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Q,
    QuerySet,
    TextChoices,
)
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from heritage.four_haves.asked import asked, having_any, lacking, late
from heritage.lifecycles.duties import DUTIES, HAVES, TERM, late_if_announced_before
from heritage.models import Designation, FulfilledDuty


class HavesStanding(TextChoices):
    """How far a designation is; LATE and INCOMPLETE overlap with PARTLY and NONE."""

    COMPLETE = "complete", _("Four haves complete")
    PARTLY = "partly", _("Partly done")
    NONE = "none", _("Nothing done yet")
    LATE = "late", _("Late")
    INCOMPLETE = "incomplete", _("Incomplete")


#: What is counted, in the order of FourHavesCounts.
COUNTED = (HavesStanding.COMPLETE, HavesStanding.PARTLY, HavesStanding.NONE, HavesStanding.LATE)


@dataclass(frozen=True)
class FourHavesCounts:
    """Designations in force as a relic; `late`: those of `partly` and `none` with a term that is past."""

    complete: int = 0
    partly: int = 0
    none: int = 0
    late: int = 0

    @property
    def total(self) -> int:
        return self.complete + self.partly + self.none


def standing(key: str, *, today: date) -> Q:
    """Return the condition of a standing, of rows that `with_done` has annotated."""
    incomplete = lacking(*HAVES)
    conditions = {
        HavesStanding.COMPLETE: ~incomplete,
        HavesStanding.PARTLY: incomplete & having_any(),
        HavesStanding.NONE: incomplete & ~having_any(),
        HavesStanding.LATE: late(today, *HAVES),
        HavesStanding.INCOMPLETE: incomplete,
    }
    return conditions[HavesStanding(key)]


def four_haves_counts(
    collection_ids: Iterable[int], *, today: date | None = None
) -> dict[int, FourHavesCounts]:
    """Return the counts of each of these collections, those below it left out; one query."""
    wanted = list(collection_ids)
    rows = asked(Designation.objects.filter(collection_id__in=wanted))
    found = tally(rows, today=today or timezone.localdate())
    return {pk: found.get(pk, FourHavesCounts()) for pk in wanted}


def tally(designations: QuerySet[Designation], *, today: date) -> dict[int, FourHavesCounts]:
    """Return the counts of these designations by their collection; all of them are asked.

    The database groups by what is done, which is a handful of patterns; the table says what each is worth.
    """
    has = {f"has_{key}": Exists(_done(key)) for key in HAVES}
    is_past = Q(decree__announced_on__lt=late_if_announced_before(today, TERM))
    patterns = (
        designations.order_by()
        .annotate(**has, is_past=ExpressionWrapper(is_past, output_field=BooleanField()))
        .values_list("collection_id", "level", "is_past", *has)
        .annotate(Count("pk"))
    )
    counts: dict[int, Counter[HavesStanding]] = defaultdict(Counter)
    for collection, level, past, *flags, number in patterns:
        done = {key for key, flag in zip(HAVES, flags, strict=True) if flag}
        for kind in _standings(level, done, is_past=bool(past)):
            counts[collection][kind] += number
    return {
        collection: FourHavesCounts(*(found[kind] for kind in COUNTED))
        for collection, found in counts.items()
    }


def _standings(level: str, done: set[str], *, is_past: bool) -> Iterator[HavesStanding]:
    """Yield what a designation with these haves counts as."""
    owed = [duty for duty in DUTIES if level in duty.levels and duty.key in HAVES]
    lacked = [duty for duty in owed if duty.key not in done]
    if not lacked:
        yield HavesStanding.COMPLETE
        return
    yield HavesStanding.PARTLY if len(lacked) < len(owed) else HavesStanding.NONE
    if is_past and any(duty.years is not None for duty in lacked):
        yield HavesStanding.LATE


def _done(key: str) -> QuerySet[FulfilledDuty]:
    return FulfilledDuty.objects.filter(designation=OuterRef("pk"), duty=key)
