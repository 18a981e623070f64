"""Bringing the index up to date: draining the outbox, and rebuilding beside what serves.

One drainer works at a time, under a file lock. It re-reads the current state of each record, so that
batches may be repeated, order does not matter and duplicates collapse. Entries are deleted by their exact
ids only after the engine has made the change durable; whoever dies in between leaves the entry standing.
"""

import fcntl
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import transaction

from search.announcing import index_changed
from search.document_schema import DocumentKey, SearchDocument
from search.documents import all_documents, documents_of
from search.engine import get_engine
from search.models import GenerationBuild, OutboxEntry
from search.results import SearchUnavailableError

logger = logging.getLogger(__name__)
BATCH = 500


@contextmanager
def drain_lock(*, wait: bool) -> Iterator[bool]:
    """Hold the machine-wide lock of whoever writes the index; yields False when it is taken."""
    path = Path(settings.SEARCH_LOCK_FILE)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True


def drain_after_commit() -> None:
    """Bring in what was just committed, so that an officer finds what she published.

    Never waits, and takes two batches: its own, and what somebody wrote who found the lock taken. What
    remains, or what the engine refuses now, the worker brings in.
    """
    try:
        drain(wait=False, batches=2)
    except SearchUnavailableError as error:
        logger.warning("search index not updated, the change waits in the outbox: %s", error)


def drain(*, wait: bool = True, batches: int | None = None) -> int:
    """Apply pending entries and return how many; raises SearchUnavailableError, losing nothing.

    After letting go of the lock it looks again: an entry written meanwhile by someone who found the lock
    taken would otherwise wait for the next change.
    """
    drained = 0
    while batches is None or batches > 0:
        with drain_lock(wait=wait) as is_held:
            if not is_held:
                return drained
            taken = _drain_batch()
        if not taken:
            return drained
        drained += taken
        batches = None if batches is None else batches - 1
    return drained


def _drain_batch() -> int:
    entries = list(OutboxEntry.objects.filter(is_applied=False)[:BATCH])
    if not entries:
        return 0
    status = get_engine().status()
    if status.problem:
        raise SearchUnavailableError(status.problem)
    _apply(status.generation, entries)
    with transaction.atomic():
        done = OutboxEntry.objects.filter(pk__in=[entry.pk for entry in entries])
        if GenerationBuild.objects.exists():
            done.update(is_applied=True)
        else:
            done.delete()
    index_changed.send(sender=None)
    return len(entries)


def _apply(generation: str, entries: Iterable[OutboxEntry]) -> None:
    keys = {DocumentKey(entry.kind, entry.record_pk) for entry in entries}
    documents = documents_of(keys)
    get_engine().apply(generation, documents, keys - {document.key for document in documents})


def rebuild(*, report: Callable[[int], None] = lambda count: None) -> str:
    """Build a new generation beside the serving one, replay what changed meanwhile, and switch to it.

    `report` is told the number of documents read so far. Returns the generation's name. A rebuild that
    died is superseded; until the switch the old generation answers.
    """
    engine = get_engine()
    with drain_lock(wait=True):
        generation = engine.create()
        abandoned = list(GenerationBuild.objects.values_list("generation", flat=True))
        with transaction.atomic():
            GenerationBuild.objects.all().delete()
            GenerationBuild.objects.create(generation=generation)
    for name in abandoned:
        engine.drop(name)
    engine.apply(generation, _counted(all_documents(), report))
    with drain_lock(wait=True):
        if not GenerationBuild.objects.filter(generation=generation).exists():
            raise SearchUnavailableError(f"The rebuild {generation} was superseded by a later one.")
        replayed = list(OutboxEntry.objects.all())
        for start in range(0, len(replayed), BATCH):
            _apply(generation, replayed[start : start + BATCH])
        engine.promote(generation)
        with transaction.atomic():
            _delete_entries(replayed)
            GenerationBuild.objects.filter(generation=generation).delete()
    index_changed.send(sender=None)
    _drop_old_generations()
    return generation


def _delete_entries(entries: list[OutboxEntry]) -> None:
    for start in range(0, len(entries), BATCH):
        OutboxEntry.objects.filter(pk__in=[entry.pk for entry in entries[start : start + BATCH]]).delete()


def _counted(documents: Iterable[SearchDocument], report: Callable[[int], None]) -> Iterator[SearchDocument]:
    for count, document in enumerate(documents, start=1):
        yield document
        if count % BATCH == 0:
            report(count)


def _drop_old_generations() -> None:
    """Keep the serving generation and the one before it, whose open readers may finish."""
    engine = get_engine()
    old = [generation.name for generation in engine.generations() if not generation.is_current]
    for name in old[:-1]:
        engine.drop(name)
