"""A page of results: rows, facets with their links, chips, paging. Everything is a link or a form."""

from dataclasses import dataclass, replace

from django.http import QueryDict
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from catalogue.facet_values import labels_by_facet
from catalogue.histogram import draw_histogram
from catalogue.photographs import pictures
from catalogue.result_rows import ResultRow, rows_for
from catalogue.search_form import VIEWS, SearchRequest
from heritage.disclosure import first_photographs
from search.facets import FACETS, SORTS
from search.query import MAX_HITS
from search.results import NOTHING_TO_SEARCH, TEXT_SHORTENED, SearchResults

WARNING_SENTENCES = {
    NOTHING_TO_SEARCH: gettext_lazy(
        "The search text holds nothing but punctuation, so nothing was searched."
    ),
    TEXT_SHORTENED: gettext_lazy("The search text is very long; only its first words were searched."),
}


SHOWN = 8  # values of a facet before the rest is folded
VIEW_LABELS = {
    "list": pgettext_lazy("public site", "List"),
    "grid": pgettext_lazy("public site", "Plates"),
    "map": pgettext_lazy("public site", "Map"),
}
TWINS = (
    ("CSV", "search_csv", "text/csv"),
    ("GeoJSON", "search_geojson", "application/geo+json"),
    ("JSON", "search_json", "application/json"),
    ("Atom", "search_atom", "application/atom+xml"),
)


@dataclass(frozen=True)
class FacetValue:
    value: str
    label: str
    count: int
    is_selected: bool
    url: str
    share: int  # per cent of the largest count, for the bar


@dataclass(frozen=True)
class FacetBlock:
    """A facet. Its first values and the chosen ones stand open, the others are one step away."""

    name: str
    label: str
    values: list[FacetValue]

    @property
    def shown(self) -> list[FacetValue]:
        return [value for place, value in enumerate(self.values) if place < SHOWN or value.is_selected]

    @property
    def folded(self) -> list[FacetValue]:
        return [value for value in self.values[SHOWN:] if not value.is_selected]


@dataclass(frozen=True)
class Chip:
    label: str
    remove_url: str


@dataclass(frozen=True)
class Pages:
    number: int
    count: int
    first: int
    last: int
    previous_url: str
    next_url: str
    links: list[dict]


def result_rows(results: SearchResults, request: SearchRequest) -> list[ResultRow]:
    """Return the rows of the page in the order of the hits."""
    return rows_for([hit.key for hit in results.hits], request.query.text)


def with_pictures(rows: list[ResultRow]) -> list[ResultRow]:
    """Return the rows with a photograph in the place of the drawing, where a site has one."""
    photographs = first_photographs(row.site.pk for row in rows if row.site)
    if not photographs:
        return rows
    return [
        replace(row, picture=next(iter(pictures([photographs[row.site.pk]], of=row.name)), None))
        if row.site and row.site.pk in photographs
        else row
        for row in rows
    ]


def facet_blocks(results: SearchResults, request: SearchRequest) -> list[FacetBlock]:
    """Return the facets with counts, each value a link that switches it."""
    blocks = []
    words = labels_by_facet(
        {name: [count.value for count in counts] for name, counts in results.facets.items()}
    )
    for facet in FACETS:
        counts = results.facets.get(facet.name, ())
        labels = words.get(facet.name, {})
        largest = max((count.count for count in counts), default=1) or 1
        values = [
            FacetValue(
                value=count.value,
                label=labels.get(count.value, count.value),
                count=count.count,
                is_selected=count.is_selected,
                url=_switched(request.typed, facet.name, count.value),
                share=round(100 * count.count / largest),
            )
            for count in counts
        ]
        if values:
            blocks.append(FacetBlock(facet.name, str(facet.label), values))
    return blocks


