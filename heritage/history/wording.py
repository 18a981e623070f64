"""Differences in words: labels, choices and the names of related rows, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, DateField, Field, JSONField, TextField
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from heritage.absences import ABSENCE_FIELDS, AbsenceReason
from heritage.history.comparing import Difference, FieldDifference, RowChange, RowDifference
from heritage.history.fields import compared_fields
from heritage.history.related import Related
from heritage.history.text_diff import Segment, text_diff
from heritage.models.records import Record

LONG = 40  # characters, from which a text is compared word by word
DRAWN = frozenset({"typed_shape"})  # said to be there, not spelt out


@dataclass(frozen=True)
class Change:
    """One line of an entry: what changed, and from what to what, or the text with what went and came."""

    name: str
    label: str
    before: str = ""
    after: str = ""
    text: tuple[Segment, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Wording:
    """Words differences of one kind of record. `row_names`: what citations call names and events."""

    model: type[Record]
    related: Related
    row_names: Mapping[str, str]

    def change(self, found: Difference) -> Change:
        return self._field(found) if isinstance(found, FieldDifference) else self._row(found)

    def _field(self, found: FieldDifference) -> Change:
        field, label = found.field, capfirst(str(found.field.verbose_name))
        if field.name in DRAWN:
            after = (_("drawn anew") if found.before else _("drawn")) if found.after else "—"
            return Change(field.name, label, _("drawn") if found.before else "—", after)
        before, after = (self.value(field, value) for value in (found.before, found.after))
        if _is_long(field, before, after):
            return Change(field.name, label, text=text_diff(before, after))
        return Change(field.name, label, before or "—", after or "—")

    def _row(self, found: RowDifference) -> Change:
        label = capfirst(str(found.model._meta.verbose_name))
        words = self.row(found)
        match found.change:
            case RowChange.ADDED:
                return Change(found.relation, label, note=_("added: %(row)s") % {"row": words})
            case RowChange.REMOVED:
                return Change(found.relation, label, note=_("removed: %(row)s") % {"row": words})
            case _:
                inner = "；".join(
                    f"{change.label} {_plainly(change)}" for change in map(self._field, found.fields)
                )
                return Change(
                    found.relation, label, note=_("changed: %(row)s") % {"row": f"{words}（{inner}）"}
                )

    def row(self, found: RowDifference) -> str:
        """The row by what it says, the first values first."""
        values = (self.value(field, found.row.get(field.name)) for field in compared_fields(found.model))
        return " · ".join(value for value in values if value) or "—"

    def value(self, field: Field, value: Any) -> str:
        """The value as the form shows it; blank where there is none."""
        if value in (None, "", [], {}):
            return ""
        related: Any = field.related_model
        if related is not None:
            keys = value if isinstance(value, list) else [value]
            return "、".join(self.related.of(related, key) for key in keys)
        if field.name == "statement":
            return self.row_names.get(value, "")
        if isinstance(field, JSONField):
            return _absences(value)
        if isinstance(field, BooleanField):
            return _("Yes") if value else _("No")
        if isinstance(field, DateField):
            return str(value)
        return str(dict(field.flatchoices).get(value, value))


def _is_long(field: Field, before: str, after: str) -> bool:
    if not (before and after) or field.flatchoices or field.is_relation:
        return False
    return isinstance(field, TextField) or max(len(before), len(after)) > LONG


def _plainly(change: Change) -> str:
    if change.text:
        return _("reworded")
    return f"{change.before} → {change.after}"


def _absences(value: Mapping[str, str]) -> str:
    return "、".join(
        f"{ABSENCE_FIELDS.get(key, '—')}：{AbsenceReason(reason).label}" for key, reason in value.items()
    )
