"""Old industrial areas, plans, receiving zones, enterprises and relocation cases in the officers' admin."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, UpdatedAtColumn

from heritage.gates import alarms_of, evidence_of, read_gates
from heritage.models import AreaPlan, Enterprise, IndustrialArea, ReceivingZone, RelocationCase
from heritage.panels.relocation import area_panels, case_panels, enterprise_panels, plan_panels, zone_panels
from heritage.viewsets.listing import GivenColumn, RecordIndexView, StatusColumn, YesNoColumn, filters_of
from heritage.viewsets.reading import ReadingView
from heritage.viewsets.records import RecordViewSet
from heritage.viewsets.scoping import ScopedIndexView, ScopedSnippetViewSet


class AreaIndexView(RecordIndexView):
    list_display = [
        "name_zh",
        Column("division", label=_("Division"), sort_key="division__code"),
        StatusColumn("status", label=_("Status")),
        UpdatedAtColumn(label=_("Last change")),
    ]


class AreaViewSet(RecordViewSet):
    model = IndustrialArea
    icon = "site"
    menu_label = _("Old industrial areas")
    index_view_class = AreaIndexView
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


class GatesColumn(Column):
    """The gates of a case, drawn and in words, and the steps that ring; read for the whole page at once."""

    cell_template_name = "heritage/relocation/gates_cell.html"

    def get_value(self, instance) -> dict:
        gates = read_gates(instance.evidence)
        alarms = alarms_of(
            instance.evidence,
            gates,
            today=timezone.localdate(),
            warning_days=settings.HERITAGE_GATE_WARNING_DAYS,
        )
        return {"gates": gates, "alarms": alarms}


class CaseIndexView(ScopedIndexView):
    list_display = [
        "__str__",
        GatesColumn("gates", label=_("Gates")),
        Column("get_stage_display", label=_("Stage"), sort_key="stage"),
        Column("get_mode_display", label=_("Mode"), sort_key="mode"),
        GivenColumn("from_area", label=_("From")),
        GivenColumn("to_zone", label=_("To")),
    ]

    def get_base_queryset(self):
        cases = super().get_base_queryset()
        return cases.select_related("enterprise", "from_area", "to_zone", "receiving_collection")

    def get_table(self, object_list):
        cases = list(object_list)
        evidence = evidence_of(cases, reader=self.request.user)
        for case in cases:
            case.evidence = evidence[case.pk]
        return super().get_table(cases)

    def get_edit_url(self, instance) -> str | None:
        """The list leads to the page of the case, at both of its ends."""
        return reverse("heritage_case", args=[instance.pk])


class CaseInspectView(ReadingView):
    """Open at both ends: whoever may read the case was let in before, by the scope."""

    any_permission_required = None


class CaseViewSet(ScopedSnippetViewSet):
    model = RelocationCase
    icon = "redirect"
    menu_label = _("Relocation cases")
    index_view_class = CaseIndexView
    index_template_name = "heritage/relocation/cases.html"
    inspect_view_class = CaseInspectView
    inspect_view_enabled = True
    inspect_view_fields = ["enterprise", "from_area", "to_zone", "mode", "stage", "is_risky_trade", "note"]
    filterset_class = filters_of(RelocationCase, "mode", "stage")
    search_fields = ["enterprise__name_zh", "from_area__name_zh", "to_zone__name_zh"]
    list_per_page = 50
    list_export = ["enterprise", "from_area", "to_zone", "get_mode_display", "get_stage_display"]
    export_filename = "relocation-cases"
    edit_handler = case_panels
