"""The list of relocation cases: every gate in words, filters by gate and alarm, files with gates."""

import django_filters
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from wagtail.admin.ui.tables import Column

from heritage.gates.cases import CLOSED, GATE_CHOICES, CaseReading, read_cases, read_first_cases, stands
from heritage.gates.readings import GateState
from heritage.models import RelocationCase
from heritage.models.gate_overrides import GateKey
from heritage.panels.relocation import case_panels
from heritage.viewsets.listing import GivenColumn, filters_of
from heritage.viewsets.reading import ReadingView
from heritage.viewsets.scoping import ScopedIndexView, ScopedSnippetViewSet

ALARMS = {
    "any": _("A step is late or near, and a gate is closed"),
    "late": _("A step is late, and a gate is closed"),
    "none": _("No alarm"),
}


def _label(gate: str, key: str) -> str:
    words = pgettext("gate", "Closed in any way") if key == CLOSED else str(GateState(key).label)
    return f"{gate} {words}"


class CaseFilterSet(filters_of(RelocationCase, "mode", "stage")):
    """Gates and alarms are computed: of more than MOST_CASES cases only the first are looked through."""

    gate = django_filters.ChoiceFilter(
        label=_("Gate"),
        choices=[(choice, lazy(_label, str)(gate, key)) for choice, gate, key in GATE_CHOICES],
        method="filter_gate",
        empty_label=_("All"),
    )
    alarm = django_filters.ChoiceFilter(
        label=_("Alarm"), choices=list(ALARMS.items()), method="filter_alarm", empty_label=_("All")
    )

    def filter_gate(self, cases: QuerySet, name: str, choice: str) -> QuerySet:
        gate, _dash, key = choice.partition("-")
        return self._narrow(cases, lambda reading: stands(reading, gate, key))

    def filter_alarm(self, cases: QuerySet, name: str, choice: str) -> QuerySet:
        tests = {
            "any": lambda reading: bool(reading.alarms),
            "late": lambda reading: reading.is_late,
            "none": lambda reading: not reading.alarms,
        }
        return self._narrow(cases, tests[choice])

    def _narrow(self, cases: QuerySet, test) -> QuerySet:
        readings, _is_cut = read_first_cases(cases)
        return cases.filter(pk__in=[reading.case.pk for reading in readings if test(reading)])


class GatesColumn(Column):
    """The gates of a case, drawn and in words, and the steps that ring; read for the whole page at once."""

    cell_template_name = "heritage/relocation/gates_cell.html"

    def get_value(self, instance) -> CaseReading:
        return instance.reading


class CaseIndexView(ScopedIndexView):
    list_display = [
        "__str__",
        GatesColumn("gates", label=_("Gates")),
        Column("get_stage_display", label=_("Stage"), sort_key="stage"),
        Column("get_mode_display", label=_("Mode"), sort_key="mode"),
        GivenColumn("from_area", label=_("From")),
        GivenColumn("to_zone", label=_("To")),
    ]
    export_headings = {
        "enterprise": _("Enterprise"),
        "enterprise.division": _("Division"),
        "from_area": _("From"),
        "to_zone": _("To"),
        "get_mode_display": _("Mode"),
        "get_stage_display": _("Stage"),
        "is_risky_trade": _("Risky trade"),
        **{f"reading.in_words.{gate}": gate for gate in GateKey.values},
        "reading.alarm_words": _("Alarm"),
    }

    def get_base_queryset(self):
        cases = super().get_base_queryset()
        related = ("enterprise__division__parent__parent", "from_area", "to_zone", "receiving_collection")
        return cases.select_related(*related)

    def get_table(self, object_list):
        return super().get_table(self._read(object_list))

    def as_spreadsheet(self, queryset, spreadsheet_format):
        return super().as_spreadsheet(self._read(queryset), spreadsheet_format)

    def _read(self, rows) -> list[RelocationCase]:
        """The cases with their gates, read for all of them at once."""
        readings = read_cases(rows, reader=self.request.user)
        for reading in readings:
            reading.case.reading = reading
        return [reading.case for reading in readings]

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
    filterset_class = CaseFilterSet
    search_fields = ["enterprise__name_zh", "from_area__name_zh", "to_zone__name_zh"]
    list_per_page = 50
    list_export = list(CaseIndexView.export_headings)
    export_filename = "relocation-cases"
    edit_handler = case_panels
