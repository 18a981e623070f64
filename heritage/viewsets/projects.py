"""Heritage projects and the works beside them in the officers' admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, UpdatedAtColumn

from heritage.models import HeritageProject, RedevelopmentProject, RemediationProject
from heritage.panels.projects import project_panels, redevelopment_panels, remediation_panels
from heritage.viewsets.listing import GivenColumn, RecordIndexView, StatusColumn, filters_of
from heritage.viewsets.records import RecordViewSet
from heritage.viewsets.scoping import ScopedIndexView, ScopedSnippetViewSet


class ProjectIndexView(RecordIndexView):
    list_display = [
        "name_zh",
        Column("get_kind_display", label=_("Kind"), sort_key="kind"),
        Column("division", label=_("Division"), sort_key="division__code"),
        StatusColumn("status", label=_("Status")),
        UpdatedAtColumn(label=_("Last change")),
    ]


class ProjectViewSet(RecordViewSet):
    model = HeritageProject
    icon = "folder-open-inverse"
    menu_label = _("Heritage projects")
    index_view_class = ProjectIndexView
    filterset_class = filters_of(HeritageProject, "kind")
    list_per_page = 50
    list_export = ["name_zh", "name_en", "get_kind_display", "division"]
    export_filename = "heritage-projects"
    edit_handler = project_panels


class WorksIndexView(ScopedIndexView):
    list_display = [
        "name_zh",
        Column("division", label=_("Division"), sort_key="division__code"),
        GivenColumn("area", label=_("Old industrial area")),
    ]

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("division__parent__parent", "area")


class WorksViewSet(ScopedSnippetViewSet):
    """What the lists of both kinds of works have in common."""

    icon = "cog"
    index_view_class = WorksIndexView
    search_fields = ["name_zh", "name_en"]
    list_per_page = 50
    list_export = ["name_zh", "name_en", "division", "area"]


class RemediationViewSet(WorksViewSet):
    model = RemediationProject
    menu_label = _("Remediation projects")
    filterset_class = filters_of(RemediationProject, "kind")
    export_filename = "remediation-projects"
    edit_handler = remediation_panels


class RedevelopmentViewSet(WorksViewSet):
    model = RedevelopmentProject
    menu_label = _("Redevelopment projects")
    filterset_class = filters_of(RedevelopmentProject)
    export_filename = "redevelopment-projects"
    edit_handler = redevelopment_panels
