"""Old industrial areas, plans, receiving zones and enterprises in the officers' admin."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.admin.widgets import Button

from heritage.models import AreaPlan, Enterprise, IndustrialArea, ReceivingZone
from heritage.panels.relocation import area_panels, enterprise_panels, plan_panels, zone_panels
from heritage.viewsets.listing import GivenColumn, RecordIndexView, StatusColumn, YesNoColumn, filters_of
from heritage.viewsets.records import RecordEditView, RecordViewSet
from heritage.viewsets.scoping import ScopedIndexView, ScopedSnippetViewSet


class CoverageColumn(Column):
    """The way to what was surveyed of the area."""

    cell_template_name = "heritage/coverage/link_cell.html"


class AreaIndexView(RecordIndexView):
    list_display = [
        "name_zh",
        CoverageColumn("pk", label=_("Survey coverage")),
        Column("division", label=_("Division"), sort_key="division__code"),
        StatusColumn("status", label=_("Status")),
        UpdatedAtColumn(label=_("Last change")),
    ]


class AreaEditView(RecordEditView):
    @property
    def header_more_buttons(self) -> list[Button]:
        url = reverse("heritage_area_coverage", args=[self.object.pk])
        coverage = Button(_("Survey coverage"), url=url, icon_name="view", priority=5)
        return [coverage, *super().header_more_buttons]


class AreaViewSet(RecordViewSet):
    model = IndustrialArea
    icon = "site"
    menu_label = _("Old industrial areas")
    index_view_class = AreaIndexView
    edit_view_class = AreaEditView
    filterset_class = filters_of(IndustrialArea)
    list_per_page = 50
    list_export = ["name_zh", "name_en", "division"]
    export_filename = "industrial-areas"
    edit_handler = area_panels


class EnterpriseIndexView(RecordIndexView):
    list_display = [
        "name_zh",
        Column("division", label=_("Division"), sort_key="division__code"),
        Column("get_document_29_group_display", label=_("Document 29"), sort_key="document_29_group"),
        StatusColumn("status", label=_("Status")),
        UpdatedAtColumn(label=_("Last change")),
    ]


class EnterpriseViewSet(RecordViewSet):
    model = Enterprise
    icon = "user"
    menu_label = _("Enterprises")
    index_view_class = EnterpriseIndexView
    filterset_class = filters_of(Enterprise, "document_29_group")
    list_per_page = 50
    list_export = ["name_zh", "name_en", "division", "get_document_29_group_display"]
    export_filename = "enterprises"
    edit_handler = enterprise_panels


class PlanIndexView(ScopedIndexView):
    list_display = [
        "title",
        Column("area", label=_("Old industrial area")),
        GivenColumn("approved_on", label=_("Approved on"), sort_key="approved_on"),
    ]

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("area")


class PlanViewSet(ScopedSnippetViewSet):
    model = AreaPlan
    icon = "doc-full"
    menu_label = _("Area plans")
    index_view_class = PlanIndexView
    filterset_class = filters_of(AreaPlan)
    search_fields = ["title", "area__name_zh"]
    list_per_page = 50
    list_export = ["title", "area", "approved_on"]
    export_filename = "area-plans"
    edit_handler = plan_panels


class ZoneIndexView(ScopedIndexView):
    list_display = [
        "name_zh",
        Column("division", label=_("Division"), sort_key="division__code"),
        YesNoColumn("is_lawful_park", label=_("Lawful park"), sort_key="is_lawful_park"),
    ]

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("division__parent__parent")


class ZoneViewSet(ScopedSnippetViewSet):
    model = ReceivingZone
    icon = "login"
    menu_label = _("Receiving zones")
    index_view_class = ZoneIndexView
    filterset_class = filters_of(ReceivingZone, "is_lawful_park")
    search_fields = ["name_zh", "name_en"]
    list_per_page = 50
    list_export = ["name_zh", "name_en", "division", "is_lawful_park"]
    export_filename = "receiving-zones"
    edit_handler = zone_panels
