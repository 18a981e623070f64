"""What may be searched: records as the public may know them, made into flat documents.

Everything here comes out of `heritage.disclosure`, so the index cannot hold more than a page may show.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.models import QuerySet

from heritage.disclosure import (
    disclose,
    disclose_area,
    disclose_component,
    disclose_enterprise,
    disclose_project,
    public_areas,
    public_components,
    public_enterprises,
    public_projects,
    public_sites,
)
from search.document_schema import DocumentKey, SearchDocument
from search.documents.other_records import (
    area_document,
    component_document,
    enterprise_document,
    project_document,
)
from search.documents.sites import site_document, site_fields
from search.models import RecordVersion

__all__ = [
    "DOCUMENT_KINDS",
    "all_documents",
    "documents_of",
    "public_versions",
    "site_document",
    "site_fields",
]

CHUNK = 500


@dataclass(frozen=True)
class DocumentKind:
    """How the documents of one kind are found and made."""

    rows: Callable[[], QuerySet]
    disclose: Callable[[Any], Any]
    make: Callable[[Any, int], SearchDocument]


DOCUMENT_KINDS = {
    "site": DocumentKind(public_sites, disclose, site_document),
    "component": DocumentKind(public_components, disclose_component, component_document),
    "project": DocumentKind(
        partial(public_projects, with_relations=False), disclose_project, project_document
    ),
    "area": DocumentKind(partial(public_areas, with_relations=False), disclose_area, area_document),
    "enterprise": DocumentKind(
        partial(public_enterprises, with_relations=False), disclose_enterprise, enterprise_document
    ),
}


def documents_of(keys: Iterable[DocumentKey]) -> list[SearchDocument]:
    """Return the documents of those keys that the public may know now; the others have none."""
    wanted: dict[str, set[int]] = {}
    for kind, pk in keys:
        wanted.setdefault(kind, set()).add(pk)
    return [
        document
        for kind, pks in wanted.items()
        if kind in DOCUMENT_KINDS
        for document in _documents(kind, sorted(pks))
    ]


def all_documents() -> Iterator[SearchDocument]:
    """Yield every public document, reading `CHUNK` rows at a time."""
    for kind, definition in DOCUMENT_KINDS.items():
        pks = list(definition.rows().order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(pks), CHUNK):
            yield from _documents(kind, pks[start : start + CHUNK])


def public_versions() -> dict[DocumentKey, int]:
    """Return key and version of every record that ought to be in the index."""
    versions = {(row.kind, row.record_pk): row.version for row in RecordVersion.objects.all()}
    return {
        DocumentKey(kind, pk): versions.get((kind, pk), 0)
        for kind, definition in DOCUMENT_KINDS.items()
        for pk in definition.rows().values_list("pk", flat=True)
    }


def _documents(kind: str, pks: list[int]) -> Iterator[SearchDocument]:
    definition = DOCUMENT_KINDS[kind]
    versions = dict(
        RecordVersion.objects.filter(kind=kind, record_pk__in=pks).values_list("record_pk", "version")
    )
    for row in definition.rows().filter(pk__in=pks):
        yield definition.make(definition.disclose(row), versions.get(row.pk, 0))
