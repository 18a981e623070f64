"""The fifteen tasks of Document 29's annex with their departments: reference, read by administrators."""

from django.db.models import Prefetch, QuerySet
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView

from heritage.models import PolicyTask, PolicyTaskDepartment
from heritage.viewsets.listing import YesNoColumn


def departments_of(task: PolicyTask) -> str:
    """The departments in the order of the annex: the first leads."""
    return "、".join(str(row) for row in task.department_rows.all())


class PolicyTasksView(ReportView):
    page_title = _("Tasks of Document 29")
    header_icon = "list-ol"
    index_url_name = "heritage_policy_tasks"
    index_results_url_name = "heritage_policy_tasks_results"
    is_searchable = False
    columns = [
        Column("number", label=_("Number")),
        Column("title_zh", label=_("Task")),
        Column("departments", label=_("Departments"), accessor=departments_of),
        YesNoColumn("is_heritage_relevant", label=_("Concerns heritage")),
    ]
    list_export = ["number", "title_zh", "is_heritage_relevant"]
    export_filename = "policy-tasks"

    def user_has_any_permission(self, permissions) -> bool:
        return self.request.user.is_active and self.request.user.is_superuser

    any_permission_required = ["view"]

    def get_queryset(self) -> QuerySet[PolicyTask]:
        departments = PolicyTaskDepartment.objects.select_related("organisation")
        return PolicyTask.objects.prefetch_related(Prefetch("department_rows", departments))


def policy_tasks_menu_item() -> MenuItem:
    return MenuItem(
        _("Tasks of Document 29"), reverse("heritage_policy_tasks"), name="policy-tasks", icon_name="list-ol"
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
