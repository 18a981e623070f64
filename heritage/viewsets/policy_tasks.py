"""The page of one task of Document 29: its departments, its projects, its progress, and land where asked."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permissions import policy_registry

from accounts.models import User
from heritage.forms.policy_progress import ProgressForm
from heritage.models import HeritageProject, HeritageSite, PolicyTask
from heritage.policies import readable
from heritage.roles import READING
from heritage.services.noting_progress import may_note_progress, may_read_progress
from heritage.viewsets.policy_land import LAND_TASK, land_asked_for
from media.models import Attachment


class PolicyTaskView(WagtailAdminTemplateMixin, PermissionCheckedMixin, TemplateView):
    """Read by every officer; reviewers and administrators of the province add notes."""

    header_icon = "list-ol"
    template_name = "heritage/policy/task.html"
    any_permission_required = sorted(READING)

    @property
    def permission_policy(self):
        return policy_registry.get_by_type(HeritageSite)

    @property
    def officer(self) -> User:
        return cast(User, self.request.user)

    def dispatch(self, request: HttpRequest, *args, **kwargs):
        self.task = get_object_or_404(PolicyTask, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return _now("Task %(number)s of Document 29") % {"number": self.task.number}

    def get_breadcrumbs_items(self) -> list[dict]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("heritage_policy_tasks"), "label": _("Tasks of Document 29")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_form(self) -> ProgressForm:
        given = self.request.POST if self.request.method == "POST" else None
        return ProgressForm(given, task=self.task, for_user=self.officer)

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        form = kwargs.get("form") or self.get_form()
        projects = self.task.projects.order_by("pk")
        shown = readable(HeritageProject.objects.filter(pk__in=projects), self.officer)
        may_note = may_note_progress(self.officer)
        return super().get_context_data(**kwargs) | {
            "task": self.task,
            "departments": self.task.department_rows.select_related("organisation__successor__successor"),
            "projects": [(row, _edit_url(row)) for row in shown],
            "other_projects": projects.count() - len(shown),
            "may_read": may_read_progress(self.officer),
            "notes": self._notes(),
            "land": land_asked_for(self.officer) if self.task.number == LAND_TASK else None,
            "form": form if may_note else None,
            "media": form.media if may_note else "",
        }

    def _notes(self) -> list[tuple[Any, bool]]:
        """Every note, the latest first, and whether the reader may open its file."""
        if not may_read_progress(self.officer):
            return []
        notes = list(self.task.progress.select_related("noted_by", "file"))
        files = Attachment.objects.filter(pk__in=[note.file_id for note in notes if note.file_id])
        mine = set(readable(files, self.officer).values_list("pk", flat=True))
        return [(note, note.file_id in mine) for note in notes]

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = self.get_form()
        if form.is_valid():
            form.carry_out(by=self.officer)
            messages.success(request, _now("The progress is noted."))
            return redirect("heritage_policy_task", self.task.pk)
        return self.render_to_response(self.get_context_data(form=form))


def _edit_url(project: HeritageProject) -> str:
    return reverse(project.snippet_viewset.get_url_name("edit"), args=[project.pk])


def policy_task_urls() -> list[URLPattern]:
    return [path("policy-tasks/<int:pk>/", PolicyTaskView.as_view(), name="heritage_policy_task")]
