"""The pages of old industrial areas."""

from dataclasses import dataclass

from django.urls import reverse

from catalogue.addresses import record_link
from catalogue.source_list import marks_of, source_rows
from heritage.disclosure import PublicArea
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
    sources: list[dict]
    last_changed: object


def area_page(area: PublicArea) -> AreaPage:
    """Put a disclosed area into the words of the page's language."""
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
        sources=sources,
        last_changed=area.last_changed_at,
    )
