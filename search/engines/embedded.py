"""The embedded engine: Tantivy in this process, its index in a local directory."""

import os
import time
from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import cast

import tantivy
from tantivy import Order, Query

from search.cells import cluster_interval
from search.document_schema import DocumentKey, SearchDocument
from search.engines.embedded_counts import count
from search.engines.embedded_generations import FORMAT
from search.engines.embedded_index import EmbeddedIndex, OpenGeneration
from search.engines.embedded_queries import build_query, every, term_query
from search.engines.embedded_schema import to_tantivy
from search.index_fields import key_number, key_of_number
from search.query import SearchQuery
from search.results import (
    NOTHING_TO_SEARCH,
    TEXT_SHORTENED,
    Cluster,
    EngineStatus,
    Generation,
    Hit,
    SearchResults,
    SearchUnavailableError,
    Suggestion,
)
from search.terms import parse
from search.text import fold

ORDERS = {
    "pinyin": ("sort_key", Order.Asc),
    "year": ("year_from", Order.Asc),
    "listed": ("listed_on", Order.Desc),
}

# Past this many points squares are not made smaller than those of this zoom: Tantivy bounds its buckets.
MANY_POINTS = 50_000
FINEST_ZOOM_OF_MANY = 9


class EmbeddedEngine:
    """Implements ``search.engines.base.SearchEngine``. ``path``: a directory of its own on a local disk."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._index = EmbeddedIndex(path)

    def search(self, query: SearchQuery) -> SearchResults:
        started = time.perf_counter()
        with self._index.reading() as opened:
            parsed = parse(query.text)
            # Building a query is dear where it holds a beginning of a word; one search counts with it again.
            build = cache(partial(build_query, opened.schema))
            found = _find(opened, build(query), query, query.per_page, query.offset)
            facets, years = count(opened.searcher, query, build)
            is_scored = query.order == "relevance"
            warnings = {NOTHING_TO_SEARCH: parsed.is_unsearchable, TEXT_SHORTENED: parsed.is_shortened}
            return SearchResults(
                total=found.count,  # type: ignore[attr-defined]  # missing in its stub
                hits=tuple(
                    Hit(key_of_number(number), score if is_scored else 0.0)
                    for number, (score, _) in zip(opened.integers("key", found), found.hits, strict=True)
                ),
                facets=facets,
                years=years,
                generation=opened.name,
                revision=opened.revision,
                took_ms=(time.perf_counter() - started) * 1000,
                warnings=tuple(warning for warning, is_due in warnings.items() if is_due),
            )

    def clusters(self, query: SearchQuery, zoom: int) -> tuple[Cluster, ...]:
        with self._index.reading() as opened:
            located = _located(opened, query)
            if _count(opened, located) > MANY_POINTS:
                zoom = min(zoom, FINEST_ZOOM_OF_MANY)
            answer = opened.searcher.aggregate(
                located,
                {
                    "cells": {
                        "histogram": {
                            "field": "cell",
                            "interval": cluster_interval(zoom),
                            "min_doc_count": 1,
                        },
                        "aggs": {
                            "longitude": {"avg": {"field": "longitude"}},
                            "latitude": {"avg": {"field": "latitude"}},
                            "first_key": {"min": {"field": "key"}},
                        },
                    }
                },
            )
            return tuple(map(_cluster, answer["cells"]["buckets"]))

    def count(self, query: SearchQuery, *, is_located: bool = False) -> int:
        with self._index.reading() as opened:
            wanted = _located(opened, query) if is_located else build_query(opened.schema, query)
            return _count(opened, wanted)

    def suggest(self, prefix: str, limit: int = 10) -> tuple[Suggestion, ...]:
        with self._index.reading() as opened:
            terms = parse(prefix).terms
            if not terms:
                return ()
            built = every([term_query(opened.schema, term, is_typing=True) for term in terms])
            # More than asked for, because names that begin with the text come first.
            found = opened.searcher.search(built, limit * 4, False)
            rows = [opened.searcher.doc(address) for _, address in found.hits]
            start = " ".join(fold(prefix).split())
            rows.sort(key=lambda row: not fold(_stored(row, "title_zh")).startswith(start))
            return tuple(map(_suggestion, rows[:limit]))

    def iter_keys(self, query: SearchQuery) -> Iterator[DocumentKey]:
        with self._index.reading() as opened:
            built = build_query(opened.schema, query)
            numbers = opened.integers("key", _find(opened, built, query, opened.searcher.num_docs))
        return map(key_of_number, numbers)

    def status(self) -> EngineStatus:
        try:
            with self._index.reading() as opened:
                return EngineStatus(
                    engine="embedded",
                    generation=opened.name,
                    document_count=opened.searcher.num_docs,
                    is_outdated=not opened.name.endswith(f"-{FORMAT}"),
                    revision=opened.revision,
                )
        except SearchUnavailableError as error:
            return EngineStatus(engine="embedded", generation="", document_count=0, problem=str(error))

    def create(self) -> str:
        return self._index.create()

    def apply(
        self, generation: str, upserts: Iterable[SearchDocument], deletes: Iterable[DocumentKey] = ()
    ) -> None:
        with self._index.writing(generation) as write:
            for key in deletes:
                write.delete(key_number(key))
            for document in upserts:
                write.replace(key_number(document.key), to_tantivy(document))

    def promote(self, generation: str) -> None:
        with self._index.guarding(generation):
            self._index.directory.refuse_damaged(generation)
            self._index.directory.point_to(generation)

    def drop(self, generation: str) -> None:
        if self._index.is_current(generation):
            raise SearchUnavailableError(f"{generation} answers searches now; promote another one first.")
        with self._index.guarding(generation):
            self._index.directory.remove(generation)

    def generations(self) -> tuple[Generation, ...]:
        return tuple(map(self._index.describe, self._index.directory.names()))

    def versions(self, generation: str = "") -> Iterator[tuple[DocumentKey, int]]:
        with self._index.reading(generation) as opened:
            found = opened.searcher.search(Query.all_query(), max(1, opened.searcher.num_docs), False)
            numbers, versions = opened.integers("key", found), opened.integers("version", found)
        return zip(map(key_of_number, numbers), versions, strict=True)


def _located(opened: OpenGeneration, query: SearchQuery) -> Query:
    return every([build_query(opened.schema, query), Query.exists_query("cell")])


def _count(opened: OpenGeneration, built: Query) -> int:
    return opened.searcher.search(built, 1, True).count  # type: ignore[attr-defined]  # as above


def _find(
    opened: OpenGeneration, built: Query, query: SearchQuery, limit: int, offset: int = 0
) -> tantivy.SearchResult:
    field, order = ORDERS.get(query.order, (None, Order.Desc))
    # Tantivy takes no limit of 0, which is the size of an empty index.
    return opened.searcher.search(
        built, max(1, limit), True, order_by_field=field, offset=offset, order=order
    )


def _cluster(bucket: dict) -> Cluster:
    key = key_of_number(int(bucket["first_key"]["value"])) if bucket["doc_count"] == 1 else None
    return Cluster(bucket["longitude"]["value"], bucket["latitude"]["value"], bucket["doc_count"], key)


def _suggestion(row: tantivy.Document) -> Suggestion:
    key = key_of_number(cast(int, row.get_first("key")))
    return Suggestion(key, _stored(row, "title_zh"), _stored(row, "title_en"), _stored(row, "number"))


def _stored(row: tantivy.Document, field: str) -> str:
    return cast(str, row.get_first(field))
