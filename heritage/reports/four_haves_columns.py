"""How the overview of the four haves is filtered, and what its cells say."""

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from heritage.four_haves.counting import HavesStanding, standing
from heritage.four_haves.readings import DutyReading
from heritage.lifecycles.status import GRADES
from heritage.models import Designation
from heritage.models.designations import DesignationLevel
from heritage.viewsets.duty_marks import MARKS
from heritage.viewsets.listing import DivisionFilterSet


class FourHavesFilterSet(DivisionFilterSet):
    standing = django_filters.ChoiceFilter(
        label=_("Four haves"), choices=HavesStanding.choices, method="filter_standing", empty_label=_("All")
    )
    level = django_filters.ChoiceFilter(
        label=_("Level"), choices=[(level, DesignationLevel(level).label) for level in GRADES]
    )

    class Meta:
        model = Designation
        fields = ["division", "standing", "level"]

    def filter_standing(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return rows.filter(standing(value, today=timezone.localdate()))


class DutyColumn(Column):
    """The box of one duty with its word and day; a dash where the level does not owe it."""

    cell_template_name = "heritage/four_haves/cell.html"

    def get_value(self, instance) -> DutyReading | None:
        return instance.duties.get(self.name)

    def get_cell_context_data(self, instance, parent_context) -> dict:
        return super().get_cell_context_data(instance, parent_context) | {"mark": MARKS[self.name]}


def in_words(reading: DutyReading | None) -> str:
    """The state of a duty with its day, as an export says it."""
    if reading is None:
        return "—"
    day = reading.done_on or reading.due_on
    return f"{reading.state.label} {day:%Y-%m-%d}" if day else str(reading.state.label)
