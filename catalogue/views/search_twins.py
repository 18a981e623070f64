"""The result list for machines: JSON, CSV, GeoJSON, Atom, and suggestions."""

import json

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from catalogue.degraded import browse_without_index, not_applied
from catalogue.geojson import collection, row_feature
from catalogue.last_page import search_page
from catalogue.result_files import all_rows, atom, csv_lines
from catalogue.result_rows import rows_for
from catalogue.search_form import MAX_TEXT, read_search
from catalogue.search_json import answer
from search.engine import get_engine
from search.results import SearchUnavailableError

MOST_SUGGESTIONS = 10


def search_json(request: HttpRequest) -> JsonResponse:
    """Answer the same search for machines."""
    wanted = read_search(request.GET, language=request.LANGUAGE_CODE)
    try:
        results, status = search_page(wanted, get_engine().search), 200
    except SearchUnavailableError:
        results, status = search_page(wanted, browse_without_index), 503
        wanted.warnings += not_applied(wanted.query)
    return JsonResponse(
        answer(results, wanted, is_degraded=status != 200),
        status=status,
        json_dumps_params={"ensure_ascii": False},
        headers={"Retry-After": "60"} if status == 503 else None,
    )


def search_csv(request: HttpRequest) -> HttpResponse:
    """Send all hits as a table that spreadsheets open, and that runs nothing in them."""
    wanted = read_search(request.GET, language=request.LANGUAGE_CODE)
    try:
        rows = all_rows(wanted)
    except SearchUnavailableError:
        return _unavailable()
    return HttpResponse(
        "".join(csv_lines(rows)),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": 'attachment; filename="jilin-industrial-heritage.csv"',
            "X-Warnings": json.dumps(wanted.warnings),  # a table has no place for them
        },
    )


def search_geojson(request: HttpRequest) -> HttpResponse:
    """Send all hits as features; those without a point have no geometry."""
    wanted = read_search(request.GET, language=request.LANGUAGE_CODE)
    try:
        rows = all_rows(wanted)
    except SearchUnavailableError:
        return _unavailable()
    return JsonResponse(
        collection((row_feature(row) for row in rows), wanted.warnings),
        json_dumps_params={"ensure_ascii": False},
        content_type="application/geo+json",
    )


def search_atom(request: HttpRequest) -> HttpResponse:
    """Send the first hits as a feed."""
    wanted = read_search(request.GET, language=request.LANGUAGE_CODE)
    try:
        rows = all_rows(wanted)
    except SearchUnavailableError:
        return _unavailable()
    return HttpResponse(atom(wanted, rows, request.get_full_path()), content_type="application/atom+xml")


def suggest(request: HttpRequest) -> JsonResponse:
    """Answer records whose name, former name, pinyin or number begins with what was typed."""
    typed = request.GET.get("q", "").strip()[:MAX_TEXT]
    try:
        found = get_engine().suggest(typed, MOST_SUGGESTIONS) if typed else ()
    except SearchUnavailableError:
        return JsonResponse({"suggestions": []}, status=503, headers={"Retry-After": "60"})
    suggestions = [
        {
            "kind": row.kind,
            "kind_label": row.kind_label,
            "number": row.number,
            "name": row.name,
            "name_en": row.name_en,
            "place": row.place,
            "url": row.url,
        }
        for row in rows_for(suggestion.key for suggestion in found)
    ]
    return JsonResponse({"suggestions": suggestions}, json_dumps_params={"ensure_ascii": False})


def _unavailable() -> HttpResponse:
    return HttpResponse(
        _("Search is not available now; try again in a minute."),
        content_type="text/plain; charset=utf-8",
        status=503,
        headers={"Retry-After": "60"},
    )
