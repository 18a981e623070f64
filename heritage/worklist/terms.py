"""Investigations that are to end in a decision on recognition, where the installation sets a term."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _

from heritage.dashboard.scope import Desk
from heritage.lifecycles.recognition_term import last_application, last_working_day
from heritage.models import HeritageSite, RecognitionMove
from heritage.models.sites import Recognition
from heritage.worklist.dating import Span
from heritage.worklist.entries import Entry


def _rows(desk: Desk, span: Span, days: int) -> QuerySet[Any]:
    """Sites under investigation, `opened_on` so that the term ends on a day of the span."""
    opening = RecognitionMove.objects.filter(subject=OuterRef("pk"), to_state=Recognition.INVESTIGATING)
    opened_on = opening.order_by("-pk").values(day=Coalesce("happened_on", TruncDate("made_at")))[:1]
    rows = HeritageSite.objects.annotate(opened_on=Subquery(opened_on)).filter(
        recognition=Recognition.INVESTIGATING,
        collection_id__in=desk.collection_ids,
        opened_on__lte=last_application(span.until, days),
    )
    if span.since is None:
        return rows
    return rows.filter(opened_on__gt=last_application(span.since - timedelta(days=1), days))


def find_terms(desk: Desk, span: Span, most: int) -> list[Entry]:
    days = settings.HERITAGE_RECOGNITION_DAYS
    if not days:
        return []
    return [
        Entry(
            kind="terms",
            key=f"term-{row.pk}",
            title=str(row),
            number=row.number,
            words=_("The investigation is to end in a decision on recognition."),
            where=_("Recognition"),
            url=reverse("heritage_recognition", args=[row.pk]),
            collection_id=row.collection_id,
            of=("heritagesite", row.pk),
            due_on=last_working_day(row.opened_on, days),
        )
        for row in _rows(desk, span, days).order_by("opened_on", "pk")[:most]
    ]


def count_terms(desk: Desk, span: Span) -> int:
    days = settings.HERITAGE_RECOGNITION_DAYS
    return _rows(desk, span, days).count() if days else 0
