"""The map page: the question of the search form, what is on the map, and the same records as lists."""

from dataclasses import dataclass
from itertools import islice

from django.http import QueryDict
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from catalogue import result_page
from catalogue.histogram import draw_histogram
from catalogue.map_items import MapItem, map_items
from catalogue.result_page import Chip
from catalogue.search_form import SearchRequest
from search.engine import get_engine
from search.results import SearchResults

MOST_LISTED = 500


@dataclass(frozen=True)
class MapLists:
    """The first records of the search, on the map and without a point, each in the order of the search."""

    on_map: list[MapItem]
    without_place: list[MapItem]

    @property
    def by_prefecture(self) -> list[tuple[str, list[MapItem]]]:
        """Those on the map by prefecture, in the order in which the search meets each."""
        found: dict[str, list[MapItem]] = {}
        for item in self.on_map:
            found.setdefault(item.prefecture, []).append(item)
        return list(found.items())


def map_context(request: SearchRequest, *, is_view_of_search: bool) -> dict:
    """Return what templates/catalogue/map.html shows. Raises SearchUnavailableError.

    As a view of the search its conditions lead to the search again, with the map as its view.
    """
    results = get_engine().search(request.query)
    located = get_engine().count(request.query, is_located=True)
    chips = result_page.chips(request) if is_view_of_search else map_chips(request)
    histogram = result_page.histogram if is_view_of_search else map_histogram
    return {
        "total": results.total,
        "located": located,
        "unplaced": results.total - located,
        "lists": map_lists(request),
        "most_listed": MOST_LISTED,
        "facets": result_page.facet_blocks(results, request),
        "histogram": histogram(results, request),
        "chips": chips,
        "warnings": request.warnings + result_page.engine_warnings(results),
        "list_url": list_address(request),
        "views": result_page.views(request) if is_view_of_search else [],
        "map_settings": map_settings(request),
    }


def map_lists(request: SearchRequest) -> MapLists:
    """Return the first records in two lists. Raises SearchUnavailableError."""
    keys = islice(get_engine().iter_keys(request.query), MOST_LISTED)
    items = map_items(keys).values()
    return MapLists(
        on_map=[item for item in items if item.has_point],
        without_place=[item for item in items if not item.has_point],
    )


def map_settings(request: SearchRequest) -> dict:
    """Return what the page's script needs: addresses, the query without its box, the words it shows."""
    return {
        "clusters_url": reverse("map_clusters"),
        "search_url": reverse("search"),
        "parameters": _without(request.typed, "bbox", "page", "view").urlencode(),
        "box": request.query.bbox,
        "language": "en" if (get_language() or "").startswith("en") else "zh",
        "words": {
            "cluster": _("%(count)s heritage places; press Enter to zoom in"),
            "cluster_near": _("%(count)s heritage places at one point; press Enter to list them"),
            "site": _("%(name)s, %(protection)s, %(precision)s"),
            "in_view": _("%(count)s places in this part of the map"),
            "failed": _(
                "The points could not be loaded. The list below is complete; move the map to try again."
            ),
            "north": pgettext("map", "N"),
            "keys": _("Map. Arrow keys move it, plus and minus zoom, Tab goes from place to place."),
        },
    }


def map_chips(request: SearchRequest) -> list[Chip]:
    """Return the chosen conditions; taking one away stays on the map."""
    return [Chip(chip.label, _on_map(chip.remove_url)) for chip in result_page.chips(request)]


def map_histogram(results: SearchResults, request: SearchRequest) -> SafeString:
    """Return the bars by decade; a bar that is chosen leads back to all years."""

    def address(first: int | None, last: int | None) -> str:
        parameters = _without(request.typed, "page", "year_from", "year_to")
        if request.query.years != (first, last):
            ends = {"year_from": first, "year_to": last}
            parameters.update({name: str(year) for name, year in ends.items() if year})
        return f"{reverse('map')}?{parameters.urlencode()}"

    return draw_histogram(results.years, address, request.query.years)


def list_address(request: SearchRequest) -> str:
    """The address of the same search as a list of results."""
    encoded = _without(request.typed, "page", "view").urlencode()
    return reverse("search") + (f"?{encoded}" if encoded else "")


def _without(typed: QueryDict, *names: str) -> QueryDict:
    parameters = typed.copy()
    for name in names:
        parameters.pop(name, None)
    return parameters


def _on_map(search_address: str) -> str:
    return reverse("map") + search_address.removeprefix(reverse("search"))
