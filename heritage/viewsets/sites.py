"""Heritage sites in the officers' admin."""

import django_filters
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import Column, UpdatedAtColumn

from heritage.coverage.counted import counted_surveys
from heritage.models import HeritageSite
from heritage.models.sites import Recognition
from heritage.panels.sites import site_panels
from heritage.services.stepping import move_along
from heritage.viewsets.listing import RecordIndexView, StatusColumn, filters_of
from heritage.viewsets.placed import PlacedCreateView
from heritage.viewsets.records import RecordViewSet
from heritage.viewsets.site_edit import SiteEditView


class SiteFilterSet(filters_of(HeritageSite, "recognition")):
    surveyed = django_filters.BooleanFilter(
        label=pgettext_lazy("coverage", "Surveyed"), method="filter_surveyed"
    )

    def filter_surveyed(self, sites: QuerySet, name: str, is_surveyed: bool) -> QuerySet:
        """Whether a survey counts: one that is confirmed, and made before the plant was left."""
        seen = counted_surveys().values("site")
        return sites.filter(pk__in=seen) if is_surveyed else sites.exclude(pk__in=seen)


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


class SiteCreateView(PlacedCreateView):
    """A new record that its writer calls a lead is recorded as one in the same transaction."""

    def save_instance(self) -> HeritageSite:
        with transaction.atomic():
            site = super().save_instance()
            if self.form.cleaned_data["is_lead"]:
                move_along(subject=site, target=Recognition.CLUE, by=self.request.user)
                site.refresh_from_db(fields=["recognition", "recognition_until_confirmed"])
        return site


class SiteViewSet(RecordViewSet):
    model = HeritageSite
    icon = "site"
    menu_label = _("Heritage sites")
    menu_order = 100
    add_to_admin_menu = True
    index_view_class = SiteIndexView
    add_view_class = SiteCreateView
    edit_view_class = SiteEditView
    edit_template_name = "heritage/quality/edit_site.html"
    filterset_class = SiteFilterSet
    list_per_page = 50
    list_export = ["number", "name_zh", "name_en", "division", "period_text", "get_recognition_display"]
    export_filename = "heritage-sites"
    edit_handler = site_panels
