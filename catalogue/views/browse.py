"""Browsing by facet, and the pages about the site itself."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from catalogue.browse import browse_links, browse_values, facet_named
from search.results import SearchUnavailableError


def browse(request: HttpRequest, facet: str) -> HttpResponse:
    """Show every value of a facet; without an index, say so and lead to the index of names."""
    found = facet_named(facet)
    if found is None:
        raise Http404
    try:
        values, is_degraded = browse_values(found, request.LANGUAGE_CODE), False
    except SearchUnavailableError:
        values, is_degraded = [], True
    context = {
        "facet": found,
        "values": values,
        "links": browse_links(facet),
        "is_degraded": is_degraded,
    }
    return render(request, "catalogue/browse.html", context, status=503 if is_degraded else 200)


def about(request: HttpRequest) -> HttpResponse:
    """Say what the data are, how exact, under which licence, and what the drawings are."""
    return render(request, "catalogue/about.html")


def accessibility(request: HttpRequest) -> HttpResponse:
    """State how the site can be used by everybody."""
    return render(request, "catalogue/accessibility.html")
