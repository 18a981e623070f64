"""Which annual reports of a National Industrial Heritage are there, which are missing, and which are late.

That the owner reports once a year is not verified (国家工业遗产管理办法, text not at hand). Missing years are
told; a day by which they are due is only known where HERITAGE_ANNUAL_REPORT_MONTH sets one.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class ReportedYear:
    """A year with its report, or without. `due_on`: its last day, None where none is set."""

    year: int
    report: Any | None
    due_on: date | None
    is_late: bool

    @property
    def is_missing(self) -> bool:
        return self.report is None


def reported_years(
    reports: Mapping[int, Any], *, designated_on: date, today: date, due_month: int
) -> tuple[ReportedYear, ...]:
    """Return each full year since the designation, and whatever other year was reported on, in order.

    `reports`: by year. `due_month`: the month of the following year by whose end a report is due, 0 for none.
    """
    expected = range(designated_on.year + 1, today.year)
    return tuple(_year(year, reports.get(year), today, due_month) for year in sorted({*expected, *reports}))


def _year(year: int, report: Any | None, today: date, due_month: int) -> ReportedYear:
    due_on = date(year + 1, due_month, monthrange(year + 1, due_month)[1]) if due_month else None
    is_late = report is None and due_on is not None and due_on < today
    return ReportedYear(year, report, due_on, is_late)
