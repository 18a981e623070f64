"""The queues of a desk: what waits for the officer, what came back, and what happened meanwhile."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.utils import get_latest_str
from wagtail.models import TaskState, WorkflowState
from wagtail.permissions import policy_registry

from heritage.dashboard.scope import Desk
from heritage.lifecycles.rights import REVIEWING
from heritage.models import Designation, HeritageSite, Survey
from heritage.models.records import Record
from heritage.policies import readable
from heritage.record_kinds import RECORD_MODELS
from heritage.reports.designations import WAITING

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


def to_decide(desk: Desk) -> list[Record]:
    """Records at a level that is the officer's, the longest waiting first."""
    steps = TaskState.objects.reviewable_by(desk.user).order_by("started_at", "pk")[:ROWS]
    steps = steps.prefetch_related(
        "workflow_state__content_object__latest_revision__user",
        "workflow_state__content_object__division__parent__parent",
    )
    return [step.workflow_state.content_object for step in steps]


def to_confirm(desk: Desk) -> list[dict[str, Any]]:
    """Designations and surveys that a reviewer is to confirm, the oldest first."""
    policy = policy_registry.get_by_type(HeritageSite)
    within = policy.collections_user_has_any_permission_for(desk.user, REVIEWING.actions)
    ids = list(within.values_list("pk", flat=True))
    related = ("site__division__parent__parent",)
    designations = Designation.objects.filter(WAITING, collection_id__in=ids).select_related(
        *related, "scheme"
    )
    surveys = Survey.objects.filter(confirmed_on=None, collection_id__in=ids).select_related(*related)
    inspect = Survey.snippet_viewset.get_url_name("inspect")
    return [
        *(
            _row(designation, reverse("heritage_site_status", args=[designation.site_id]))
            for designation in designations.order_by("pk")[:ROWS]
        ),
        *(_row(survey, reverse(inspect, args=[survey.pk])) for survey in surveys.order_by("pk")[:ROWS]),
    ]


def _row(row: Designation | Survey, url: str) -> dict[str, Any]:
    return {
        "url": url,
        "kind": row._meta.verbose_name,
        "number": row.site.number,
        "name": str(row),
        "division": row.site.division,
    }


def returned(desk: Desk) -> list[Record]:
    """What the officer submitted and got back, the latest first."""
    states = WorkflowState.objects.filter(status=WorkflowState.STATUS_NEEDS_CHANGES, requested_by=desk.user)
    latest = states.order_by("-current_task_state__finished_at")[:ROWS]
    keys = [(state.base_content_type_id, int(state.object_id)) for state in latest]
    found = {
        (content_type.pk, record.pk): record
        for model, content_type in _content_types().items()
        for record in _readable(desk, model).filter(
            pk__in=[key for kind, key in keys if kind == content_type.pk]
        )
    }
    return [found[key] for key in keys if key in found]


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


def _content_types() -> dict[type[Record], ContentType]:
    return {
        model: ContentType.objects.get_for_model(model, for_concrete_model=False) for model in RECORD_MODELS
    }


def _each_kind(desk: Desk, where: Q, order: str) -> list[Record]:
    """The first records of every kind; of each no more than are shown."""
    found: list[Record] = []
    for model in RECORD_MODELS:
        rows = _readable(desk, model).filter(where, collection_id__in=desk.collection_ids)
        found += rows.order_by(order, "-pk")[:ROWS]
    return found


def _readable(desk: Desk, model: type[Record]) -> QuerySet[Record]:
    rows = readable(model._default_manager.all(), desk.user)
    return rows.select_related("latest_revision__user", "division__parent__parent")


def saved_at(record: Record) -> datetime:
    return record.latest_revision.created_at if record.latest_revision else record.created_at
