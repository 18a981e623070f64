"""The four haves of a site: a checklist for each designation that is in force."""

from dataclasses import dataclass

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from heritage.four_haves import DutyReading, duties_of, is_complete
from heritage.lifecycles.fulfilments import FULFILMENTS, Fulfilment
from heritage.lifecycles.rights import FULFILLING, REVIEWING, holds
from heritage.models import Decree, Designation, FulfilledDuty
from heritage.models.fulfilled_duties import DutyKey
from heritage.viewsets.duties import DutyRecordView, DutyRemoveView
from heritage.viewsets.duty_marks import MARKS
from heritage.viewsets.site_base import OfSiteView
from heritage.viewsets.term_line import TermLine, term_line


@dataclass(frozen=True)
class Item:
    """One duty as the page shows it: where it is recorded, and the rows with where each is removed."""

    reading: DutyReading
    mark: str
    rule: Fulfilment
    record_url: str
    draw_url: str
    rows: tuple[tuple[FulfilledDuty, str], ...]


@dataclass(frozen=True)
class Checklist:
    """What one designation owes."""

    designation: Designation
    haves: tuple[Item, ...]
    others: tuple[Item, ...]
    is_complete: bool
    decree_url: str
    term: TermLine | None

    @property
    def done_count(self) -> int:
        return sum(item.reading.is_done for item in self.haves)

    @property
    def late_count(self) -> int:
        return sum(item.reading.state == "late" for item in self.haves)

    @property
    def is_undated(self) -> bool:
        return any(item.reading.state == "undated" for item in self.haves)


class FourHavesView(OfSiteView):
    """What every designation of the site that is in force obliges to; what no longer is, is only named."""

    page_title = _("Four haves")
    page_of = "heritage_four_haves"
    template_name = "heritage/four_haves/page.html"

    def get_context_data(self, **kwargs) -> dict:
        rows = self.site.designations.select_related(
            "scheme", "decree__issued_by", "decree__file", "component"
        )
        readings = duties_of(rows)
        self.may_enter = holds(self.officer, FULFILLING, self.site)
        self.may_review = holds(self.officer, REVIEWING, self.site)
        return {
            **super().get_context_data(**kwargs),
            "checklists": [self._checklist(row, readings[row.pk]) for row in rows if readings[row.pk]],
            "others": [row for row in rows if not readings[row.pk]],
            "status_url": reverse("heritage_site_status", args=[self.site.pk]),
        }

    def _checklist(self, designation: Designation, readings: tuple[DutyReading, ...]) -> Checklist:
        items = [self._item(designation, reading) for reading in readings]
        return Checklist(
            designation,
            haves=tuple(item for item in items if item.reading.is_have),
            others=tuple(item for item in items if not item.reading.is_have),
            is_complete=is_complete(readings),
            decree_url=self._decree_url(designation),
            term=_term_of(designation, readings),
        )

    def _item(self, designation: Designation, reading: DutyReading) -> Item:
        keys = [designation.pk, reading.key]
        draws = reading.key == DutyKey.ZONE and self.may_enter
        return Item(
            reading,
            mark=str(MARKS[reading.key]),
            rule=FULFILMENTS[reading.key],
            record_url=reverse("heritage_duty_record", args=keys) if self.may_enter else "",
            draw_url=f"{reverse('heritage_zone_draw', args=[self.site.pk])}?kind=protection" if draws else "",
            rows=tuple((row, self._remove_url(row)) for row in reading.evidence),
        )

    def _remove_url(self, row: FulfilledDuty) -> str:
        may_remove = self.may_review or row.recorded_by_id == self.officer.pk
        return reverse("heritage_duty_remove", args=[row.pk]) if may_remove else ""

    def _decree_url(self, designation: Designation) -> str:
        """Where the date of the announcement is mended: at the decree, or where the decree is named."""
        if designation.decree_id is None:
            return reverse("heritage_site_status", args=[self.site.pk])
        return reverse(Decree.snippet_viewset.get_url_name("edit"), args=[designation.decree_id])


def _term_of(designation: Designation, readings: tuple[DutyReading, ...]) -> TermLine | None:
    announced_on = designation.decree.announced_on if designation.decree else None
    due_on = next((reading.due_on for reading in readings if reading.due_on), None)
    return term_line(announced_on, due_on, readings[0].today, is_done=is_complete(readings))


def four_haves_urls() -> list:
    return [
        path("four-haves/<int:pk>/", FourHavesView.as_view(), name="heritage_four_haves"),
        path("four-haves/of/<int:pk>/<slug:duty>/", DutyRecordView.as_view(), name="heritage_duty_record"),
        path("four-haves/done/<int:pk>/remove/", DutyRemoveView.as_view(), name="heritage_duty_remove"),
    ]
