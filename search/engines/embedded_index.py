"""The embedded index as calls use it: opened, written, and guarded against what Tantivy raises."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple, cast

import tantivy

from search.engines.embedded_generations import GenerationDirectory, damaged_files
from search.engines.embedded_schema import build_schema
from search.results import Generation, SearchUnavailableError

logger = logging.getLogger(__name__)

# The least Tantivy takes; enough for what one drain brings.
SMALL_HEAP = 15_000_000
# For a generation nobody reads yet, so that a rebuild makes few segments.
BUILD_HEAP = 128_000_000


class OpenGeneration(NamedTuple):
    """A generation as one call sees it."""

    name: str
    revision: str
    schema: tantivy.Schema
    searcher: tantivy.Searcher

    def integers(self, field: str, found: tantivy.SearchResult) -> list[int]:
        """The values of an integer field that every document has, for the hits of a search."""
        addresses = [address for _, address in found.hits]
        return cast(list[int], self.searcher.fast_field_values(field, addresses))


class EmbeddedIndex:
    """Shared by the threads of a process; a forked child makes its own."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.directory = GenerationDirectory(path)
        # One assignment replaces both, so that threads need no lock.
        self._opened: tuple[str, tantivy.Index] | None = None

    def create(self) -> str:
        """A new, empty generation of today's format."""
        name = self.directory.new_name()
        with self.guarding(name):
            path = self.directory.path(name)
            path.mkdir(parents=True)
            tantivy.Index(build_schema(), str(path))
        return name

    @contextmanager
    def writing(self, generation: str) -> Iterator["IndexChanges"]:
        """Changes that become durable and visible together at the end, or not at all."""
        heap = SMALL_HEAP if self.is_current(generation) else BUILD_HEAP
        with self.guarding(generation):
            index = tantivy.Index.open(str(self.directory.path(generation)))
            writer = index.writer(heap, num_threads=1)
        # The writer lives for this call only: a child forked meanwhile would keep its lock.
        changes = IndexChanges(self, generation, writer)
        try:
            yield changes
            with self.guarding(generation):
                writer.commit()
                writer.wait_merging_threads()
        finally:
            # An exception on its way holds this frame, and the frame would hold the lock.
            del writer
            changes.close()

    @contextmanager
    def reading(self, generation: str = "") -> Iterator[OpenGeneration]:
        name = generation or self.directory.current()
        with self.guarding(name, finds_damage=True):
            # Read before the reload: an ETag may be older than its answer, never newer.
            revision = f"{name}.{(self.directory.path(name) / 'meta.json').stat().st_mtime_ns}"
            index = self._open(name)
            index.reload()
            yield OpenGeneration(name, revision, index.schema, index.searcher())

    def _open(self, name: str) -> tantivy.Index:
        opened = self._opened
        if opened is None or opened[0] != name:
            index = tantivy.Index.open(str(self.directory.path(name)))
            index.config_reader("manual")
            opened = self._opened = (name, index)
        return opened[1]

    @contextmanager
    def guarding(self, generation: str, *, finds_damage: bool = False) -> Iterator[None]:
        """Turn what Tantivy raises into SearchUnavailableError, with a look for spoilt files where asked."""
        try:
            yield
        except BaseException as error:
            # pyo3's PanicException is a BaseException that no module exports.
            is_panic = type(error).__name__ == "PanicException"
            if not is_panic and not isinstance(error, ValueError | OSError):
                raise
            self._opened = None
            logger.exception("The search index %s failed.", generation)
            if finds_damage:
                self._mark_if_damaged(generation)
            raise SearchUnavailableError(
                f"The search index {generation} cannot be used: {error}. If it stays so, "
                "run manage.py rebuild_search_index."
            ) from error

    def _mark_if_damaged(self, generation: str) -> None:
        """A spoilt generation fails some searches and answers others wrongly, so none may use it again."""
        path = self.directory.path(generation)
        if path.is_dir() and (damaged := damaged_files(path)):
            self.directory.mark_damaged(generation, ", ".join(damaged))

    def is_current(self, generation: str) -> bool:
        try:
            return self.directory.pointed_to() == generation
        except SearchUnavailableError:
            return False

    def describe(self, name: str) -> Generation:
        state = Generation(name, is_current=self.is_current(name), document_count=0)
        try:
            self.directory.refuse_damaged(name)
            with self.guarding(name):
                index = tantivy.Index.open(str(self.directory.path(name)))
                return replace(state, document_count=index.searcher().num_docs)
        except SearchUnavailableError as error:
            return replace(state, problem=str(error))


class IndexChanges:
    """Deletions and replacements on their way into a generation."""

    def __init__(self, index: EmbeddedIndex, generation: str, writer: tantivy.IndexWriter) -> None:
        self._index = index
        self._generation = generation
        self._writer = writer

    def delete(self, key_number: int) -> None:
        with self._index.guarding(self._generation):
            self._writer.delete_documents_by_term("key", key_number)

    def replace(self, key_number: int, row: tantivy.Document) -> None:
        """Put a document in the place of the one with its key, if there is one."""
        with self._index.guarding(self._generation):
            self._writer.delete_documents_by_term("key", key_number)
            self._writer.add_document(row)

    def close(self) -> None:
        """Let go of the writer and of its lock; what was not committed is gone."""
        del self._writer
