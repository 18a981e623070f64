"""What the catalogue holds, in few numbers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext

from catalogue import project_list, story_cards
from catalogue.browse import first_values
from catalogue.drawings import drawing_of
from catalogue.labels import in_english
from catalogue.project_list import chosen_projects
from catalogue.province_map import ZOOM, province_map
from catalogue.result_rows import site_row
from catalogue.schematics.panorama import draw_panorama
from heritage.disclosure import SiteSummary, is_public
from heritage.models import Division, HeritageSite
from heritage.models.divisions import DivisionLevel
from heritage.models.named import in_current_language
from heritage.models.sites import LocationDisclosure
from search.document_schema import DocumentKey
from search.documents.sites import LEVEL_TO_VERIFY, NO_LEVEL
from search.engine import get_engine
from search.query import SearchQuery
from search.results import SearchResults, SearchUnavailableError
from search.told import FOR_LISTS, told

NEWEST, MOST_PROJECTS = 6, 4
SHOWN_FACETS, MOST_VALUES = ("type", "era", "level"), 9
PANORAMA_POOL = 200  # records among which the scroll chooses: its cost does not grow with the inventory


@dataclass(frozen=True)
class DivisionCount:
    label: str
    count: int
    url: str


def overview(chosen: Sequence[int], stories: Sequence) -> dict:
    """What the front page says of the inventory: `chosen` holds the keys of projects in their order.

    The sites that its parts draw or name are read together.
    """
    newest, pool = _newest_keys(), _panorama_keys()
    projects = chosen_projects(chosen, MOST_PROJECTS)
    numbers = project_list.numbers_of(projects)
    of_projects = HeritageSite.objects.filter(number__in=numbers).values_list("pk", flat=True)
    placed = [pk for story in stories for pk in story_cards.placed_keys(story)]
    keys = [DocumentKey("site", pk) for pk in (*newest, *pool, *of_projects, *placed)]
    sites = {key.pk: site for key, site in told(keys, FOR_LISTS).items()}
    return {
        "total": HeritageSite.objects.filter(is_public()).count(),
        "division_counts": division_counts(),
        "newest": [site_row(sites[pk]) for pk in newest if pk in sites],
        "panorama": panorama([sites[pk] for pk in pool if pk in sites]),
        "projects": project_list.cards_of(projects, sites.values()),
        "stories": story_cards.cards_of(stories, sites.values()),
        **_from_the_index(),
    }


def _newest_keys() -> list[int]:
    """The records published last."""
    newest = HeritageSite.objects.filter(is_public()).order_by("-first_published_at", "-pk")
    return list(newest.values_list("pk", flat=True)[:NEWEST])


def _panorama_keys() -> list[int]:
    """The dated records that have been public longest."""
    dated = HeritageSite.objects.filter(is_public()).exclude(earliest_on=None)
    return list(dated.order_by("first_published_at", "pk").values_list("pk", flat=True)[:PANORAMA_POOL])


def _from_the_index() -> dict:
    """The map, the counts by facet and what is not known; nothing of it while no index answers."""
    query = SearchQuery(filters={"kind": ("site",)}, per_page=1, language=get_language() or "")
    engine = get_engine()
    try:
        results = engine.search(query)
        located = engine.count(query, is_located=True)
        clusters = engine.clusters(query, ZOOM)
    except SearchUnavailableError:
        return {}
    return {
        "map": province_map(clusters),
        "facets": first_values(SHOWN_FACETS, results, MOST_VALUES, kind="site"),
        "unknowns": _unknowns(results, located),
    }


def _unknowns(results: SearchResults, located: int) -> list[dict]:
    """What the records do not say, counted; each sentence leads to them."""
    levels = {row.value: row.count for row in results.facets.get("level", ())}
    none, unsure, unplaced = levels.get(NO_LEVEL, 0), levels.get(LEVEL_TO_VERIFY, 0), results.total - located
    search, on_map = reverse("search"), reverse("map")
    sentences = (
        (
            none,
            ngettext("%d record: no protection was found", "%d records: no protection was found", none),
            f"{search}?kind=site&level={NO_LEVEL}",
        ),
        (
            unsure,
            ngettext(
                "%d record: the level is to be verified", "%d records: the level is to be verified", unsure
            ),
            f"{search}?kind=site&level={LEVEL_TO_VERIFY}",
        ),
        (
            unplaced,
            ngettext("%d record: no point can be shown", "%d records: no point can be shown", unplaced),
            f"{on_map}?kind=site#map-list",
        ),
    )
    return [{"words": words % count, "url": url} for count, words, url in sentences if count]


def division_counts() -> list[DivisionCount]:
    """Count the public records of each prefecture; those whose place is not told count nowhere."""
    told = HeritageSite.objects.filter(is_public()).exclude(location_disclosure=LocationDisclosure.HIDDEN)
    by_division = told.order_by().values_list("division_id", "division__parent_id", "division__level")
    counts: Counter[int] = Counter()
    for own, parent, level, count in by_division.annotate(Count("pk")):
        counts[parent if level == DivisionLevel.COUNTY else own] += count
    cities = Division.objects.filter(level=DivisionLevel.CITY, is_training=False, pk__in=counts)
    return [
        DivisionCount(
            city.name_en if in_english() else city.name_zh,
            counts[city.pk],
            f"{reverse('search')}?kind=site&division={city.code}",
        )
        for city in cities
    ]


def panorama(sites: Iterable[SiteSummary]) -> SafeString:
    """Draw a chosen few of the dated records side by side in time."""
    return draw_panorama(
        {
            "name": in_current_language(site.name_zh, site.name_en),
            "url": reverse("site", args=[site.number]),
            "year": site.earliest_on.year,
            "schematic_key": drawing_of(site).key,
        }
        for site in sites
        if site.earliest_on
    )
