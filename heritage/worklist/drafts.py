"""Records that the officer began and left lying."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, QuerySet, Value
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from heritage.dashboard.scope import Desk
from heritage.models.records import Record
from heritage.record_kinds import RECORD_MODELS
from heritage.worklist.dating import Span
from heritage.worklist.entries import Entry
from heritage.worklist.records import record_entry

OLD = timedelta(days=14)
KINDS: tuple[type[Record], ...] = RECORD_MODELS


def _old_drafts(desk: Desk) -> QuerySet:
    """Kind, key and day of the drafts that the officer saved last, two weeks ago or earlier."""
    kinds = []
    for position, model in enumerate(KINDS):
        content_type = ContentType.objects.get_for_model(model, for_concrete_model=False)
        in_approval = WorkflowState.objects.active().filter(base_content_type=content_type)
        keys = in_approval.annotate(key=Cast("object_id", BigIntegerField())).order_by().values("key")
        rows = desk.readable(model).filter(
            live=False,
            latest_revision__user=desk.user,
            latest_revision__created_at__lte=timezone.now() - OLD,
        )
        rows = rows.exclude(pk__in=keys).annotate(position=Value(position)).order_by()
        kinds.append(rows.values_list("position", "pk", "latest_revision__created_at"))
    return kinds[0].union(*kinds[1:], all=True)


def find_old_drafts(desk: Desk, span: Span, most: int) -> list[Entry]:
    rows = list(_old_drafts(desk).order_by("latest_revision__created_at", "pk")[:most])
    records: dict[tuple[int, int], Record] = {}
    for position, model in enumerate(KINDS):
        pks = [pk for of, pk, _saved_at in rows if of == position]
        records |= {(position, record.pk): record for record in _read(model, pks)}
    return [
        record_entry(
            records[position, pk],
            "drafts",
            f"draft-{KINDS[position]._meta.model_name}-{pk}",
            since=saved_at,
            words=_("Draft, not submitted since it was last saved."),
            where=_("Edit"),
        )
        for position, pk, saved_at in rows
    ]


def _read(model: type[Record], pks: list[int]) -> QuerySet[Record]:
    return model._default_manager.filter(pk__in=pks).select_related("latest_revision")


def count_old_drafts(desk: Desk, span: Span) -> int:
    return _old_drafts(desk).count()
