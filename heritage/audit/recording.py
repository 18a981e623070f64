"""Adding to the audit log. There is no other way in, and none out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.db.models import IntegerField, Subquery, Value
from django.utils import timezone
from wagtail.models import CollectionMember

from accounts.models import User
from heritage.audit.sealing import GENESIS, plain, seal_of
from heritage.models import AuditEntry, AuditHead

HEAD = 1  # the key of the only row
LOAD = "heritage.load"


@dataclass(frozen=True)
class Row:
    """The row that an act is about, as words and keys: it may be gone tomorrow."""

    model: type[models.Model] | None
    key: str
    label: str

    @classmethod
    def of(cls, instance: models.Model | None) -> "Row":
        return cls(None, "", "") if instance is None else cls(type(instance), str(instance.pk), str(instance))

    @property
    def kind(self) -> str:
        return self.model._meta.label_lower if self.model else ""

    def jurisdiction(self) -> Subquery | Value:
        """Return the collection of the row as the database has it; NULL where the row has none."""
        if self.model is None or not issubclass(self.model, CollectionMember):
            return Value(None, output_field=IntegerField(null=True))
        rows = self.model._default_manager.filter(pk=self.key)
        return Subquery(rows.order_by().values("collection_id")[:1])


def record(
    action: str,
    instance: models.Model | None = None,
    user: User | None = None,
    data: dict[str, Any] | None = None,
) -> AuditEntry:
    """Seal one act, in the transaction of the act, and return its entry.

    `data` says what the act was made of: numbers, papers, states. No secret goes in, and of people nothing
    but the names of those who act. Three queries: the head is read below a lock, the entry added, the head
    moved on.
    """
    return record_row(action, Row.of(instance), user, data)


def record_run(command: str, counts: Mapping[str, int]) -> AuditEntry | None:
    """Seal that a command wrote rows that are logged one by one nowhere; None where it wrote none."""
    written = {what: count for what, count in counts.items() if count}
    return record(LOAD, data={"command": command, **written}) if written else None


def record_row(action: str, row: Row, user: User | None, data: dict[str, Any] | None = None) -> AuditEntry:
    """Seal one act on a row that need not be at hand."""
    with transaction.atomic(savepoint=False):
        head = _locked_head(row)
        entry = AuditEntry(
            number=head.number + 1,
            at=timezone.now(),
            user_id=user.pk if user else None,
            user_words=str(user)[:200] if user else "",
            action=action[:100],
            model=row.kind,
            object_id=row.key[:64],
            label=row.label[:255],
            collection_id=head.jurisdiction,
            data=plain(data or {}),
            previous=head.digest or GENESIS,
        )
        entry.digest = seal_of(entry)
        entry.save(force_insert=True)
        AuditHead.objects.filter(pk=HEAD).update(number=entry.number, digest=entry.digest)
    return entry


def _locked_head(row: Row) -> Any:
    """Read the head below a lock, and beside it the jurisdiction of the row; make it for the first entry."""
    heads = AuditHead.objects.select_for_update().annotate(jurisdiction=row.jurisdiction())
    found = heads.filter(pk=HEAD).first()
    if found is None:
        AuditHead.objects.get_or_create(pk=HEAD)
        found = heads.get(pk=HEAD)
    return found
