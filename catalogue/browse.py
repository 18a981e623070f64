"""Browsing without searching: every value of a facet with its count, each a link to its records."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from catalogue.facet_values import facet_labels
from search.engine import get_engine
from search.facets import FACETS, Facet
from search.query import SearchQuery


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
    counts = get_engine().search(SearchQuery(per_page=1, language=language)).facets.get(facet.name, ())
    labels = facet_labels(facet.name, [count.value for count in counts])
    largest = max((count.count for count in counts), default=1)
    return [
        BrowseValue(
            label=labels[count.value],
            count=count.count,
            url=f"{reverse('search')}?{urlencode({facet.name: count.value})}",
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
