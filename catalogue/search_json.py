"""The JSON answer of a search; its shape is documented in docs/search.md and stable."""

from django.utils.translation import gettext as _

from catalogue.facet_values import labels_by_facet
from catalogue.result_page import engine_warnings, result_rows
from catalogue.result_rows import ResultRow
from catalogue.search_form import SearchRequest
from search.results import SearchResults


def answer(results: SearchResults, request: SearchRequest, *, is_degraded: bool = False) -> dict:
    """Return the answer as plain values."""
    warnings = request.warnings + engine_warnings(results)
    if is_degraded:
        warnings = [
            _("Search is not available now; these are the records as the catalogue lists them."),
            *warnings,
        ]
    labels = labels_by_facet(
        {name: [count.value for count in counts] for name, counts in results.facets.items()}
    )
    return {
        "query": request.query.text,
        "total": results.total,
        "took_ms": round(results.took_ms, 2),
        "page": request.query.page,
        "hits": [_hit(row) for row in result_rows(results, request)],
        "facets": {name: _facet(labels[name], counts) for name, counts in results.facets.items()},
        "years": [{"from": bar.year_from, "to": bar.year_to, "count": bar.count} for bar in results.years],
        "warnings": warnings,
    }


def _hit(row: ResultRow) -> dict:
    return {
        "kind": row.kind,
        "number": row.number,
        "url": row.url,
        "name": row.name,
        "name_en": row.name_en,
        "matched": row.matched,
        "highlight": [
            {"field": mark.field, "text": mark.text, "marks": [list(span) for span in mark.marks]}
            for mark in row.highlights
        ],
        "division": row.division,
        "period": row.period,
        "to_verify": row.to_verify,
    }


def _facet(labels: dict[str, str], counts) -> list[dict]:
    return [
        {
            "value": count.value,
            "label": labels.get(count.value, count.value),
            "count": count.count,
            "selected": count.is_selected,
        }
        for count in counts
    ]
