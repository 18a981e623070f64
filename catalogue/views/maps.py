"""The map of all hits of a search, and its points for machines."""

from hashlib import sha256

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import condition

from catalogue import map_page
from catalogue.map_clusters import cluster_answer, read_zoom
from catalogue.search_form import SearchRequest, ignored, read_search
from search.engine import get_engine
from search.results import SearchUnavailableError


def map_view(request: HttpRequest) -> HttpResponse:
    """Show the hits of a search on a map and as a list; without an index, say where to go on."""
    return show_map(request, read_search(request.GET, language=request.LANGUAGE_CODE))


def show_map(request: HttpRequest, wanted: SearchRequest, *, is_view_of_search: bool = False) -> HttpResponse:
    """Render the map of a search, at its own address or as one view of the search page."""
    context: dict = {
        "form": {"q": wanted.typed.get("q", "")},
        "query": wanted.query.text,
        "typed": wanted.typed,
        "page_url": reverse("search" if is_view_of_search else "map"),
        "is_view_of_search": is_view_of_search,
    }
    try:
        context |= map_page.map_context(wanted, is_view_of_search=is_view_of_search)
    except SearchUnavailableError:
        context |= {"is_degraded": True, "warnings": wanted.warnings}
        return render(request, "catalogue/map.html", context, status=503)
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
    typed = "".join(parameters.pop("zoom", [])[-1:])
    zoom = read_zoom(typed)
    wanted = read_search(parameters, language=request.LANGUAGE_CODE)
    if typed and typed != str(zoom):
        wanted.warnings.append(ignored("zoom", typed))
    try:
        answer = cluster_answer(wanted, zoom)
    except SearchUnavailableError:
        return JsonResponse({"clusters": []}, status=503, headers={"Retry-After": "60"})
    return JsonResponse(answer, json_dumps_params={"ensure_ascii": False})
