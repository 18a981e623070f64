"""What the catalogue holds, in few numbers."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse
from django.utils.safestring import SafeString

from catalogue.drawings import drawing_of
from catalogue.labels import in_english
from catalogue.result_rows import ResultRow, site_row
from catalogue.schematics.panorama import draw_panorama
from heritage.disclosure import is_public, site_summaries, summarise
from heritage.models import Division, HeritageSite
from heritage.models.divisions import DivisionLevel
from heritage.models.sites import LocationDisclosure

NEWEST = 6
PANORAMA_POOL = 200  # records among which the scroll chooses: its cost does not grow with the inventory


@dataclass(frozen=True)
class DivisionCount:
    label: str
    count: int
    url: str


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
            f"{reverse('search')}?division={city.code}",
        )
        for city in cities
    ]


def newest_rows() -> list[ResultRow]:
    """Return the records published last."""
    newest = site_summaries().order_by("-first_published_at", "-pk")[:NEWEST]
    return [site_row(summarise(site)) for site in newest]


def panorama() -> SafeString:
    """Draw a chosen few of the dated records side by side in time: those that have been public longest."""
    dated = site_summaries().exclude(earliest_on=None).order_by("first_published_at", "pk")
    sites = [summarise(site) for site in dated[:PANORAMA_POOL]]
    return draw_panorama(
        {
            "name": site.name_en if in_english() and site.name_en else site.name_zh,
            "url": reverse("site", args=[site.number]),
            "year": site.earliest_on.year,
            "schematic_key": drawing_of(site).key,
        }
        for site in sites
        if site.earliest_on
    )
