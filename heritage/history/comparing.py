"""What differs between two revisions of a record, field by field and row by row, as keys and raw values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Field, Model

from heritage.history.fields import compared_fields, compared_rows
from heritage.models.parts import RecordPart
from heritage.models.records import Record

Content = Mapping[str, Any]

EMPTY: tuple[Any, ...] = (None, "", [], {})


class RowChange(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class FieldDifference:
    """A value before and after, as the revisions hold it: keys for related rows."""

    field: Field
    before: Any
    after: Any


@dataclass(frozen=True)
class RowDifference:
    """A row within the record that came, went or changed; `fields` of one that changed."""

    relation: str
    model: type[RecordPart]
    change: RowChange
    row: Content
    fields: tuple[FieldDifference, ...] = ()


Difference = FieldDifference | RowDifference


def differences(model: type[Record], before: Content, after: Content) -> tuple[Difference, ...]:
    """Return what the later revision says otherwise than the earlier one, in the order of the model."""
    rows = (
        difference
        for relation, part in compared_rows(model)
        for difference in _of_rows(relation, part, before.get(relation, ()), after.get(relation, ()))
    )
    return (*_of_fields(model, before, after), *rows)


def changed_names(model: type[Record], before: Content, after: Content) -> set[str]:
    """Return the names of the fields and relations that differ."""
    return {
        difference.field.name if isinstance(difference, FieldDifference) else difference.relation
        for difference in differences(model, before, after)
    }


def related_keys(found: Difference) -> Iterator[tuple[type[Model], Any]]:
    """Yield the rows elsewhere that a difference names: model and key."""
    if isinstance(found, FieldDifference):
        yield from _keys(found.field, found.before)
        yield from _keys(found.field, found.after)
    else:
        for field in compared_fields(found.model):
            yield from _keys(field, found.row.get(field.name))
        for inner in found.fields:
            yield from related_keys(inner)


def _keys(field: Field, value: Any) -> Iterator[tuple[type[Model], Any]]:
    related: Any = field.related_model
    if related is not None:
        for key in value if isinstance(value, list) else [value]:
            if key is not None:
                yield related, key


def _of_fields(model: type[Model], before: Content, after: Content) -> Iterator[FieldDifference]:
    for field in compared_fields(model):
        old, new = before.get(field.name), after.get(field.name)
        if field.many_to_many:
            old, new = sorted(old or []), sorted(new or [])
        if old != new and not (old in EMPTY and new in EMPTY):
            yield FieldDifference(field, old, new)


def _of_rows(
    relation: str, model: type[RecordPart], before: list[Content], after: list[Content]
) -> Iterator[RowDifference]:
    """Match the rows by their own key, by that of the database, or by all they say."""
    old, new = list(before), list(after)
    for same in (_by_uid, _by_pk, lambda a, b: _said(model, a) == _said(model, b)):
        for row in list(new):
            if partner := next((candidate for candidate in old if same(candidate, row)), None):
                old.remove(partner)
                new.remove(row)
                if found := tuple(_of_fields(model, partner, row)):
                    yield RowDifference(relation, model, RowChange.CHANGED, row, found)
    yield from (RowDifference(relation, model, RowChange.ADDED, row) for row in new)
    yield from (RowDifference(relation, model, RowChange.REMOVED, row) for row in old)


def _by_uid(before: Content, after: Content) -> bool:
    return bool(before.get("uid")) and before.get("uid") == after.get("uid")


def _by_pk(before: Content, after: Content) -> bool:
    return before.get("pk") is not None and before.get("pk") == after.get("pk")


def _said(model: type[Model], row: Content) -> list[Any]:
    return [row.get(field.name) or None for field in compared_fields(model)]
