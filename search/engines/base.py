"""What every engine does. All of them pass ``tests/search/test_engine_contract.py``."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from search.document_schema import DocumentKey, SearchDocument
from search.query import SearchQuery
from search.results import Cluster, EngineStatus, Generation, SearchResults, Suggestion


class SearchReader(Protocol):
    """For web processes: thread-safe, and fresh at each call. Raises SearchUnavailableError only."""

    def search(self, query: SearchQuery) -> SearchResults:
        """One page of hits with facets and histogram."""

    def clusters(self, query: SearchQuery, zoom: int) -> tuple[Cluster, ...]:
        """All located hits, near ones joined; ``zoom`` is that of Web Mercator tiles."""

    def count(self, query: SearchQuery, *, is_located: bool = False) -> int:
        """How many hits there are in all, or how many of them have a point."""

    def suggest(self, prefix: str, limit: int = 10) -> tuple[Suggestion, ...]:
        """Records whose name, former name, pinyin, initials or code begins with, or holds, the text."""

    def iter_keys(self, query: SearchQuery) -> Iterator[DocumentKey]:
        """Every hit in the query's order, whatever its page: for exports and bulk actions."""

    def status(self) -> EngineStatus:
        """Never raises: what is wrong is in the answer."""


class SearchWriter(Protocol):
    """For the drainer and the rebuilder, one at a time. Raises SearchUnavailableError only."""

    def create(self) -> str:
        """A new, empty generation beside the current one; returns its name."""

    def apply(
        self, generation: str, upserts: Iterable[SearchDocument], deletes: Iterable[DocumentKey] = ()
    ) -> None:
        """Durable and visible when it returns; doing it twice changes nothing more."""

    def promote(self, generation: str) -> None:
        """Make a generation the one that answers, in one step."""

    def drop(self, generation: str) -> None:
        """Remove a generation that is not the current one; a missing one is no error."""

    def generations(self) -> tuple[Generation, ...]:
        """All generations, oldest first."""

    def versions(self, generation: str = "") -> Iterator[tuple[DocumentKey, int]]:
        """Key and version of every document (of the current generation if none is named)."""


class SearchEngine(SearchReader, SearchWriter, Protocol):
    """Reads and writes."""
