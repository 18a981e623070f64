"""Screens on which a row is read and not edited."""

from django.utils.translation import gettext as _
from wagtail.snippets.views.snippets import InspectView


class ReadingView(InspectView):
    """Says yes and no in words, and shows a dash where there is nothing."""

    def get_field_display_value(self, field_name, field):
        value = super().get_field_display_value(field_name, field)
        if value is None or value == "":
            return "—"
        if isinstance(value, bool):
            return _("Yes") if value else _("No")
        return value
