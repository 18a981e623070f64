"""Asking the generation that answers: one whole answer, or every hit a page at a time."""

from collections.abc import Iterator
from typing import Any

from elasticsearch import NotFoundError
from elasticsearch.dsl import Search
from elasticsearch.dsl.query import Query

from search.document_schema import DocumentKey
from search.engines.elasticsearch_calls import SEARCH_SECONDS, Calls, require_whole
from search.engines.elasticsearch_indices import Indices
from search.index_fields import key_of_number

PAGE = 5_000  # hits fetched at once where all are wanted
KEPT_OPEN = "1m"


class Asking:
    """Searches of one installation. Raises SearchUnavailableError only."""

    def __init__(self, calls: Calls, indices: Indices) -> None:
        self._calls, self._indices = calls, indices

    def ask(self, wanted: Search) -> Any:
        """Send a search and return the answer, from all shards and in time."""
        with self._calls.reading() as client:
            try:
                answer = client.search(
                    index=self._indices.alias,
                    **wanted.to_dict(),
                    timeout=f"{SEARCH_SECONDS:.0f}s",
                    allow_partial_search_results=False,
                ).body
            except NotFoundError:
                self._indices.require_current(client)
                raise
            require_whole(answer)
            return answer

    def every_hit(
        self, query: Query, sort: list[dict[str, Any]], index: str, columns: list[str]
    ) -> Iterator[tuple[DocumentKey, Any]]:
        """Yield every hit in its order, as the index was when it was first asked."""
        with self._calls.reading() as client:
            self._indices.require_current(client)
            point = client.open_point_in_time(index=index, keep_alive=KEPT_OPEN)["id"]
        after: dict[str, Any] = {}
        try:
            while True:
                with self._calls.reading() as client:
                    answer = client.search(
                        pit={"id": point, "keep_alive": KEPT_OPEN},
                        query=query.to_dict(),
                        sort=sort,
                        size=PAGE,
                        source=False,
                        docvalue_fields=[{"field": name} for name in columns],
                        track_total_hits=False,
                        **after,
                    ).body
                    require_whole(answer)
                    hits = answer["hits"]["hits"]
                yield from ((key_of(hit), hit) for hit in hits)
                if len(hits) < PAGE:
                    return
                after = {"search_after": hits[-1]["sort"]}
        finally:
            with self._calls.writing() as client:
                client.close_point_in_time(id=point)


def key_of(hit: Any) -> DocumentKey:
    return key_of_number(hit["fields"]["key"][0])
