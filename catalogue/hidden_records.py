"""Tells an editor which of the chosen records the public does not see on the page, and why."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from catalogue.body import chosen_records
from heritage.disclosure import may_be_told


class HiddenRecordsPanel(Panel):
    """A note above the form; nothing where every chosen record is public."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "catalogue/hidden_records.html"

        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.records)

        @property
        def records(self) -> list:
            rows = {row.pk: row for row in chosen_records(self.instance.body)}
            return [row for row in rows.values() if not may_be_told(row)]

    def clone_kwargs(self) -> dict:
        return {**super().clone_kwargs(), "heading": _("Not on the public page")}
