"""How a row of the sample reaches the database: only where it differs, never over an officer's work."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model
from wagtail.log_actions import registry as log_registry

from heritage.exchange.rows import bring_up
from heritage.models.records import Record
from heritage.models.sources import Source

R = TypeVar("R", bound=Record)
C = TypeVar("C", bound=Model)


class State(StrEnum):
    """What became of one item."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept"  # an officer has worked on it since: it is theirs
    FAILED = "failed"


@dataclass(frozen=True)
class Content:
    """What the loader writes of a kind of record; row keys and computed bounds are left out."""

    fields: tuple[str, ...]
    children: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # relation → fields
    many: tuple[str, ...] = ()  # many-to-many fields, whose order says nothing

    def of(self, record: Record) -> dict[str, Any]:
        """Return it for comparing."""
        data = record.serializable_data()
        return {
            **{name: data[name] for name in self.fields},
            **{
                name: [{column: row[column] for column in columns} for row in data[name]]
                for name, columns in self.children.items()
            },
            **{name: sorted(data[name]) for name in self.many},
        }


def store_record(record: R, *, write: Callable[[R], None], content: Content, is_public: bool) -> State:
    """Let `write` give a record its values in memory; save, and publish by the record's own rules."""
    is_new = record.pk is None
    if not is_new and is_touched(record):
        return State.KEPT
    before = None if is_new else content.of(record)
    write(record)
    if before == content.of(record) and record.live == is_public:
        return State.UNCHANGED
    _save(record, content, is_public=is_public, log_action="wagtail.create" if is_new else "wagtail.edit")
    return State.CREATED if is_new else State.UPDATED


def store_row(row: Model, values: Mapping[str, Any], **many: Iterable[Model]) -> State:
    """Save a row without drafts where a value or a many-to-many relation differs."""
    is_new = row.pk is None
    if not is_new and is_touched(row):
        return State.KEPT
    is_changed = bring_up(row, values)
    for name, related in many.items():
        manager, keys = getattr(row, name), {each.pk for each in related}
        if set(manager.values_list("pk", flat=True)) != keys:
            manager.set(keys)
            is_changed = True
    if is_new:
        return State.CREATED
    return State.UPDATED if is_changed else State.UNCHANGED


def together(record: State, beside: Iterable[State]) -> State:
    """Return what became of a record and of the rows that are loaded with it."""
    if record is State.UNCHANGED and {State.CREATED, State.UPDATED} & set(beside):
        return State.UPDATED
    return record


def is_touched(row: Model) -> bool:
    """Whether anybody but the loader has ever worked on the row."""
    is_revised = isinstance(row, Record) and row.revisions.exclude(user=None).exists()
    return is_revised or log_registry.get_logs_for_instance(row).exclude(user=None).exists()


def cite_all(citation: type[C], sources: Iterable[Source]) -> list[C]:
    """Return the citations of a record as a whole, held in memory."""
    return [citation(source=source, sort_order=order) for order, source in enumerate(sources)]


def _save(record: Record, content: Content, *, is_public: bool, log_action: str) -> None:
    """Save the row, then a revision as if typed; publish it."""
    expected = {name: getattr(record, name).count() for name in content.children}
    if record.live and not is_public:
        record.unpublish(commit=False)
    record.save()
    revision = record.save_revision(log_action=log_action)
    if {name: len(revision.content[name]) for name in content.children} != expected:
        # Wagtail falls back to a revision without children on values it cannot write.
        raise ValidationError("The revision did not take all names, events and citations.")
    if is_public:
        record.publish(revision)
