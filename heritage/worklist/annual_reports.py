"""Annual reports of National Industrial Heritage that are missing, where the installation sets a day."""

from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from heritage.dashboard.scope import Desk
from heritage.lifecycles.annual_reports import ReportedYear, reported_years
from heritage.models import Nomination
from heritage.models.nominations import NominationState
from heritage.services.nominating import designated_on
from heritage.worklist.dating import Span
from heritage.worklist.entries import Entry


def _missing(desk: Desk, span: Span) -> Iterator[tuple[Nomination, ReportedYear]]:
    """Each missing report of which the last day is in the span; of a whole province that list is short."""
    if not (month := settings.HERITAGE_ANNUAL_REPORT_MONTH):
        return
    rows = Nomination.objects.filter(
        state=NominationState.DESIGNATED,
        collection_id__in=desk.collection_ids,
        designation__decree__announced_on__isnull=False,
    )
    rows = rows.select_related("site", "designation__decree").prefetch_related("annual_reports")
    for row in rows.order_by("pk"):
        reports = {report.year: report for report in row.annual_reports.all()}
        years = reported_years(reports, designated_on=designated_on(row), today=span.until, due_month=month)
        for year in years:
            if year.is_missing and year.due_on is not None and year.due_on in span:
                yield row, year


def find_reports(desk: Desk, span: Span, most: int) -> list[Entry]:
    missing = sorted(_missing(desk, span), key=lambda found: (found[1].year, found[0].pk))
    return [
        Entry(
            kind="reports",
            key=f"report-{row.pk}-{year.year}",
            title=str(row.site),
            number=row.site.number,
            words=_("Missing: %(what)s") % {"what": _("annual report of %(year)s") % {"year": year.year}},
            where=_("National Industrial Heritage"),
            url=reverse("heritage_nomination", args=[row.pk]),
            collection_id=row.collection_id,
            of=("heritagesite", row.site_id),
            due_on=year.due_on,
        )
        for row, year in missing[:most]
    ]


def count_reports(desk: Desk, span: Span) -> int:
    return sum(1 for _found in _missing(desk, span))
