"""The map of all hits of a search, and its points for machines."""

from hashlib import sha256

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import condition

from catalogue import map_page, result_page
from catalogue.map_clusters import cluster_answer, read_zoom
from catalogue.search_form import read_search
from search.engine import get_engine
from search.results import SearchUnavailableError


def map_view(request: HttpRequest) -> HttpResponse:
    """Show the hits of a search on a map and as a list; without an index, say where to go on."""
    wanted = read_search(request.GET, language=request.LANGUAGE_CODE)
    context: dict = {
        "form": {"q": wanted.typed.get("q", "")},
        "query": wanted.query.text,
        "typed": wanted.typed,
    }
    try:
        results = get_engine().search(wanted.query)
        located = get_engine().count(wanted.query, is_located=True)
        lists = map_page.map_lists(wanted)
    except SearchUnavailableError:
        context |= {"is_degraded": True, "warnings": wanted.warnings}
        return render(request, "catalogue/map.html", context, status=503)
    context |= {
        "total": results.total,
        "located": located,
        "unplaced": results.total - located,
        "lists": lists,
        "most_listed": map_page.MOST_LISTED,
        "facets": result_page.facet_blocks(results, wanted),
        "histogram": map_page.map_histogram(results, wanted),
        "chips": map_page.map_chips(wanted),
        "warnings": wanted.warnings + result_page.engine_warnings(results),
        "list_url": map_page.list_address(wanted),
        "map_settings": map_page.map_settings(wanted),
    }
    return render(request, "catalogue/map.html", context)


def _revision(request: HttpRequest) -> str | None:
    """The answer changes with the index and with the address, language included."""
    revision = get_engine().status().revision
    asked = f"{revision} {request.get_full_path()}"
    return f'"{sha256(asked.encode()).hexdigest()[:32]}"' if revision else None


@condition(etag_func=_revision)
def map_clusters(request: HttpRequest) -> JsonResponse:
    """Answer the points of a search, near ones joined; `?zoom=` beside the parameters of the search."""
    parameters = request.GET.copy()
    zoom = read_zoom("".join(parameters.pop("zoom", [])[-1:]))
    wanted = read_search(parameters, language=request.LANGUAGE_CODE)
    try:
        answer = cluster_answer(wanted, zoom)
    except SearchUnavailableError:
        return JsonResponse({"clusters": []}, status=503, headers={"Retry-After": "60"})
    return JsonResponse(answer, json_dumps_params={"ensure_ascii": False})
