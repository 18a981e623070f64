"""Counts over all hits. What is chosen in a facet narrows every count but that facet's own."""

from collections.abc import Callable
from dataclasses import replace

from tantivy import Query, Searcher

from search.engines.embedded_schema import facet_field
from search.facets import FACETS, HISTOGRAM_YEARS
from search.query import SearchQuery
from search.results import FacetCount, YearCount

YEARS = "years"
HISTOGRAM = {"histogram": {"field": "decade", "interval": HISTOGRAM_YEARS, "min_doc_count": 1}}


def counted(query: SearchQuery) -> dict[SearchQuery, dict[str, dict]]:
    """Return narrowing → aggregations: what is narrowed alike is counted in one pass."""
    passes: dict[SearchQuery, dict[str, dict]] = {}
    for facet in FACETS:
        terms = {"terms": {"field": facet_field(facet.name), "size": facet.size}}
        passes.setdefault(query.without(facet.name), {})[facet.name] = terms
    passes.setdefault(replace(query, years=None), {})[YEARS] = HISTOGRAM
    return passes


def count(
    searcher: Searcher, query: SearchQuery, build: Callable[[SearchQuery], Query]
) -> tuple[dict[str, tuple[FacetCount, ...]], tuple[YearCount, ...]]:
    """Facet → counts, most frequent first, chosen values also where they count nothing; and one bar for each
    decade in which a hit is dated, in order of time.
    """
    answers: dict[str, list[dict]] = {}
    for narrowed, aggregations in counted(query).items():
        answer = searcher.aggregate(build(narrowed), aggregations)
        answers |= {name: answer[name]["buckets"] for name in aggregations}
    facets = {facet.name: _ranked(answers[facet.name], query.selected(facet.name)) for facet in FACETS}
    return facets, tuple(map(_bar, answers[YEARS]))


def _bar(row: dict) -> YearCount:
    """One decade; a row of Tantivy's answer holds `key` and `doc_count`."""
    return YearCount(int(row["key"]), int(row["key"]) + HISTOGRAM_YEARS - 1, row["doc_count"])


def _ranked(rows: list[dict], selected: tuple[str, ...]) -> tuple[FacetCount, ...]:
    counts = dict.fromkeys(selected, 0) | {row["key"]: row["doc_count"] for row in rows}
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(FacetCount(value, count, value in selected) for value, count in ranked)
