"""Which designations are asked for the four haves, and which of them each has, as the database sees it."""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import OuterRef, Q, QuerySet, Subquery

from heritage.lifecycles.duties import DUTIES, HAVES, Duty, late_if_announced_before
from heritage.lifecycles.status import GRADES
from heritage.models import Designation, FulfilledDuty
from heritage.models.designations import IN_FORCE, SchemeStanding

NOTHING = Q(pk__in=[])


def asked(designations: QuerySet[Designation]) -> QuerySet[Designation]:
    """Narrow to those in force as a relic of a known level: what was superseded is asked for nothing.

    Confirmed or not: the announcement obliges, not our confirmation of it.
    """
    return designations.filter(
        scheme__standing=SchemeStanding.RELIC, status__in=IN_FORCE, level__in=list(GRADES)
    )


def is_asked(designation: Designation) -> bool:
    """Say the same of one row, whose scheme is read."""
    return (
        designation.scheme.standing == SchemeStanding.RELIC
        and designation.status in IN_FORCE
        and designation.level in GRADES
    )


def with_done(designations: QuerySet[Designation], keys: Iterable[str] = HAVES) -> QuerySet[Designation]:
    """Annotate `done_<duty>`: the first day on which each duty was done, None where it was not."""
    done = FulfilledDuty.objects.filter(designation=OuterRef("pk")).order_by("done_on", "pk")
    return designations.annotate(
        **{f"done_{key}": Subquery(done.filter(duty=key).values("done_on")[:1]) for key in keys}
    )


def missing(duty: Duty) -> Q:
    """Return where a duty is owed and not done, of rows that `with_done` has annotated."""
    return Q(level__in=list(duty.levels), **{f"done_{duty.key}__isnull": True})


def lacking(*keys: str) -> Q:
    """Return where any of these duties is owed and not done."""
    return _any(missing(duty) for duty in DUTIES if duty.key in keys)


def late(today: date, *keys: str) -> Q:
    """Return where any of these duties is not done and its last day is past."""
    return _any(
        missing(duty) & Q(decree__announced_on__lt=late_if_announced_before(today, duty.years))
        for duty in DUTIES
        if duty.key in keys and duty.years is not None
    )


def having_any() -> Q:
    """Return where at least one of the haves that are owed is done."""
    return _any(
        Q(level__in=list(duty.levels), **{f"done_{duty.key}__isnull": False})
        for duty in DUTIES
        if duty.key in HAVES
    )


def _any(conditions: Iterable[Q]) -> Q:
    """Join by or; nothing joined is nothing found."""
    return reduce(or_, conditions, NOTHING)
