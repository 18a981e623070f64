"""All designations that the person may read, those that wait for confirmation first."""

import django_filters
from django.db.models import Q, QuerySet
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import policy_registry

from heritage.models import Designation, Scheme
from heritage.models.designations import IN_FORCE, SchemeStanding
from heritage.policies import readable
from heritage.roles import READING
from heritage.viewsets.listing import DivisionFilterSet, GivenColumn

WAITING = Q(confirmed_on=None) | ~Q(status_until_confirmed="")


class DesignationFilterSet(DivisionFilterSet):
    scheme = django_filters.ModelChoiceFilter(label=_("List"), queryset=Scheme.objects.all())
    standing = django_filters.ChoiceFilter(
        label=_("standing"), choices=SchemeStanding.choices, field_name="scheme__standing"
    )
    waiting = django_filters.BooleanFilter(label=_("Waiting for confirmation"), method="filter_waiting")

    in_force = django_filters.BooleanFilter(label=_("In force"), method="filter_in_force")

    class Meta:
        model = Designation
        fields = ["division", "scheme", "level", "status", "in_force", "waiting"]

    def filter_waiting(self, rows: QuerySet, name: str, is_waiting: bool) -> QuerySet:
        return rows.filter(WAITING) if is_waiting else rows.exclude(WAITING)

    def filter_in_force(self, rows: QuerySet, name: str, is_in_force: bool) -> QuerySet:
        """In force in any way: a part may be lost, or all of it moved."""
        return rows.filter(status__in=IN_FORCE) if is_in_force else rows.exclude(status__in=IN_FORCE)


def status_url_of(designation: Designation) -> str:
    return reverse("heritage_site_status", args=[designation.site_id])


class DesignationsView(ReportView):
    page_title = _("Designations")
    header_icon = "clipboard-list"
    index_url_name = "heritage_designations"
    index_results_url_name = "heritage_designations_results"
    filterset_class = DesignationFilterSet
    is_searchable = False
    any_permission_required = sorted(READING)
    columns = [
        TitleColumn("site", label=_("Heritage site"), accessor="site", get_url=status_url_of),
        Column("scheme", label=_("List"), accessor="scheme"),
        Column("level", label=_("Level"), accessor="get_level_display"),
        Column("status", label=_("Status"), accessor="get_status_display"),
        Column("name_as_listed", label=_("Name as listed")),
        GivenColumn("decree", label=_("Decree"), accessor="decree"),
        GivenColumn("confirmed_on", label=_("Confirmed")),
    ]
    list_export = [
        "site.number",
        "site",
        "scheme",
        "get_level_display",
        "get_status_display",
        "name_as_listed",
    ]
    export_headings = {
        "site.number": _("Number"),
        "site": _("Heritage site"),
        "scheme": _("List"),
        "get_level_display": _("Level"),
        "get_status_display": _("Status"),
        "name_as_listed": _("Name as listed"),
    }
    export_filename = "designations"

    @property
    def permission_policy(self):
        return policy_registry.get_by_type(Designation)

    def get_queryset(self) -> QuerySet[Designation]:
        rows = readable(Designation.objects.all(), self.request.user)
        return rows.select_related("site", "scheme", "decree").order_by("-pk")


class DesignationsMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return policy_registry.get_by_type(Designation).user_has_any_permission(request.user, READING)


def designations_menu_item() -> MenuItem:
    return DesignationsMenuItem(
        _("Designations"),
        reverse("heritage_designations"),
        name="designations",
        icon_name="clipboard-list",
        order=130,
    )


def designations_urls() -> list:
    return [
        path("designations/", DesignationsView.as_view(), name="heritage_designations"),
        path(
            "designations/results/",
            DesignationsView.as_view(results_only=True),
            name="heritage_designations_results",
        ),
    ]
