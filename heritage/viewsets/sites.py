"""Heritage sites in the officers' admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, UpdatedAtColumn

from heritage.models import HeritageSite
from heritage.panels.sites import site_panels
from heritage.viewsets.listing import RecordIndexView, StatusColumn, filters_of
from heritage.viewsets.placed import PlacedCreateView, PlacedEditView
from heritage.viewsets.records import RecordViewSet


class SiteIndexView(RecordIndexView):
    list_display = [
        "name_zh",
        Column("number", label=_("Number"), sort_key="number"),
        Column("division", label=_("Division"), sort_key="division__code"),
        Column("period_text", label=_("Dating"), sort_key="earliest_on"),
        StatusColumn("status", label=_("Status")),
        UpdatedAtColumn(label=_("Last change")),
    ]

    def get_base_queryset(self):
        return super().get_base_queryset().defer("values_note", "typed_shape", "shape")


class SiteViewSet(RecordViewSet):
    model = HeritageSite
    icon = "site"
    menu_label = _("Heritage sites")
    menu_order = 100
    add_to_admin_menu = True
    index_view_class = SiteIndexView
    add_view_class = PlacedCreateView
    edit_view_class = PlacedEditView
    filterset_class = filters_of(HeritageSite, "recognition")
    list_per_page = 50
    list_export = ["number", "name_zh", "name_en", "division", "period_text", "get_recognition_display"]
    export_filename = "heritage-sites"
    edit_handler = site_panels
