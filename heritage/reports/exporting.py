"""Reports whose exported cells are never formulas, in either format."""

from wagtail.admin.views.reports import ReportView

from heritage.exchange.cells import safe_cell


class ExportedReportView(ReportView):
    """Wagtail keeps formulas out of one of the two formats only."""

    def preprocess_field_value(self, field: str, value: object, export_format: str) -> object:
        cell = super().preprocess_field_value(field, value, export_format)
        return safe_cell(cell) if export_format == self.FORMAT_CSV and isinstance(cell, str) else cell
