"""All applications 涉建审批 that the person may read, the newest first."""

import django_filters
from django.db.models import QuerySet
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.permissions import policy_registry

from heritage.lifecycles.rulings import RULINGS
from heritage.models import Intervention
from heritage.models.decrees import Authority
from heritage.policies import readable
from heritage.reports.exporting import ExportedReportView
from heritage.roles import READING
from heritage.viewsets.intervention_pages import state_label
from heritage.viewsets.listing import DivisionFilterSet, GivenColumn

#: Who decides on anything at all, in the order of the choices.
DECIDING = {ruling.authority for ruling in RULINGS.values()}


class InterventionFilterSet(DivisionFilterSet):
    authority = django_filters.ChoiceFilter(
        label=_("Decides"), choices=[(body.value, body.label) for body in Authority if body in DECIDING]
    )

    class Meta:
        model = Intervention
        fields = ["division", "kind", "state", "authority"]


def page_of(intervention: Intervention) -> str:
    return reverse("heritage_intervention", args=[intervention.pk])


def who_decides(intervention: Intervention) -> str | None:
    """Nobody yet, as long as it is a draft."""
    return intervention.get_authority_display() or None


class InterventionsView(ExportedReportView):
    page_title = _("Interventions")
    header_icon = "tasks"
    index_url_name = "heritage_interventions_report"
    index_results_url_name = "heritage_interventions_report_results"
    filterset_class = InterventionFilterSet
    is_searchable = False
    any_permission_required = sorted(READING)
    columns = [
        TitleColumn("title", label=_("Title"), get_url=page_of),
        Column("site", label=_("Heritage site"), accessor="site"),
        GivenColumn("component", label=_("Component"), accessor="component"),
        Column("kind", label=_("What is applied for"), accessor="get_kind_display"),
        Column("state", label=_("State"), accessor=state_label),
        GivenColumn("authority", label=_("Decides"), accessor=who_decides),
        Column("applied_on", label=_("Applied on")),
    ]
    list_export = [
        "site.number",
        "site",
        "component",
        "title",
        "get_kind_display",
        "get_state_display",
        "get_authority_display",
        "applicant",
        "applied_on",
    ]
    export_headings = {
        "site.number": _("Number"),
        "site": _("Heritage site"),
        "component": _("Component"),
        "title": _("Title"),
        "get_kind_display": _("What is applied for"),
        "get_state_display": _("State"),
        "get_authority_display": _("Decides"),
        "applicant": _("Applicant"),
        "applied_on": _("Applied on"),
    }
    export_filename = "interventions"

    @property
    def permission_policy(self):
        return policy_registry.get_by_type(Intervention)

    def to_row_dict(self, item: Intervention) -> dict:
        """The state in the words of the row's own table, as on the screen."""
        return {**super().to_row_dict(item), "get_state_display": state_label(item)}

    def get_queryset(self) -> QuerySet[Intervention]:
        rows = readable(Intervention.objects.all(), self.request.user)
        return rows.select_related("site", "component").order_by("-applied_on", "-pk")


class InterventionsMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return policy_registry.get_by_type(Intervention).user_has_any_permission(request.user, READING)


def interventions_menu_item() -> MenuItem:
    return InterventionsMenuItem(
        _("Interventions"),
        reverse("heritage_interventions_report"),
        name="interventions",
        icon_name="tasks",
        order=135,
    )


def interventions_urls() -> list:
    return [
        path("interventions/", InterventionsView.as_view(), name="heritage_interventions_report"),
        path(
            "interventions/results/",
            InterventionsView.as_view(results_only=True),
            name="heritage_interventions_report_results",
        ),
    ]
