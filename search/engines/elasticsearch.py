"""The engine for more than one machine: a cluster of Elasticsearch, version 8.19 or later.

It answers the same as the embedded engine (`tests/search/test_engine_contract.py`).
"""

import time
from collections.abc import Iterable, Iterator
from typing import Any

from elasticsearch.dsl import A, Search
from elasticsearch.dsl.query import Bool, Exists, Ids, Query

from search.cells import cluster_interval
from search.document_schema import DocumentKey, SearchDocument
from search.engines.elasticsearch_asking import Asking, key_of
from search.engines.elasticsearch_calls import Calls
from search.engines.elasticsearch_counts import aggregations, counts
from search.engines.elasticsearch_indices import FORMAT, Indices
from search.engines.elasticsearch_queries import RECORDS, narrowing, term_query, text_query, whole_query
from search.engines.elasticsearch_schema import REVISION
from search.engines.elasticsearch_writing import write
from search.index_fields import STORED_FIELDS, key_of_number
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

ORDERS: dict[str, list[dict[str, Any]]] = {
    "relevance": [{"_score": "desc"}, {"key": "asc"}],
    "pinyin": [{"sort_key": {"order": "asc", "missing": "_last"}}, {"key": "asc"}],
    "year": [{"year_from": {"order": "asc", "missing": "_last"}}, {"key": "asc"}],
    "listed": [{"listed_on": {"order": "desc", "missing": "_last"}}, {"key": "asc"}],
}
# Past this many points squares are not made smaller than those of this zoom: a cluster bounds its buckets.
MANY_POINTS = 50_000
FINEST_ZOOM_OF_MANY = 9


