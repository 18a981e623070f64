"""Reads the evidence of any number of designations in one query."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from heritage.four_haves.asked import is_asked
from heritage.four_haves.readings import DutyEvidence, DutyReading, read_duties
from heritage.lifecycles.duties import FILING
from heritage.models import Designation, FulfilledDuty


def duties_of(
    designations: Iterable[Designation], *, today: date | None = None
) -> dict[int, tuple[DutyReading, ...]]:
    """Return the duties of each designation by its key; none for what is asked for nothing.

    Designations come with their scheme and decree.
    """
    rows = list(designations)
    day = today or timezone.localdate()
    evidence = evidence_of(row for row in rows if is_asked(row))
    return {row.pk: read_duties(evidence[row.pk], today=day) if row.pk in evidence else () for row in rows}


def evidence_of(designations: Iterable[Designation]) -> dict[int, DutyEvidence]:
    """Return the evidence of each designation by its key, the earliest row of a duty first."""
    rows = list(designations)
    done: dict[int, dict[str, tuple[FulfilledDuty, ...]]] = defaultdict(dict)
    fulfilled = FulfilledDuty.objects.filter(designation__in=[row.pk for row in rows])
    for duty in fulfilled.select_related("file", "zone", "recorded_by").order_by("done_on", "pk"):
        of_row = done[duty.designation_id]
        of_row[duty.duty] = (*of_row.get(duty.duty, ()), duty)
    return {row.pk: _evidence(row, done[row.pk]) for row in rows}


def _evidence(designation: Designation, rows: dict[str, tuple[FulfilledDuty, ...]]) -> DutyEvidence:
    done_on = filed(designation) | {key: found[0].done_on for key, found in rows.items()}
    announced_on = designation.decree.announced_on if designation.decree else None
    return DutyEvidence(designation.level, announced_on, done_on, rows)


def filed(designation: Designation) -> dict[str, date]:
    """Return the filing that the decree itself tells, if it does."""
    filed_on = designation.decree.filed_on if designation.decree else None
    return {FILING: filed_on} if filed_on else {}
