"""Components (核心物项) in the officers' admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, UpdatedAtColumn

from heritage.models import Component
from heritage.panels.components import component_panels
from heritage.policies import keys_among
from heritage.viewsets.intervention_fates import destiny_told_by
from heritage.viewsets.listing import RecordIndexView, StatusColumn, filters_of
from heritage.viewsets.placed import PlacedCreateView, PlacedEditView
from heritage.viewsets.prefilled import PrefilledMixin
from heritage.viewsets.records import RecordViewSet


class ComponentIndexView(RecordIndexView):
    list_display = [
        "name_zh",
        Column("site", label=_("Heritage site"), sort_key="site"),
        Column("get_kind_display", label=_("Kind"), sort_key="kind"),
        Column("get_destiny_display", label=_("What became of it"), sort_key="destiny"),
        StatusColumn("status", label=_("Status")),
        UpdatedAtColumn(label=_("Last change")),
    ]

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("site").defer("typed_shape", "shape")


class ComponentCreateView(PrefilledMixin, PlacedCreateView):
    pass


class ComponentEditView(PlacedEditView):
    """Reads `?intervention=`: what the officer came to record is filled in, and hers to save or to change."""

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        keys = keys_among([self.request.GET.get("intervention", "")])
        approvals = form.fields["approved_by"].queryset if self.request.method == "GET" else None
        if approvals is not None and (intervention := approvals.filter(pk__in=keys).first()):
            form.initial |= destiny_told_by(intervention)
        return form


class ComponentViewSet(RecordViewSet):
    model = Component
    icon = "cogs"
    menu_label = _("Components")
    menu_order = 110
    add_to_admin_menu = True
    index_view_class = ComponentIndexView
    add_view_class = ComponentCreateView
    edit_view_class = ComponentEditView
    filterset_class = filters_of(Component, "kind", "destiny")
    list_per_page = 50
    list_export = ["name_zh", "name_en", "site.number", "site", "get_kind_display", "get_destiny_display"]
    export_filename = "components"
    edit_handler = component_panels
