"""A page past the end of a search answers the last one, and says so."""

from collections.abc import Callable
from dataclasses import replace

from django.utils.translation import gettext as _

from catalogue.search_form import SearchRequest
from search.query import MAX_HITS, SearchQuery
from search.results import SearchResults


def search_page(request: SearchRequest, search: Callable[[SearchQuery], SearchResults]) -> SearchResults:
    """Return the asked page of a search, or its last one; the request then holds that and a warning.

    Raises what `search` raises.
    """
    results = search(request.query)
    asked = request.query.page
    last = max(1, -(-min(results.total, MAX_HITS) // request.query.per_page))
    if asked <= last:
        return results
    request.query = replace(request.query, page=last)
    request.warnings.append(_("There is no page %(page)s; this is the last one.") % {"page": asked})
    return search(request.query)
