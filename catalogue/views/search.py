"""The result list."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from catalogue import result_page
from catalogue.degraded import browse_without_index, not_applied
from catalogue.last_page import search_page
from catalogue.search_form import read_search
from catalogue.views.maps import show_map
from search.engine import get_engine
from search.results import SearchUnavailableError


def search(request: HttpRequest) -> HttpResponse:
    """Show a page of results; without an index, the records as the database lists them."""
    wanted = read_search(request.GET, language=request.LANGUAGE_CODE)
    if wanted.view == "map":
        return show_map(request, wanted, is_view_of_search=True)
    try:
        results, is_degraded = search_page(wanted, get_engine().search), False
    except SearchUnavailableError:
        results, is_degraded = search_page(wanted, browse_without_index), True
        wanted.warnings += not_applied(wanted.query)
    context = {
        "form": {"q": wanted.typed.get("q", "")},
        "query": wanted.query.text,
        "typed": wanted.typed,
        "results": results,
        "is_degraded": is_degraded,
        "is_grid": wanted.view == "grid",
        "rows": result_page.with_pictures(result_page.result_rows(results, wanted)),
        "facets": result_page.facet_blocks(results, wanted),
        "histogram": result_page.histogram(results, wanted),
        "chips": result_page.chips(wanted),
        "warnings": wanted.warnings + result_page.engine_warnings(results),
        "pages": result_page.paging(results, wanted),
        "sorts": result_page.sorts(wanted),
        "views": result_page.views(wanted),
        "twins": result_page.twins(wanted),
        "suggested_ways_out": [] if results.total else result_page.ways_out(wanted),
    }
    return render(request, "catalogue/search.html", context, status=503 if is_degraded else 200)
