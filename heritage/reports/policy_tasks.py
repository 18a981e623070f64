"""The fifteen tasks of Document 29's annex with their departments and what was last noted of each."""

from django.db.models import DateField, F, OuterRef, Prefetch, QuerySet, Subquery, TextField, Value
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import policy_registry

from heritage.models import HeritageSite, PolicyProgress, PolicyTask, PolicyTaskDepartment
from heritage.roles import READING
from heritage.services.noting_progress import may_read_progress
from heritage.viewsets.listing import GivenColumn, YesNoColumn


def task_url_of(task: PolicyTask) -> str:
    return reverse("heritage_policy_task", args=[task.pk])


class PolicyTasksView(ReportView):
    """Read by every officer; what was noted, by officers of real divisions."""

    page_title = _("Tasks of Document 29")
    header_icon = "list-ol"
    index_url_name = "heritage_policy_tasks"
    index_results_url_name = "heritage_policy_tasks_results"
    is_searchable = False
    any_permission_required = sorted(READING)
    columns = [
        Column("number", label=_("Number")),
        TitleColumn("title_zh", label=_("Task"), get_url=task_url_of),
        Column("departments", label=_("Departments"), accessor="department_names"),
        YesNoColumn("is_heritage_relevant", label=_("Concerns heritage")),
        GivenColumn("last_noted_on", label=_("Last progress")),
        GivenColumn("last_words", label=_("Progress")),
    ]
    list_export = [
        "number",
        "title_zh",
        "department_names",
        "is_heritage_relevant",
        "last_noted_on",
        "last_words",
    ]
    export_headings = {
        "number": _("Number"),
        "title_zh": _("Task"),
        "department_names": _("Departments"),
        "is_heritage_relevant": _("Concerns heritage"),
        "last_noted_on": _("Last progress"),
        "last_words": _("Progress"),
    }
    export_filename = "policy-tasks"

    @property
    def permission_policy(self):
        return policy_registry.get_by_type(HeritageSite)

    def get_queryset(self) -> QuerySet[PolicyTask]:
        departments = PolicyTaskDepartment.objects.select_related("organisation__successor__successor")
        tasks = PolicyTask.objects.prefetch_related(Prefetch("department_rows", departments))
        if not may_read_progress(self.request.user):
            return tasks.annotate(
                last_noted_on=Value(None, output_field=DateField()),
                last_words=Value(None, output_field=TextField()),
            )
        latest = PolicyProgress.objects.filter(task=OuterRef("pk")).order_by("-noted_on", "-pk")
        return tasks.annotate(
            last_noted_on=Subquery(latest.values("noted_on")[:1]),
            last_words=Subquery(latest.values("words")[:1]),
        ).order_by(F("number"))


class PolicyTasksMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return policy_registry.get_by_type(HeritageSite).user_has_any_permission(request.user, READING)


def policy_tasks_menu_item() -> MenuItem:
    return PolicyTasksMenuItem(
        _("Tasks of Document 29"),
        reverse("heritage_policy_tasks"),
        name="policy-tasks",
        icon_name="list-ol",
        order=168,
    )


def policy_tasks_urls() -> list:
    return [
        path("policy-tasks/", PolicyTasksView.as_view(), name="heritage_policy_tasks"),
        path(
            "policy-tasks/results/",
            PolicyTasksView.as_view(results_only=True),
            name="heritage_policy_tasks_results",
        ),
    ]
