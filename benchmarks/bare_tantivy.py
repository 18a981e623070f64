"""Tantivy without anything of ours around it: the same index, queries and counts, and nothing else."""

from collections.abc import Callable
from dataclasses import replace

import tantivy
from django.conf import settings
from tantivy import Order

from search.engine import get_engine
from search.engines.embedded import ORDERS
from search.engines.embedded_queries import build_query
from search.engines.embedded_schema import facet_field
from search.facets import FACETS, HISTOGRAM_YEARS
from search.query import SearchQuery

HISTOGRAM = {"histogram": {"field": "decade", "interval": HISTOGRAM_YEARS, "min_doc_count": 1}}


class BareTantivy:
    """The serving generation, opened as anybody would."""

    def __init__(self) -> None:
        path = settings.SEARCH_ENGINE["OPTIONS"]["path"] / get_engine().status().generation
        self.index = tantivy.Index.open(str(path))
        self.searcher = self.index.searcher()

    def prepare(self, query: SearchQuery) -> Callable[[], int]:
        """Return the request; queries and aggregations are made beforehand, and each count once only."""
        wanted = build_query(self.index.schema, query)
        aggregations = self._aggregations(query)
        field, order = ORDERS.get(query.order, (None, Order.Desc))

        def request() -> int:
            found = self.searcher.search(
                wanted, query.per_page, True, order_by_field=field, offset=query.offset, order=order
            )
            for narrowed, counts in aggregations:
                self.searcher.aggregate(narrowed, counts)
            return len([self.searcher.doc(address).get_first("key") for _score, address in found.hits])

        return request

    def _aggregations(self, query: SearchQuery) -> list[tuple[tantivy.Query, dict]]:
        """One request for each different narrowing: counts of a facet leave out its own filter."""
        counts: dict[SearchQuery, dict] = {}
        for facet in FACETS:
            terms = {"terms": {"field": facet_field(facet.name), "size": facet.size}}
            counts.setdefault(query.without(facet.name), {})[facet.name] = terms
        counts.setdefault(replace(query, years=None), {})["years"] = HISTOGRAM
        return [(build_query(self.index.schema, narrowed), asked) for narrowed, asked in counts.items()]
