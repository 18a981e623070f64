"""Counts over all hits. What is chosen in a facet narrows every count but that facet's own."""

from dataclasses import replace

from tantivy import Schema, Searcher

from search.engines.embedded_queries import build_query
from search.engines.embedded_schema import facet_field
from search.facets import FACETS, HISTOGRAM_YEARS
from search.query import SearchQuery
from search.results import FacetCount, YearCount


def facet_counts(searcher: Searcher, schema: Schema, query: SearchQuery) -> dict[str, tuple[FacetCount, ...]]:
    """Facet → counts, most frequent first; chosen values are there even where they count nothing."""
    counts: dict[str, dict[str, int]] = {}
    chosen = [facet for facet in FACETS if query.selected(facet.name)]
    free = [facet for facet in FACETS if facet not in chosen]
    for facets, narrowed in ((free, query), *(([facet], query.without(facet.name)) for facet in chosen)):
        if facets:
            answer = searcher.aggregate(
                build_query(schema, narrowed),
                {
                    facet.name: {"terms": {"field": facet_field(facet.name), "size": facet.size}}
                    for facet in facets
                },
            )
            for facet in facets:
                counts[facet.name] = {row["key"]: row["doc_count"] for row in answer[facet.name]["buckets"]}
    return {facet.name: _ranked(counts[facet.name], query.selected(facet.name)) for facet in FACETS}


def year_counts(searcher: Searcher, schema: Schema, query: SearchQuery) -> tuple[YearCount, ...]:
    """One bar for each decade in which a hit is dated, in order of time."""
    answer = searcher.aggregate(
        build_query(schema, replace(query, years=None)),
        {"years": {"histogram": {"field": "decade", "interval": HISTOGRAM_YEARS, "min_doc_count": 1}}},
    )
    return tuple(
        YearCount(int(row["key"]), int(row["key"]) + HISTOGRAM_YEARS - 1, row["doc_count"])
        for row in answer["years"]["buckets"]
    )


def _ranked(counts: dict[str, int], selected: tuple[str, ...]) -> tuple[FacetCount, ...]:
    counts = dict.fromkeys(selected, 0) | counts
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(FacetCount(value, count, value in selected) for value, count in ranked)
