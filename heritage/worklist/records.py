"""Records that wait for the officer: submitted to her, returned to her."""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Q, QuerySet
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_latest_str
from wagtail.models import TaskState, WorkflowState

from heritage.dashboard.scope import Desk
from heritage.models.records import Record
from heritage.record_kinds import RECORD_MODELS
from heritage.worklist.dating import Span
from heritage.worklist.entries import Entry


def find_to_review(desk: Desk, span: Span, most: int) -> list[Entry]:
    """Records at a level that is the officer's, the longest waiting first."""
    steps = TaskState.objects.reviewable_by(desk.user).order_by("started_at", "pk")[:most]
    steps = steps.select_related("workflow_state__requested_by", "task").prefetch_related(
        "workflow_state__content_object__latest_revision"
    )
    return [
        record_entry(
            step.workflow_state.content_object,
            "review",
            f"review-{step.pk}",
            since=step.started_at,
            words=_("%(step)s; submitted by %(who)s")
            % {"step": step.task.name, "who": step.workflow_state.requested_by or "—"},
            where=_("Review"),
        )
        for step in steps
    ]


def count_to_review(desk: Desk, span: Span) -> int:
    return TaskState.objects.reviewable_by(desk.user).count()


def _returned(desk: Desk) -> QuerySet[WorkflowState]:
    """What the officer submitted and got back, among the records that she may still read."""
    mine = WorkflowState.objects.filter(status=WorkflowState.STATUS_NEEDS_CHANGES, requested_by=desk.user)
    in_reach = Q()
    for model in RECORD_MODELS:
        records = desk.readable(model).order_by().values("pk")
        kind = ContentType.objects.get_for_model(model, for_concrete_model=False)
        in_reach |= Q(base_content_type=kind, key__in=records)
    return mine.annotate(key=Cast("object_id", BigIntegerField())).filter(in_reach)


def find_returned(desk: Desk, span: Span, most: int) -> list[Entry]:
    states = (
        _returned(desk)
        .select_related("current_task_state")
        .prefetch_related("content_object__latest_revision")
        .order_by("-current_task_state__finished_at", "-pk")[:most]
    )
    return [
        record_entry(
            state.content_object,
            "returned",
            f"returned-{state.current_task_state_id}",
            since=state.current_task_state.finished_at,
            words=state.current_task_state.comment or _("Returned without a reason."),
            where=_("Edit"),
        )
        for state in states
    ]


def count_returned(desk: Desk, span: Span) -> int:
    return _returned(desk).count()


def record_entry(record: Record, kind: str, key: str, *, since: datetime, words: str, where: str) -> Entry:
    """Return a line about a record, under the name that its newest draft has."""
    return Entry(
        kind=kind,
        key=key,
        title=get_latest_str(record),
        number=record.shown_number,
        words=f"{record._meta.verbose_name}。{words}",
        where=where,
        url=reverse(record.snippet_viewset.get_url_name("edit"), args=[record.pk]),
        collection_id=record.collection_id,
        of=(str(record._meta.model_name), record.pk),
        since=timezone.localdate(since),
    )