class ElasticsearchEngine:
    """Implements `search.engines.base.SearchEngine`.

    `index`: the alias that answers, and the beginning of the names of its generations. `shards`, `replicas`:
    of a generation that is built from now on. Everything else is the client's: hosts, api_key, basic_auth,
    ca_certs, verify_certs …
    """

    def __init__(self, *, index: str = "heritage", shards: int = 1, replicas: int = 0, **client: Any) -> None:
        self._calls = Calls(client)
        self._indices = Indices(index, shards, replicas)
        self._asking = Asking(self._calls, self._indices)

    def search(self, query: SearchQuery) -> SearchResults:
        started = time.perf_counter()
        parsed = parse(query.text)
        wanted = (
            self._search(text_query(query))
            .post_filter(narrowing(query))
            .sort(*ORDERS[query.order])
            .extra(track_total_hits=True, track_scores=query.order == "relevance")
        )[query.offset : query.offset + query.per_page]
        for name, counted in (aggregations(query) | {REVISION: _revision()}).items():
            wanted.aggs.bucket(name, counted)
        answer = self._asking.ask(wanted)
        with self._calls.reading():
            found, generation, revision = answer["hits"], *self._told(answer)
            facets, years = counts(query, answer["aggregations"])
            is_scored = query.order == "relevance"
            warnings = {NOTHING_TO_SEARCH: parsed.is_unsearchable, TEXT_SHORTENED: parsed.is_shortened}
            return SearchResults(
                total=found["total"]["value"],
                hits=tuple(
                    Hit(key_of(hit), (hit["_score"] or 0.0) if is_scored else 0.0) for hit in found["hits"]
                ),
                facets=facets,
                years=years,
                generation=generation,
                revision=revision,
                took_ms=(time.perf_counter() - started) * 1000,
                warnings=tuple(warning for warning, is_due in warnings.items() if is_due),
            )

    def clusters(self, query: SearchQuery, zoom: int) -> tuple[Cluster, ...]:
        located = _located(query)
        if self._count(located) > MANY_POINTS:
            zoom = min(zoom, FINEST_ZOOM_OF_MANY)
        cells = A("histogram", field="cell", interval=cluster_interval(zoom), min_doc_count=1)
        for field in ("longitude", "latitude"):
            cells.metric(field, "avg", field=field)
        cells.metric("first_key", "min", field="key")
        wanted = self._search(located)[:0]
        wanted.aggs.bucket("cells", cells)
        answer = self._asking.ask(wanted)
        with self._calls.reading():
            return tuple(map(_cluster, answer["aggregations"]["cells"]["buckets"]))

    def count(self, query: SearchQuery, *, is_located: bool = False) -> int:
        return self._count(_located(query) if is_located else whole_query(query))

    def suggest(self, prefix: str, limit: int = 10) -> tuple[Suggestion, ...]:
        terms = parse(prefix).terms
        if not terms:
            return ()
        built = Bool(must=[term_query(term, is_typing=True) for term in terms], filter=[RECORDS])
        # More than asked for, because names that begin with the text come first.
        wanted = self._search(built).source(list(STORED_FIELDS)).sort(*ORDERS["relevance"])[: limit * 4]
        answer = self._asking.ask(wanted)
        with self._calls.reading():
            rows = [(key_of(hit), hit["_source"]) for hit in answer["hits"]["hits"]]
            start = " ".join(fold(prefix).split())
            rows.sort(key=lambda row: not fold(row[1]["title_zh"]).startswith(start))
            return tuple(
                Suggestion(key, told["title_zh"], told["title_en"], told["number"])
                for key, told in rows[:limit]
            )

    def iter_keys(self, query: SearchQuery) -> Iterator[DocumentKey]:
        return (
            key
            for key, _hit in self._asking.every_hit(
                whole_query(query), ORDERS[query.order], self._indices.alias, ["key"]
            )
        )

    def status(self) -> EngineStatus:
        try:
            with self._calls.reading() as client:
                generation = self._indices.require_current(client)
                document_count = self._indices.count(client, generation)
            _generation, revision = self._told(self._asking.ask(self._told_only()))
        except SearchUnavailableError as error:
            return EngineStatus(engine="elasticsearch", generation="", document_count=0, problem=str(error))
        return EngineStatus(
            engine="elasticsearch",
            generation=generation,
            document_count=document_count,
            is_outdated=not generation.endswith(f"-{FORMAT}"),
            revision=revision,
        )

    def create(self) -> str:
        with self._calls.writing() as client:
            generation = self._indices.create(client)
            write(client, self._indices.index_of(generation), (), ())
            return generation

    def apply(
        self, generation: str, upserts: Iterable[SearchDocument], deletes: Iterable[DocumentKey] = ()
    ) -> None:
        with self._calls.writing() as client:
            write(client, self._indices.index_of(generation), upserts, deletes)

    def promote(self, generation: str) -> None:
        with self._calls.writing() as client:
            self._indices.promote(client, generation)

    def drop(self, generation: str) -> None:
        with self._calls.writing() as client:
            self._indices.drop(client, generation)

    def generations(self) -> tuple[Generation, ...]:
        with self._calls.writing() as client:
            return self._indices.describe(client)

    def versions(self, generation: str = "") -> Iterator[tuple[DocumentKey, int]]:
        index = self._indices.index_of(generation) if generation else self._indices.alias
        rows = self._asking.every_hit(RECORDS, ORDERS["pinyin"], index, ["key", "version"])
        return ((key, hit["fields"]["version"][0]) for key, hit in rows)

    def _search(self, query: Query) -> Search:
        """A search of the generation that answers; keys come as columns, nothing is read from the source."""
        return Search(index=self._indices.alias).query(query).source(False).extra(docvalue_fields=["key"])

    def _told_only(self) -> Search:
        wanted = self._search(RECORDS)[:0]
        wanted.aggs.bucket(REVISION, _revision())
        return wanted

    def _count(self, query: Query) -> int:
        answer = self._asking.ask(self._search(query).extra(track_total_hits=True)[:0])
        with self._calls.reading():
            return answer["hits"]["total"]["value"]

    def _told(self, answer: Any) -> tuple[str, str]:
        """Return the generation that answered and its revision."""
        [told] = answer["aggregations"][REVISION]["one"]["told"]["hits"]["hits"]
        return told["_index"].removeprefix(f"{self._indices.alias}-"), told["_source"][REVISION]


def _revision() -> Any:
    """The aggregation that tells which generation answered, and when it was last changed."""
    told = A("filter", filter=Ids(values=[REVISION]))
    told.metric("told", "top_hits", size=1, _source=[REVISION])
    everything = A("global")
    everything.bucket("one", told)
    return everything


def _located(query: SearchQuery) -> Query:
    return Bool(must=[whole_query(query)], filter=[Exists(field="cell")])


def _cluster(bucket: Any) -> Cluster:
    key = key_of_number(int(bucket["first_key"]["value"])) if bucket["doc_count"] == 1 else None
    return Cluster(bucket["longitude"]["value"], bucket["latitude"]["value"], bucket["doc_count"], key)
