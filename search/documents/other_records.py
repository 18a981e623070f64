"""The documents of components, projects, areas and enterprises."""

from collections.abc import Iterable

from heritage.disclosure import CitedSource, PublicArea, PublicComponent, PublicEnterprise, PublicProject
from search.document_schema import SearchDocument
from search.documents.divisions import division_codes, place_names
from search.pinyin import name_keys, sort_key


def component_document(component: PublicComponent, version: int) -> SearchDocument:
    """A component is found under its own name and that of its site."""
    division = component.place.division
    return SearchDocument(
        kind="component",
        pk=component.pk,
        version=version,
        title_zh=component.name_zh,
        title_en=component.name_en,
        places=place_names(division),
        texts=_texts(
            ("site", component.site.name_zh),
            ("description", component.description_zh),
            ("description_en", component.description_en),
            *_titles(component.sources),
        ),
        pinyin=name_keys([component.name_zh]),
        sort_key=sort_key(component.name_zh),
        facets={
            "kind": ("component",),
            "division": division_codes(division),
            "type": (component.type.code,) if component.type else (),
        },
        year_from=component.earliest_on.year if component.earliest_on else None,
        year_to=component.latest_on.year if component.latest_on else None,
    )


def project_document(project: PublicProject, version: int) -> SearchDocument:
    return _document(
        "project",
        project,
        version,
        texts=(
            ("wording", project.document_29_wording),
            ("description", project.description_zh),
            ("description_en", project.description_en),
            ("outcome", project.outcome_zh),
            ("outcome", project.outcome_en),
        ),
    )


def area_document(area: PublicArea, version: int) -> SearchDocument:
    return _document(
        "area",
        area,
        version,
        texts=(("description", area.description_zh), ("description_en", area.description_en)),
    )


def enterprise_document(enterprise: PublicEnterprise, version: int) -> SearchDocument:
    return _document(
        "enterprise",
        enterprise,
        version,
        texts=(("description", enterprise.description_zh), ("description_en", enterprise.description_en)),
        former_names=tuple(row.name for row in enterprise.names),
    )


def _document(
    kind: str,
    record: PublicProject | PublicArea | PublicEnterprise,
    version: int,
    *,
    texts: Iterable[tuple[str, str]],
    former_names: tuple[str, ...] = (),
) -> SearchDocument:
    return SearchDocument(
        kind=kind,
        pk=record.pk,
        version=version,
        title_zh=record.name_zh,
        title_en=record.name_en,
        former_names=former_names,
        places=place_names(record.division),
        texts=_texts(*texts, *_titles(record.sources)),
        pinyin=name_keys([record.name_zh, *former_names]),
        sort_key=sort_key(record.name_zh),
        facets={"kind": (kind,), "division": division_codes(record.division)},
    )


def _titles(sources: Iterable[CitedSource]) -> tuple[tuple[str, str], ...]:
    return tuple(("sources", source.title) for source in sources)


def _texts(*texts: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((field, text) for field, text in texts if text)
