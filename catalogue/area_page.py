"""The pages of old industrial areas."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from catalogue.addresses import record_link
from catalogue.locator_map import LocatorMap, locator_map
from catalogue.result_rows import ResultRow, site_row
from catalogue.source_list import marks_of, source_rows
from heritage.disclosure import (
    PublicArea,
    SiteSummary,
    disclose_project,
    public_projects,
    site_summaries,
    summarise,
)
from heritage.models.named import in_current_language


@dataclass(frozen=True)
class AreaPage:
    """What templates/catalogue/area_detail.html shows."""

    name_zh: str
    name_en: str
    name: str
    url: str
    place_words: str
    description: str
    description_marks: list[dict]
    projects: list[dict]
    enterprises: list[dict]
    rows: list[ResultRow]
    map: LocatorMap | None
    sources: list[dict]
    last_changed: object


def area_page(area: PublicArea, sites: Sequence[SiteSummary] = ()) -> AreaPage:
    """Put a disclosed area, and the sites of its projects, into the words of the page's language."""
    sources = source_rows(area.sources)
    return AreaPage(
        name_zh=area.name_zh,
        name_en=area.name_en,
        name=in_current_language(area.name_zh, area.name_en),
        url=reverse("area", args=[area.slug]),
        place_words=area.division.full_name,
        description=in_current_language(area.description_zh, area.description_en),
        description_marks=marks_of(sources, area.statement_sources, "description"),
        projects=[record_link(project) for project in area.projects],
        enterprises=[record_link(enterprise) for enterprise in area.enterprises],
        rows=[site_row(site) for site in sites],
        map=locator_map(sites),
        sources=sources,
        last_changed=area.last_changed_at,
    )


def sites_of_area(area: PublicArea) -> list[SiteSummary]:
    """The public sites of the projects of an area, in the order of their years."""
    slugs = [project.slug for project in area.projects]
    if not slugs:
        return []
    projects = map(disclose_project, public_projects().filter(slug__in=slugs))
    numbers = {site.number for project in projects for site in project.sites}
    found = [summarise(site) for site in site_summaries().filter(number__in=numbers)]
    return sorted(found, key=lambda site: (site.earliest_on or date.max, site.number))
