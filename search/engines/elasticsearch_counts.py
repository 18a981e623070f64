"""Counts over all hits. What is chosen in a facet narrows every count but that facet's own."""

from dataclasses import replace
from typing import Any

from elasticsearch.dsl import A
from elasticsearch.dsl.aggs import Agg

from search.engines.elasticsearch_queries import narrowing
from search.engines.elasticsearch_schema import facet_field
from search.facets import FACETS, HISTOGRAM_YEARS
from search.query import SearchQuery
from search.results import FacetCount, YearCount

YEARS = "years"
INSIDE = "counted"


def aggregations(query: SearchQuery) -> dict[str, Agg]:
    """Name → aggregation, each below the filters that are not its own."""
    found = {
        facet.name: _below(query.without(facet.name), _terms(facet.name, facet.size)) for facet in FACETS
    }
    bars = A("histogram", field="decade", interval=HISTOGRAM_YEARS, min_doc_count=1)
    return found | {YEARS: _below(replace(query, years=None), bars)}


def counts(
    query: SearchQuery, answer: dict[str, Any]
) -> tuple[dict[str, tuple[FacetCount, ...]], tuple[YearCount, ...]]:
    """Facet → counts, most frequent first, chosen values also where they count nothing; and one bar for each
    decade in which a hit is dated, in order of time.
    """
    rows = {name: answer[name][INSIDE]["buckets"] for name in (*(facet.name for facet in FACETS), YEARS)}
    facets = {facet.name: _ranked(rows[facet.name], query.selected(facet.name)) for facet in FACETS}
    return facets, tuple(_bar(int(row["key"]), row["doc_count"]) for row in rows[YEARS])


def _terms(name: str, size: int) -> Agg:
    return A("terms", field=facet_field(name), size=size, order=[{"_count": "desc"}, {"_key": "asc"}])


def _below(query: SearchQuery, counted: Agg) -> Agg:
    return A("filter", filter=narrowing(query), aggs={INSIDE: counted})


def _bar(first: int, count: int) -> YearCount:
    return YearCount(first, first + HISTOGRAM_YEARS - 1, count)


def _ranked(rows: list[dict], selected: tuple[str, ...]) -> tuple[FacetCount, ...]:
    found = dict.fromkeys(selected, 0) | {row["key"]: row["doc_count"] for row in rows}
    ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(FacetCount(value, count, value in selected) for value, count in ranked)
