"""The transactional outbox: written with the change, drained after it."""

from collections.abc import Sequence

from django.db import connection, transaction
from django.db.models import F

from heritage.changes import record_changed
from media.models import Rendition
from media.picture_sizes import FORMAT_OF_SPEC
from search.documents.dependents import with_dependents
from search.indexing import drain_after_commit
from search.models import OutboxEntry, RecordVersion
from search.told import WORDS

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


def note_words(**_signal: object) -> None:
    """Words that records share have changed: nothing that is kept of any record is taken any longer."""
    with transaction.atomic():
        _raise_versions(WORDS.kind, [WORDS.pk])


def note_derivative(*, instance: Rendition, **_signal: object) -> None:
    """A derivative that public pages show was made or is gone."""
    if instance.filter_spec in FORMAT_OF_SPEC:
        record_changed("site", instance.image.site_uses.values_list("site_id", flat=True))


def _write(kind: str, pks: Sequence[int]) -> None:
    for start in range(0, len(pks), BATCH):
        batch = pks[start : start + BATCH]
        _raise_versions(kind, batch)
        OutboxEntry.objects.bulk_create(OutboxEntry(kind=kind, record_pk=pk) for pk in batch)


def _raise_versions(kind: str, pks: Sequence[int]) -> None:
    RecordVersion.objects.bulk_create(
        [RecordVersion(kind=kind, record_pk=pk) for pk in pks], ignore_conflicts=True
    )
    RecordVersion.objects.filter(kind=kind, record_pk__in=pks).update(version=F("version") + 1)
