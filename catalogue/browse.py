"""Browsing without searching: every value of a facet with its count, each a link to its records."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from catalogue.facet_values import labels_by_facet
from search.engine import get_engine
from search.facets import FACETS, Facet
from search.query import SearchQuery
from search.results import FacetCount, SearchResults


@dataclass(frozen=True)
class BrowseValue:
    label: str
    count: int
    url: str
    share: int  # per cent of the largest count


def facet_named(name: str) -> Facet | None:
    return next((facet for facet in FACETS if facet.name == name), None)


def browse_values(facet: Facet, language: str) -> list[BrowseValue]:
    """Return the values, most frequent first. Raises SearchUnavailableError."""
    results = get_engine().search(SearchQuery(per_page=1, language=language))
    return first_values([facet.name], results)[0]["rows"]


def first_values(
    names: Iterable[str], results: SearchResults, most: int | None = None, **within: str
) -> list[dict]:
    """Return label, name and the first values of facets among results that are narrowed by `within`."""
    facets = [facet for facet in FACETS if facet.name in names]
    counts = {facet.name: results.facets.get(facet.name, ())[:most] for facet in facets}
    labels = labels_by_facet({name: [count.value for count in rows] for name, rows in counts.items()})
    return [
        {
            "name": facet.name,
            "label": facet.label,
            "rows": _values(facet.name, counts[facet.name], labels[facet.name], within),
        }
        for facet in facets
    ]


def _values(
    name: str, counts: Sequence[FacetCount], labels: Mapping[str, str], within: Mapping[str, str]
) -> list[BrowseValue]:
    largest = max((count.count for count in counts), default=1)
    return [
        BrowseValue(
            label=labels[count.value],
            count=count.count,
            url=f"{reverse('search')}?{urlencode({**within, name: count.value})}",
            share=round(100 * count.count / largest),
        )
        for count in counts
        if count.value in labels
    ]


def browse_links(current: str) -> list[dict]:
    """Return the facets that can be browsed."""
    return [
        {
            "label": str(facet.label),
            "url": reverse("browse", args=[facet.name]),
            "is_current": facet.name == current,
        }
        for facet in FACETS
    ]
