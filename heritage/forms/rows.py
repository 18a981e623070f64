"""Forms of the rows within a record: names, events, citations."""

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from heritage.forms.scoped import ScopedForm
from heritage.models.records import Record

STATEMENTS: dict[str, dict[str, str | Promise]] = {
    "site": {
        "": _("The whole record"),
        "name_zh": _("Name"),
        "type": _("Type"),
        "industry": _("Industry"),
        "theme": _("Theme"),
        "eras": _("Eras"),
        "place": _("Place"),
        "dating": _("Dating"),
        "description": _("Description"),
        "condition": _("Condition"),
        "current_use": _("Present use"),
    },
    "component": {
        "": _("The whole record"),
        "name_zh": _("Name"),
        "dating": _("Dating"),
        "description": _("Description"),
        "destiny": _("What became of it"),
    },
}
OF_OTHER_KINDS: dict[str, str | Promise] = {
    "": _("The whole record"),
    "name_zh": _("Name"),
    "description": _("Description"),
}


class KeyedRowForm(ScopedForm):
    """Carries the row's own key through every draft: citations refer to it.

    `sign`: the field that is filled in every row that was there before; a new row gets a key of its own.
    """

    uid = forms.UUIDField(required=False, widget=forms.HiddenInput)
    sign: str

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if getattr(self.instance, self.sign):
            self.initial["uid"] = self.instance.uid

    def clean(self) -> dict:
        cleaned = super().clean()
        if uid := cleaned.get("uid"):
            self.instance.uid = uid
        return cleaned


class NameForm(KeyedRowForm):
    sign = "name"


class EventForm(KeyedRowForm):
    sign = "kind"


class CitationForm(ScopedForm):
    """`statement` is chosen from the values of the record, the names and the events it has."""

    def __init__(self, *args, statements: dict | None = None, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        choices = dict(statements or OF_OTHER_KINDS)
        if self.instance.statement:
            choices.setdefault(self.instance.statement, self.instance.statement)
        self.fields["statement"] = forms.ChoiceField(
            label=self.fields["statement"].label, choices=list(choices.items()), required=False
        )


def statements_of(record: Record) -> dict[str, object]:
    """Return what a citation of this record may support: key → label."""
    statements: dict[str, object] = dict(STATEMENTS.get(record.record_kind, OF_OTHER_KINDS))
    if record.record_kind == "site":
        statements |= {
            name.statement: _("Name: %(name)s") % {"name": name.name}
            for name in record.names.all()
            if name.name
        }
        statements |= {
            event.statement: _("Event: %(event)s") % {"event": event}
            for event in record.events.all()
            if event.kind
        }
    return statements
