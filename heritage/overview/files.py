"""The table of an overview as a file: whose numbers, of which moment, for whom."""

import csv
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO, StringIO

from django.utils.translation import gettext as _
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from accounts.models import User
from heritage.exchange.cells import safe_cell
from heritage.overview.columns import COLUMNS
from heritage.overview.figures import Overview

BYTE_ORDER_MARK = "\ufeff"  # else spreadsheets read Chinese as Latin

Line = list[str | int]


def lines_of(overview: Overview, *, at: datetime, by: User) -> Iterator[Line]:
    """Yield what the file says of itself, the headings, one line a division, and the total."""
    yield [_("Overview"), overview.division.full_name]
    yield [_("As of"), f"{at:%Y-%m-%d %H:%M}"]
    yield [_("Drawn up for"), str(by)]
    if overview.is_cut:
        yield [cut_words()]
    yield []
    yield [_("Division"), *(f"{column.group}：{column.label}" for column in COLUMNS)]
    for row in overview.table:
        yield [row.name, *(cell.count for cell in row.cells)]


def cut_words() -> str:
    """Say that not all cases were read."""
    return _(
        "There are more relocation cases than are read at once: the numbers of gates are of the first only."
    )


def csv_of(lines: Iterator[Line]) -> str:
    """Return the lines as CSV; no cell is read as a formula by a spreadsheet."""
    out = StringIO()
    writer = csv.writer(out)
    for line in lines:
        writer.writerow([safe_cell(value) for value in line])
    return BYTE_ORDER_MARK + out.getvalue()


def xlsx_of(lines: Iterator[Line]) -> bytes:
    """Return the lines as a workbook; what looks like a formula is a text."""
    out = BytesIO()
    book = Workbook(list(lines))
    book.write_xlsx(book.lines[1:], out)
    return out.getvalue()


class Workbook(SpreadsheetExportMixin):
    """Wagtail's workbook of lines of any length; the first stands where a list has its headings."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.list_export = [str(number) for number in range(max(map(len, lines)))]

    def get_heading(self, queryset: list[Line], field: str) -> str:
        return str(self.to_row_dict(self.lines[0])[field])

    def to_row_dict(self, item: Line) -> dict[str, str | int]:
        padded = [*item, *[""] * (len(self.list_export) - len(item))]
        return dict(zip(self.list_export, padded, strict=True))
