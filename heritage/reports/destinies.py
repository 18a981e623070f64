"""Destinies: every component with what became of it, by which approval, who has it, and by which receipt."""

import django_filters
from django.db.models import F, Q, QuerySet
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.permissions import policy_registry

from heritage.models import Component
from heritage.models.components import Destiny
from heritage.policies import readable
from heritage.reports.exporting import ExportedReportView
from heritage.roles import READING
from heritage.viewsets.listing import DivisionFilterSet, GivenColumn

#: What nobody may do without an approval, and what somebody else must have received.
GONE = (Destiny.MOVED, Destiny.DISMANTLED, Destiny.LOST)
HANDED_OVER = (Destiny.MOVED, Destiny.DISMANTLED)
WITHOUT_APPROVAL = Q(destiny__in=GONE, approved_by=None)
WITHOUT_RECEIPT = Q(destiny__in=HANDED_OVER, receipt=None)


class DestinyFilterSet(DivisionFilterSet):
    destiny = django_filters.MultipleChoiceFilter(label=_("What became of it"), choices=Destiny.choices)
    no_approval = django_filters.BooleanFilter(label=_("Approval missing"), method="filter_approval")
    no_receipt = django_filters.BooleanFilter(label=_("Receipt missing"), method="filter_receipt")

    class Meta:
        model = Component
        fields = ["division", "destiny", "no_approval", "no_receipt"]

    def filter_approval(self, rows: QuerySet, name: str, is_missing: bool) -> QuerySet:
        return rows.filter(WITHOUT_APPROVAL) if is_missing else rows.exclude(WITHOUT_APPROVAL)

    def filter_receipt(self, rows: QuerySet, name: str, is_missing: bool) -> QuerySet:
        return rows.filter(WITHOUT_RECEIPT) if is_missing else rows.exclude(WITHOUT_RECEIPT)


def form_of(component: Component) -> str:
    return reverse(component.snippet_viewset.get_url_name("edit"), args=[component.pk])


def since_when(component: Component) -> str | None:
    return component.destiny_on_edtf or None


class ApprovalColumn(GivenColumn):
    """The intervention by which it went, with a link to its page."""

    cell_template_name = "heritage/interventions/approval_cell.html"


class ArrivalColumn(GivenColumn):
    """The site where it is now, with a link to its form."""

    cell_template_name = "heritage/interventions/arrival_cell.html"


class DestiniesView(ExportedReportView):
    page_title = _("Destinies of components")
    header_icon = "redirect"
    index_url_name = "heritage_destinies"
    index_results_url_name = "heritage_destinies_results"
    filterset_class = DestinyFilterSet
    is_searchable = False
    any_permission_required = sorted(READING)
    columns = [
        TitleColumn("name_zh", label=_("Component"), accessor="name_zh", get_url=form_of),
        Column("site", label=_("Where it stood"), accessor="site"),
        Column("destiny", label=_("What became of it"), accessor="get_destiny_display"),
        GivenColumn("destiny_on_edtf", label=_("Since when"), accessor=since_when),
        ApprovalColumn("approved_by", label=_("Approval"), accessor="approved_by"),
        GivenColumn("received_by", label=_("Received by"), accessor="received_by"),
        GivenColumn("receipt", label=_("Receipt"), accessor="receipt"),
        ArrivalColumn("moved_to", label=_("Where it is"), accessor="moved_to"),
    ]
    list_export = [
        "site.number",
        "site",
        "ordinal",
        "name_zh",
        "get_destiny_display",
        "destiny_on_edtf",
        "approved_by",
        "received_by",
        "receipt",
        "arrival_number",
        "moved_to",
    ]
    export_headings = {
        "site.number": _("Number"),
        "site": _("Where it stood"),
        "ordinal": _("Number within the site"),
        "name_zh": _("Component"),
        "get_destiny_display": _("What became of it"),
        "destiny_on_edtf": _("Since when"),
        "approved_by": _("Approval"),
        "received_by": _("Received by"),
        "receipt": _("Receipt"),
        "arrival_number": _("Number where it is"),
        "moved_to": _("Where it is"),
    }
    export_filename = "destinies"

    @property
    def permission_policy(self):
        return policy_registry.get_by_type(Component)

    def get_queryset(self) -> QuerySet[Component]:
        rows = readable(Component.objects.annotate(arrival_number=F("moved_to__number")), self.request.user)
        named = ("site", "approved_by", "received_by", "receipt", "moved_to")
        return rows.select_related(*named).order_by("site__number", "ordinal")


class DestiniesMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return policy_registry.get_by_type(Component).user_has_any_permission(request.user, READING)


def destinies_menu_item() -> MenuItem:
    return DestiniesMenuItem(
        _("Destinies of components"),
        reverse("heritage_destinies"),
        name="destinies",
        icon_name="redirect",
        order=115,
    )


def destinies_urls() -> list:
    return [
        path("destinies/", DestiniesView.as_view(), name="heritage_destinies"),
        path(
            "destinies/results/",
            DestiniesView.as_view(results_only=True),
            name="heritage_destinies_results",
        ),
    ]
