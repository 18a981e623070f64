"""A component's page: what it is, and what became of it."""

from dataclasses import dataclass

from catalogue.addresses import site_link
from catalogue.claims import disagreement_rows
from catalogue.record_parts import component_row, word_label
from catalogue.source_list import marks_of, source_rows
from catalogue.wording import period_words, place_words
from heritage.disclosure import PublicComponent
from heritage.models.named import in_current_language


@dataclass(frozen=True)
class ComponentPage:
    """What templates/catalogue/component_detail.html shows."""

    number: str
    name_zh: str
    name_en: str
    site: dict
    row: dict
    type_label: str
    is_attached: bool
    period: str
    period_marks: list[dict]
    place_words: str
    description: str
    destiny_marks: list[dict]
    received_by: str
    sources: list[dict]
    disagreements: list[dict]
    last_changed: object


def component_page(component: PublicComponent) -> ComponentPage:
    """Put a disclosed component into the words of the page's language."""
    sources = source_rows(component.sources)
    return ComponentPage(
        number=f"{component.site.number}/{component.ordinal}",
        name_zh=component.name_zh,
        name_en=component.name_en,
        site=site_link(component.site),
        row=component_row(component),
        type_label=word_label(component.type),
        is_attached=component.is_attached,
        period=period_words(component),
        period_marks=marks_of(sources, component.statement_sources, "dating"),
        place_words=place_words(component.place),
        description=in_current_language(component.description_zh, component.description_en),
        destiny_marks=marks_of(sources, component.statement_sources, "destiny"),
        received_by=in_current_language(component.received_by_zh, component.received_by_en),
        sources=sources,
        disagreements=disagreement_rows(component.disagreements, sources),
        last_changed=component.last_changed_at,
    )
