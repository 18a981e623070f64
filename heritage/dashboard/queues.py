"""What lies and what happens in the divisions of a desk: drafts, changes by others, what was published."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.utils import get_latest_str

from heritage.dashboard.scope import Desk
from heritage.models.records import Record
from heritage.record_kinds import RECORD_MODELS

ROWS = 10
RECENT = timedelta(days=30)


def rows_of(records: Iterable[Record]) -> list[dict[str, Any]]:
    return [
        {
            "url": reverse(record.snippet_viewset.get_url_name("edit"), args=[record.pk]),
            "kind": record._meta.verbose_name,
            "number": record.shown_number,
            "name": get_latest_str(record),
            "division": record.division,
            "saved_by": record.latest_revision.user if record.latest_revision else None,
            "saved_at": saved_at(record),
        }
        for record in records
    ]


def drafts(desk: Desk) -> list[Record]:
    """Records that were never public, the last saved first."""
    found = _each_kind(desk, Q(live=False), "-latest_revision__created_at")
    return sorted(found, key=saved_at, reverse=True)[:ROWS]


def newest(desk: Desk) -> list[Record]:
    """Records that are public, the last published first."""
    published = _each_kind(desk, Q(live=True, last_published_at__isnull=False), "-last_published_at")
    return sorted(published, key=lambda record: record.last_published_at, reverse=True)[:ROWS]


def changed_by_others(desk: Desk) -> list[Record]:
    """Records that a colleague saved last, in the past month, the latest first."""
    by_others = Q(
        latest_revision__created_at__gte=timezone.now() - RECENT, latest_revision__user__isnull=False
    ) & ~Q(latest_revision__user=desk.user)
    return sorted(_each_kind(desk, by_others, "-latest_revision__created_at"), key=saved_at, reverse=True)[
        :ROWS
    ]


def _each_kind(desk: Desk, where: Q, order: str) -> list[Record]:
    """The first records of every kind; of each no more than are shown."""
    found: list[Record] = []
    for model in RECORD_MODELS:
        rows = _readable(desk, model).filter(where, collection_id__in=desk.collection_ids)
        found += rows.order_by(order, "-pk")[:ROWS]
    return found


def _readable(desk: Desk, model: type[Record]) -> QuerySet[Record]:
    return desk.readable(model).select_related("latest_revision__user", "division__parent__parent")


def saved_at(record: Record) -> datetime:
    return record.latest_revision.created_at if record.latest_revision else record.created_at
