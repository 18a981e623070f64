"""The report of approvals, in place of Wagtail's own, which shows those of every division."""

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UserColumn
from wagtail.admin.utils import get_latest_str
from wagtail.admin.views.reports import ReportView
from wagtail.models import WorkflowState
from wagtail.permissions import policy_registry

from heritage.models import HeritageSite
from heritage.policies import readable
from heritage.record_kinds import RECORD_MODELS
from heritage.roles import READING


class ApprovalFilterSet(WagtailFilterSet):
    status = django_filters.ChoiceFilter(label=_("Status"), choices=WorkflowState.STATUS_CHOICES)

    class Meta:
        model = WorkflowState
        fields = ["status"]


def title_of(state: WorkflowState) -> str:
    return get_latest_str(state.content_object)


def edit_url_of(state: WorkflowState) -> str:
    record = state.content_object
    return reverse(record.snippet_viewset.get_url_name("edit"), args=[record.pk])


def kind_of(state: WorkflowState) -> str:
    return state.content_object._meta.verbose_name


class ApprovalsView(ReportView):
    """Approvals of the records that the person may read, newest first; exported as shown."""

    page_title = _("Approvals")
    header_icon = "tasks"
    index_url_name = "heritage_approvals"
    index_results_url_name = "heritage_approvals_results"
    filterset_class = ApprovalFilterSet
    is_searchable = False
    any_permission_required = sorted(READING)
    columns = [
        TitleColumn("title", label=_("Record"), accessor=title_of, get_url=edit_url_of),
        Column("kind", label=_("Kind"), accessor=kind_of),
        Column("number", label=_("Number"), accessor="content_object.shown_number"),
        Column("status", label=_("Status"), accessor="get_status_display"),
        Column("step", label=_("Step"), accessor="current_task_state.task.name"),
        UserColumn("requested_by", label=_("Submitted by")),
        DateColumn("created_at", label=_("Started")),
    ]
    list_export = [
        "content_object.shown_number",
        "content_object.latest_revision.object_str",
        "get_status_display",
        "created_at",
    ]
    export_headings = {
        "content_object.shown_number": _("Number"),
        "content_object.latest_revision.object_str": _("Name"),
        "get_status_display": _("Status"),
        "created_at": _("Started"),
    }
    export_filename = "approvals"

    @property
    def permission_policy(self):
        return policy_registry.get_by_type(HeritageSite)

    def get_queryset(self) -> QuerySet[WorkflowState]:
        of_readable = Q()
        for model in RECORD_MODELS:
            records = readable(model._default_manager.all(), self.request.user)
            of_readable |= Q(
                base_content_type=ContentType.objects.get_for_model(model, for_concrete_model=False),
                object_id__in=records.annotate(key=Cast("pk", CharField())).order_by().values("key"),
            )
        return (
            WorkflowState.objects.filter(of_readable)
            .select_related("requested_by__wagtail_userprofile", "current_task_state__task")
            .prefetch_related("content_object__latest_revision")
            .order_by("-created_at", "-pk")
        )


class ApprovalsMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return policy_registry.get_by_type(HeritageSite).user_has_any_permission(request.user, READING)


def approvals_menu_item() -> MenuItem:
    return ApprovalsMenuItem(
        _("Approvals"), reverse("heritage_approvals"), name="approvals", icon_name="tasks", order=165
    )


def approvals_urls() -> list:
    return [
        path("approvals/", ApprovalsView.as_view(), name="heritage_approvals"),
        path(
            "approvals/results/", ApprovalsView.as_view(results_only=True), name="heritage_approvals_results"
        ),
    ]
