"""What the public may know of a record, kept beside the index and read in two queries.

Whoever brings a change into the index keeps what `heritage.disclosure` said of the record, with the version
it had before it was read. A reader takes it only while the record is still at that version, and asks
disclosure itself otherwise: versions rise in the transaction of the change, so nothing older is ever told.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from heritage.disclosure import (
    PublicComponent,
    PublicSite,
    SiteSummary,
    disclose,
    disclose_component,
    public_components,
    public_sites,
    site_summaries,
    summarise,
)
from heritage.models import Division
from search.document_schema import DocumentKey
from search.models import RecordVersion, ToldRecord
from search.told_form import FORM, read, write

# The version of all words that records share and do not announce: vocabularies, lists, bodies, divisions.
WORDS = DocumentKey("words", 0)

# One statement, so that content and version are of one moment. What never changed has no version: 0.
FRESH = """
SELECT told.record_pk, told.content
FROM search_toldrecord AS told
LEFT JOIN search_recordversion AS own ON own.kind = told.kind AND own.record_pk = told.record_pk
LEFT JOIN search_recordversion AS words ON words.kind = %s AND words.record_pk = %s
WHERE told.version = COALESCE(own.version, 0)
AND told.words_version = COALESCE(words.version, 0)
AND told.form = %s AND told.kind = %s AND told.record_pk IN
"""


@dataclass(frozen=True)
class ToldKind:
    """A kind of record that is kept: what it reads as, and how disclosure is asked where nothing is kept."""

    reads_as: type
    rows: Callable[[], QuerySet]
    disclose: Callable[[Any], Any]


WHOLE = {
    "site": ToldKind(PublicSite, public_sites, disclose),
    "component": ToldKind(PublicComponent, public_components, disclose_component),
}
FOR_LISTS = {**WHOLE, "site": ToldKind(SiteSummary, site_summaries, summarise)}


def told(keys: Iterable[DocumentKey], kinds: dict[str, ToldKind] = WHOLE) -> dict[DocumentKey, Any]:
    """Return what may be told of these records now; of those that are not public nothing."""
    wanted = [key for key in dict.fromkeys(keys) if key.kind in kinds]
    found = _kept(wanted, kinds)
    missing = [key for key in wanted if key not in found]
    return found | _disclosed(missing, kinds)


def told_site(number: str) -> PublicSite | None:
    """Return all that may be told now of the site with this number; None where there is no public one."""
    of_number = "(SELECT id FROM heritage_heritagesite WHERE number = %s)"
    for site in _fresh("site", of_number, [number], PublicSite).values():
        return site
    row = public_sites().filter(number=number).first()
    return disclose(row) if row else None


def versions_of(keys: Iterable[DocumentKey]) -> dict[DocumentKey, int]:
    """Return the versions of these records and of the words; none of what never changed."""
    rows = RecordVersion.objects.filter(_among([*keys, WORDS])).values_list("kind", "record_pk", "version")
    return {DocumentKey(kind, pk): version for kind, pk, version in rows}


def told_for_the_index(kind: str, pks: list[int], versions: dict[DocumentKey, int]) -> dict[DocumentKey, Any]:
    """Return the same for the writers of the index, who keep what was not kept at these versions.

    The versions must have been read before.
    """
    keys = [DocumentKey(kind, pk) for pk in pks]
    kept = _kept(keys, WHOLE)
    fresh = _disclosed([key for key in keys if key not in kept], WHOLE)
    _keep(fresh, versions)
    with transaction.atomic():
        gone = [key.pk for key in keys if key not in kept and key not in fresh]
        ToldRecord.objects.filter(kind=kind, record_pk__in=gone).delete()
    return kept | fresh


def _kept(keys: list[DocumentKey], kinds: dict[str, ToldKind]) -> dict[DocumentKey, Any]:
    found: dict[DocumentKey, Any] = {}
    for kind, definition in kinds.items():
        if pks := [key.pk for key in keys if key.kind == kind]:
            places = ", ".join(["%s"] * len(pks))
            found |= _fresh(kind, f"({places})", pks, definition.reads_as)
    return found


def _fresh(kind: str, pks: str, parameters: list, reads_as: type) -> dict[DocumentKey, Any]:
    """What is kept of the records of a kind whose keys an SQL expression names, as far as it still stands."""
    with connection.cursor() as cursor:
        cursor.execute(f"{FRESH} {pks}", [*WORDS, FORM, kind, *parameters])
        rows = cursor.fetchall()
    divisions = _divisions() if rows else {}
    return {DocumentKey(kind, pk): read(reads_as, content, divisions) for pk, content in rows}


def _divisions() -> dict[int, Division]:
    """All of them, each tied to the one above: they are few, and choosing among them takes longer."""
    divisions = {division.pk: division for division in Division.objects.order_by()}
    for division in divisions.values():
        if division.parent_id:
            division.parent = divisions[division.parent_id]
    return divisions


def _disclosed(keys: list[DocumentKey], kinds: dict[str, ToldKind]) -> dict[DocumentKey, Any]:
    return {
        DocumentKey(kind, row.pk): definition.disclose(row)
        for kind, definition in kinds.items()
        if (pks := [key.pk for key in keys if key.kind == kind])
        for row in definition.rows().filter(pk__in=pks)
    }


def _keep(records: dict[DocumentKey, Any], versions: dict[DocumentKey, int]) -> None:
    ToldRecord.objects.bulk_create(
        [
            ToldRecord(
                kind=key.kind,
                record_pk=key.pk,
                version=versions.get(key, 0),
                words_version=versions.get(WORDS, 0),
                form=FORM,
                content=write(record),
            )
            for key, record in records.items()
        ],
        update_conflicts=True,
        unique_fields=["kind", "record_pk"],
        update_fields=["version", "words_version", "form", "content"],
    )


def _among(keys: Iterable[DocumentKey]) -> Q:
    by_kind: dict[str, list[int]] = {}
    for key in keys:
        by_kind.setdefault(key.kind, []).append(key.pk)
    condition = Q()
    for kind, pks in by_kind.items():
        condition |= Q(kind=kind, record_pk__in=pks)
    return condition