def chips(request: SearchRequest) -> list[Chip]:
    """Return each chosen condition with the address without it."""
    found = []
    words = labels_by_facet(dict(request.query.filters))
    for facet in FACETS:
        labels = words.get(facet.name, {})
        for value in request.query.selected(facet.name):
            label = _("%(facet)s: %(value)s") % {"facet": facet.label, "value": labels.get(value, value)}
            found.append(Chip(label, _switched(request.typed, facet.name, value)))
    if request.query.years:
        first, last = request.query.years
        label = _("Years: %(first)s–%(last)s") % {"first": first or "…", "last": last or "…"}
        found.append(Chip(label, _address(request.typed, year_from=None, year_to=None)))
    if request.query.bbox:
        found.append(Chip(_("Part of the map"), _address(request.typed, bbox=None)))
    return found


def paging(results: SearchResults, request: SearchRequest) -> Pages:
    """Return the page links; none leads beyond hit 10,000."""
    query = request.query
    reachable = min(results.total, MAX_HITS)
    count = max(1, -(-reachable // query.per_page))
    near = sorted({1, count, *range(max(1, query.page - 2), min(count, query.page + 2) + 1)})
    return Pages(
        number=query.page,
        count=count,
        first=query.offset + 1 if results.hits else 0,
        last=query.offset + len(results.hits),
        previous_url=_address(request.typed, page=min(query.page - 1, count)) if query.page > 1 else "",
        next_url=_address(request.typed, page=query.page + 1) if query.page < count else "",
        links=[
            {
                "number": number,
                "url": _address(request.typed, page=number),
                "is_current": number == query.page,
            }
            for number in near
        ],
    )


def sorts(request: SearchRequest) -> list[dict]:
    """Return the orders on offer."""
    has_text = bool(request.query.text.strip())
    return [
        {"value": sort.name, "label": str(sort.label), "is_selected": sort.name == request.query.order}
        for sort in SORTS
        if has_text or not sort.needs_text
    ]


def ways_out(request: SearchRequest) -> list[dict]:
    """For an empty result: drop one condition, or all of them."""
    drops = [
        {"label": _("without “%(condition)s”") % {"condition": chip.label}, "url": chip.remove_url}
        for chip in chips(request)
    ]
    return [*drops, {"label": _("browse all records"), "url": reverse("site_list")}]


def twins(request: SearchRequest) -> list[dict]:
    """Return the same results in other formats."""
    query_string = request.typed.urlencode()
    suffix = f"?{query_string}" if query_string else ""
    return [
        {"label": label, "url": reverse(name) + suffix, "media_type": media_type}
        for label, name, media_type in TWINS
    ]


def views(request: SearchRequest) -> list[dict]:
    """Return the ways to look at the same result."""
    return [
        {
            "label": str(VIEW_LABELS[view]),
            "url": _address(request.typed, view=None if view == VIEWS[0] else view),
            "is_current": view == request.view,
        }
        for view in VIEWS
    ]


def histogram(results: SearchResults, request: SearchRequest) -> SafeString:
    """Return the bars by decade; a bar that is chosen leads back to all years."""

    def address(first: int | None, last: int | None) -> str:
        if request.query.years == (first, last):
            return _address(request.typed, year_from=None, year_to=None)
        return _address(request.typed, year_from=first, year_to=last)

    return draw_histogram(results.years, address, request.query.years)


def engine_warnings(results: SearchResults) -> list[str]:
    """Put the engine's warnings into words."""
    return [str(WARNING_SENTENCES[code]) for code in results.warnings]


def _switched(typed: QueryDict, name: str, value: str) -> str:
    """The address with a facet value added, or taken away when it is chosen already."""
    values = typed.getlist(name)
    changed = [kept for kept in values if kept != value] if value in values else [*values, value]
    return _address(typed, **{name: changed})


def _address(typed: QueryDict, **changes: object) -> str:
    parameters = typed.copy()
    parameters.pop("page", None)
    for name, value in changes.items():
        if value is None:
            parameters.pop(name, None)
        else:
            parameters.setlist(name, value if isinstance(value, list) else [str(value)])
    encoded = parameters.urlencode()
    return reverse("search") + (f"?{encoded}" if encoded else "")
