"""What the statements of citations are called: values of the record, its names and events."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from heritage.forms.rows import OF_OTHER_KINDS, STATEMENTS
from heritage.history.comparing import Content
from heritage.models.records import Record


def row_names(model: type[Record], contents: Iterable[Content]) -> dict[str, str]:
    """Return what the statements of citations are called: values of the record, its names and events."""
    names = {
        key: str(label) for key, label in STATEMENTS.get(model.record_kind, OF_OTHER_KINDS).items() if key
    }
    for content in contents:
        for row in content.get("names", ()):
            names[f"name:{row.get('uid')}"] = _("Name: %(name)s") % {"name": row.get("name")}
        for row in content.get("events", ()):
            words = row.get("words_zh") or row.get("period_text") or "—"
            names[f"event:{row.get('uid')}"] = _("Event: %(event)s") % {"event": words}
    return names
