"""Components, projects, areas and enterprises as a result list needs them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import reverse

from catalogue.addresses import component_address
from catalogue.page_documents import page_document, page_excerpt, public_pages
from catalogue.wording import period_words, place_words
from heritage.disclosure import (
    PublicComponent,
    disclose_area,
    disclose_enterprise,
    disclose_project,
    public_areas,
    public_enterprises,
    public_projects,
)
from heritage.models.named import in_current_language
from search.document_schema import SearchDocument
from search.documents.other_records import (
    area_document,
    component_document,
    enterprise_document,
    project_document,
)


@dataclass(frozen=True)
class OtherRecord:
    """A record with its document, whose fields are what was searched."""

    document: SearchDocument
    url: str
    place: str
    description: str
    period: str = ""


def component_record(component: PublicComponent) -> OtherRecord:
    return OtherRecord(
        document=component_document(component, 0),
        url=component_address(component),
        place=place_words(component.place),
        description=in_current_language(component.description_zh, component.description_en),
        period=period_words(component),
    )


def _named_by_slug(rows, disclose, make) -> Callable[[list[int]], Iterator[OtherRecord]]:
    def read(pks: list[int]) -> Iterator[OtherRecord]:
        for row in rows(with_relations=False).filter(pk__in=pks):
            record = disclose(row)
            document = make(record, 0)
            yield OtherRecord(
                document=document,
                url=reverse(document.kind, args=[record.slug]),
                place=record.division.full_name,
                description=in_current_language(record.description_zh, record.description_en),
            )

    return read


def _pages(pks: list[int]) -> Iterator[OtherRecord]:
    for page in public_pages().filter(pk__in=pks):
        yield OtherRecord(
            document=page_document(page, 0), url=page.address, place="", description=page_excerpt(page)
        )


# Kinds of which there are few, and nothing is kept.
OTHER_KINDS: dict[str, Callable[[list[int]], Iterator[OtherRecord]]] = {
    "project": _named_by_slug(public_projects, disclose_project, project_document),
    "area": _named_by_slug(public_areas, disclose_area, area_document),
    "enterprise": _named_by_slug(public_enterprises, disclose_enterprise, enterprise_document),
    "page": _pages,
}
