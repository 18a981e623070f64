"""四有总览: every designation in force with its four haves, filtered and exported as shown."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.coreutils import multigetattr
from wagtail.permissions import policy_registry

from heritage.exchange.cells import safe_cell
from heritage.four_haves.asked import asked, with_done
from heritage.four_haves.counting import COUNTED, HavesStanding, tally
from heritage.four_haves.readings import DutyEvidence, read_duties
from heritage.four_haves.records import filed
from heritage.lifecycles.duties import FILING, HAVES
from heritage.models import Designation
from heritage.models.fulfilled_duties import DutyKey
from heritage.policies import readable
from heritage.reports.four_haves_columns import DutyColumn, FourHavesFilterSet, in_words
from heritage.roles import READING
from heritage.viewsets.listing import GivenColumn

KEYS = (*HAVES, FILING)


def page_url_of(designation: Designation) -> str:
    return f"{reverse('heritage_four_haves', args=[designation.site_id])}#haves-{designation.pk}"


class FourHavesView(ReportView):
    page_title = _("Four haves overview")
    header_icon = "tasks"
    index_url_name = "heritage_four_haves_overview"
    index_results_url_name = "heritage_four_haves_overview_results"
    template_name = "heritage/four_haves/overview.html"
    results_template_name = "heritage/four_haves/overview_results.html"
    filterset_class = FourHavesFilterSet
    is_searchable = False
    any_permission_required = sorted(READING)
    columns = [
        TitleColumn("site", label=_("Heritage site"), accessor="site", get_url=page_url_of),
        Column("level", label=_("Level"), accessor="get_level_display"),
        GivenColumn("announced_on", label=_("Announced on"), accessor="announced_on"),
        *(DutyColumn(key, label=DutyKey(key).label) for key in HAVES),
    ]
    list_export = [
        "site.number",
        "site",
        "name_as_listed",
        "get_level_display",
        "decree",
        "announced_on",
        *(f"duties.{key}" for key in KEYS),
    ]
    export_headings = {
        "site.number": _("Number"),
        "site": _("Heritage site"),
        "name_as_listed": _("Name as listed"),
        "get_level_display": _("Level"),
        "decree": _("Decree"),
        "announced_on": _("Announced on"),
        **{f"duties.{key}": DutyKey(key).label for key in KEYS},
    }
    export_filename = "four-haves"

    @property
    def permission_policy(self):
        return policy_registry.get_by_type(Designation)

    def get_queryset(self) -> QuerySet[Designation]:
        rows = with_done(asked(readable(Designation.objects.all(), self.request.user)), KEYS)
        return rows.select_related("site", "decree").order_by("decree__announced_on", "pk")

    def decorate_paginated_queryset(self, object_list: QuerySet) -> Iterable[Designation]:
        """Read the duties of the rows that are shown, from what the database found of each."""
        if self.is_export:
            return (self._read(row) for row in object_list.iterator(chunk_size=500))
        return [self._read(row) for row in object_list]

    def _read(self, row: Any) -> Designation:
        done = {key: day for key in KEYS if (day := getattr(row, f"done_{key}"))}
        row.announced_on = row.decree.announced_on if row.decree else None
        evidence = DutyEvidence(row.level, row.announced_on, filed(row) | done)
        row.duties = {reading.key: reading for reading in read_duties(evidence, today=timezone.localdate())}
        return row

    def to_row_dict(self, item) -> dict[str, Any]:
        """Every cell as words."""
        cells = {f"duties.{key}": in_words(item.duties.get(key)) for key in KEYS}
        return {name: cells.get(name) or multigetattr(item, name) for name in self.list_export}

    def preprocess_field_value(self, field, value, export_format):
        cell = super().preprocess_field_value(field, value, export_format)
        return safe_cell(cell) if export_format == self.FORMAT_CSV and isinstance(cell, str) else cell

    def get_context_data(self, **kwargs) -> dict:
        counts = [] if self.is_export else self.count_standings()
        return super().get_context_data(**kwargs) | {"counts": counts}

    def count_standings(self) -> list[dict[str, Any]]:
        """How many of the filtered rows stand how, each leading to its list."""
        chosen = self.request.GET.copy()
        chosen.pop("standing", None)
        chosen.pop("p", None)
        bare = asked(readable(Designation.objects.all(), self.request.user))
        rows = self.filterset_class(chosen, queryset=bare, request=self.request).qs
        found = tally(rows, today=timezone.localdate()).values()
        return [
            {
                "kind": kind.value,
                "label": kind.label,
                "count": sum(getattr(counts, kind) for counts in found),
                "url": self._url_of(chosen, kind),
                "is_chosen": self.request.GET.get("standing") == kind,
            }
            for kind in COUNTED
        ]

    def _url_of(self, chosen: QueryDict, kind: HavesStanding) -> str:
        query = chosen.copy()
        query["standing"] = kind.value
        return f"{reverse('heritage_four_haves_overview')}?{query.urlencode()}"


class FourHavesMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return policy_registry.get_by_type(Designation).user_has_any_permission(request.user, READING)


def four_haves_menu_item() -> MenuItem:
    return FourHavesMenuItem(
        _("Four haves"),
        reverse("heritage_four_haves_overview"),
        name="four-haves",
        icon_name="tasks",
        order=132,
    )


def four_haves_overview_urls() -> list:
    return [
        path("four-haves/", FourHavesView.as_view(), name="heritage_four_haves_overview"),
        path(
            "four-haves/results/",
            FourHavesView.as_view(results_only=True),
            name="heritage_four_haves_overview_results",
        ),
    ]
