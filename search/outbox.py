"""The transactional outbox: written with the change, drained after it."""

from collections.abc import Sequence

from django.db import connection, transaction
from django.db.models import F

from search.documents.dependents import with_dependents
from search.indexing import drain_after_commit
from search.models import OutboxEntry, RecordVersion

BATCH = 500


def note_change(*, kind: str, pks: tuple[int, ...], **_signal: object) -> None:
    """Write one entry a record and raise its version, in the transaction of the change.

    Records whose documents depend on the changed ones get theirs as well.
    """
    for start in range(0, len(pks), BATCH):
        for written_kind, batch in with_dependents(kind, pks[start : start + BATCH]):
            _write(written_kind, batch)
    if not any(drain_after_commit in entry for entry in connection.run_on_commit):
        transaction.on_commit(drain_after_commit, robust=True)


def _write(kind: str, pks: Sequence[int]) -> None:
    for start in range(0, len(pks), BATCH):
        batch = pks[start : start + BATCH]
        RecordVersion.objects.bulk_create(
            [RecordVersion(kind=kind, record_pk=pk) for pk in batch], ignore_conflicts=True
        )
        RecordVersion.objects.filter(kind=kind, record_pk__in=batch).update(version=F("version") + 1)
        OutboxEntry.objects.bulk_create(OutboxEntry(kind=kind, record_pk=pk) for pk in batch)
