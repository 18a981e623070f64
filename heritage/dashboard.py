"""What an officer sees first: the work of her own division."""

from collections.abc import Iterable
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.admin.utils import get_latest_str
from wagtail.models import TaskState, WorkflowState
from wagtail.permissions import policy_registry

from heritage.lifecycles.rights import REVIEWING
from heritage.models import Designation, HeritageSite, Survey
from heritage.models.records import Record
from heritage.policies import may_read, readable
from heritage.record_kinds import RECORD_MODELS
from heritage.reports.designations import WAITING

ROWS = 10
LISTED = ("draft", "live")


class WorkPanel(Component):
    """Waiting for my approval, returned to me, drafts, newest published; each row leads to its record."""

    name = "work"
    order = 100
    template_name = "heritage/home/work.html"

    def get_context_data(self, parent_context) -> dict:
        user = parent_context["request"].user
        groups = {
            "in_progress": (_("Waiting for my approval"), _rows(_to_decide(user))),
            "to_confirm": (_("Waiting for confirmation"), _to_confirm(user)),
            "needs_changes": (_("Returned to me"), _rows(_returned(user))),
            "draft": (_("Drafts"), _rows(_drafts(user))),
            "live": (_("Newest published"), _rows(_newest(user))),
        }
        return {
            "listing_url": reverse(HeritageSite.snippet_viewset.get_url_name("list")),
            "groups": [
                {"key": key, "heading": heading, "rows": rows, "has_listing": key in LISTED}
                for key, (heading, rows) in groups.items()
            ],
        }


def _rows(records: Iterable[Record]) -> list[dict]:
    return [
        {
            "url": reverse(record.snippet_viewset.get_url_name("edit"), args=[record.pk]),
            "kind": record._meta.verbose_name,
            "number": record.shown_number,
            "name": get_latest_str(record),
        }
        for record in records
    ]


def _to_decide(user) -> list[Record]:
    steps = TaskState.objects.reviewable_by(user).order_by("started_at")[:ROWS]
    steps = steps.prefetch_related("workflow_state__content_object__latest_revision")
    return [step.workflow_state.content_object for step in steps]


def _to_confirm(user) -> list[dict]:
    """Designations and surveys that a reviewer is to confirm, the oldest first."""
    policy = policy_registry.get_by_type(HeritageSite)
    within = policy.collections_user_has_any_permission_for(user, REVIEWING.actions).values_list(
        "pk", flat=True
    )
    ids = list(within)
    designations = Designation.objects.filter(WAITING, collection_id__in=ids).select_related("site", "scheme")
    surveys = Survey.objects.filter(confirmed_on=None, collection_id__in=ids).select_related("site")
    inspect = Survey.snippet_viewset.get_url_name("inspect")
    return [
        *(
            _row(designation, reverse("heritage_site_status", args=[designation.site_id]))
            for designation in designations.order_by("pk")[:ROWS]
        ),
        *(_row(survey, reverse(inspect, args=[survey.pk])) for survey in surveys.order_by("pk")[:ROWS]),
    ]


def _row(row: Designation | Survey, url: str) -> dict:
    return {"url": url, "kind": row._meta.verbose_name, "number": row.site.number, "name": str(row)}


def _returned(user) -> list[Record]:
    states = WorkflowState.objects.filter(status=WorkflowState.STATUS_NEEDS_CHANGES, requested_by=user)
    states = states.order_by("-current_task_state__finished_at")[:ROWS]
    records = [state.content_object for state in states.prefetch_related("content_object__latest_revision")]
    return [record for record in records if isinstance(record, Record) and may_read(user, record)]


def _drafts(user) -> list[Record]:
    drafts = _each_kind(user, "-latest_revision__created_at", live=False)
    return sorted(drafts, key=_saved_at, reverse=True)[:ROWS]


def _newest(user) -> list[Record]:
    published = _each_kind(user, "-last_published_at", live=True, last_published_at__isnull=False)
    return sorted(published, key=lambda record: record.last_published_at, reverse=True)[:ROWS]


def _each_kind(user, order: str, **where) -> list[Record]:
    """The first records of every kind; of each no more than are shown."""
    found: list[Record] = []
    for model in RECORD_MODELS:
        records = readable(model._default_manager.filter(**where), user).select_related("latest_revision")
        found += records.order_by(order, "-pk")[:ROWS]
    return found


def _saved_at(record: Record) -> datetime:
    return record.latest_revision.created_at if record.latest_revision else record.created_at


def construct_homepage_panels(request: HttpRequest, panels: list) -> None:
    """Wagtail's panels speak of pages only, and one of them is not paginated."""
    panels[:] = [WorkPanel()]


def construct_homepage_summary(request: HttpRequest, items: list) -> None:
    """No totals of the whole installation."""
    items.clear()
