"""What may be searched: records as the public may know them, made into flat documents.

Everything here comes out of `heritage.disclosure`, so the index cannot hold more than a page may show.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.module_loading import import_string

from heritage.disclosure import (
    disclose_area,
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
from search.told import told_for_the_index, versions_of

__all__ = [
    "DOCUMENT_KINDS",
    "all_documents",
    "document_kinds",
    "documents_of",
    "few",
    "public_versions",
    "site_document",
    "site_fields",
]

CHUNK = 500


Versions = dict[DocumentKey, int]


@dataclass(frozen=True)
class DocumentKind:
    """How the documents of one kind are found and made; `known` asks what may be told of some records."""

    rows: Callable[[], QuerySet]
    known: Callable[[list[int], Versions], dict[DocumentKey, Any]]
    make: Callable[[Any, int], SearchDocument]


def few(kind: str, rows: Callable[[], QuerySet], disclose: Callable, make: Callable) -> DocumentKind:
    """A kind of which there are few: disclosure is asked each time."""

    def known(pks: list[int], versions: Versions) -> dict[DocumentKey, Any]:
        return {DocumentKey(kind, row.pk): disclose(row) for row in rows().filter(pk__in=pks)}

    return DocumentKind(rows, known, make)


DOCUMENT_KINDS = {
    "site": DocumentKind(public_sites, partial(told_for_the_index, "site"), site_document),
    "component": DocumentKind(
        public_components, partial(told_for_the_index, "component"), component_document
    ),
    "project": few(
        "project", partial(public_projects, with_relations=False), disclose_project, project_document
    ),
    "area": few("area", partial(public_areas, with_relations=False), disclose_area, area_document),
    "enterprise": few(
        "enterprise",
        partial(public_enterprises, with_relations=False),
        disclose_enterprise,
        enterprise_document,
    ),
}


@cache
def document_kinds() -> dict[str, DocumentKind]:
    """Every kind there is: those above, and what the setting adds by name for whoever stands above search."""
    added = settings.SEARCH_DOCUMENT_KINDS
    return {**DOCUMENT_KINDS, **{kind: import_string(path) for kind, path in added.items()}}


def documents_of(keys: Iterable[DocumentKey]) -> list[SearchDocument]:
    """Return the documents of those keys that the public may know now; the others have none."""
    wanted: dict[str, set[int]] = {}
    for kind, pk in keys:
        wanted.setdefault(kind, set()).add(pk)
    return [
        document
        for kind, pks in wanted.items()
        if kind in document_kinds()
        for document in _documents(kind, sorted(pks))
    ]


def all_documents() -> Iterator[SearchDocument]:
    """Yield every public document, reading `CHUNK` rows at a time."""
    for kind, definition in document_kinds().items():
        pks = list(definition.rows().order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(pks), CHUNK):
            yield from _documents(kind, pks[start : start + CHUNK])


def public_versions() -> dict[DocumentKey, int]:
    """Return key and version of every record that ought to be in the index."""
    rows = RecordVersion.objects.values_list("kind", "record_pk", "version")
    versions = {(kind, pk): version for kind, pk, version in rows}
    return {
        DocumentKey(kind, pk): versions.get((kind, pk), 0)
        for kind, definition in document_kinds().items()
        for pk in definition.rows().values_list("pk", flat=True)
    }


def _documents(kind: str, pks: list[int]) -> Iterator[SearchDocument]:
    definition = document_kinds()[kind]
    versions = versions_of(DocumentKey(kind, pk) for pk in pks)
    for key, record in definition.known(pks, versions).items():
        yield definition.make(record, versions.get(key, 0))
