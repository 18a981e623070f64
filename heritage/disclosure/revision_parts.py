"""What one published revision of a site told the public, part by part, so that two can be compared."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from heritage.disclosure.places import snapped_point
from heritage.disclosure.records import is_public
from heritage.disclosure.sources import INTERNAL_STATEMENTS, own_knowledge_statements
from heritage.models import HeritageSite, SiteCitation, Source
from heritage.models.sites import LocationDisclosure
from media.licences import PUBLISHABLE
from media.models import Photograph

Content = Mapping[str, Any]

# Part of the record, the statement that a source of it supports ("" where none can), the fields told.
STATEMENTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("name", "", ("name_zh", "name_en", "name_pinyin")),
    ("type", "type", ("type", "type_words")),
    ("type", "extent", ("extent",)),
    ("type", "theme", ("theme",)),
    ("type", "census_class", ("census_class",)),
    ("type", "eras", ("eras",)),
    ("industry", "industry", ("industry", "industry_words")),
    ("dating", "dating", ("period_text", "period_edtf")),
    ("description", "description", ("description_zh", "description_en")),
    ("condition", "condition", ("condition", "condition_note")),
    ("current_use", "current_use", ("current_use",)),
    ("values", "values", ("values", "values_note")),
    ("verification", "", ("verification",)),
    ("absences", "", ("absences",)),
)
# Part of the record, its rows, the word before the uid in statements about one row, the fields told of each.
ROWS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("names", "names", "name", ("name", "kind", "language", "script", "period_text", "period_edtf")),
    ("events", "events", "event", ("kind", "words_zh", "words_en", "period_text", "period_edtf")),
    ("identifiers", "identifiers", "", ("scheme", "value", "issued_by")),
    (
        "reuses",
        "reuses",
        "",
        ("kind", "words_zh", "words_en", "granted_by", "openness", "period_text", "period_edtf"),
    ),
)
# Told by rules of their own.
PLACE_FIELDS = ("longitude", "latitude", "uncertainty_m", "location_disclosure")
OTHER_FIELDS = ("citations", "photographs", "parent")


@dataclass(frozen=True)
class PublicRows:
    """Of the rows that revisions name by key, those of which the public may be told today."""

    sources: Mapping[int, Source]
    photographs: frozenset[int]
    sites: frozenset[int]

    @classmethod
    def named_by(cls, contents: Iterable[Content]) -> Self:
        """Look up what the revisions name, each kind in one query."""
        contents = list(contents)
        parents = [content["parent"] for content in contents if content.get("parent")]
        return cls(
            sources=Source.objects.in_bulk(_keys(contents, "citations", "source")),
            photographs=frozenset(
                Photograph.objects.filter(
                    pk__in=_keys(contents, "photographs", "photograph"), licence__in=PUBLISHABLE
                )
                .exclude(credit="")
                .values_list("pk", flat=True)
            ),
            sites=frozenset(
                HeritageSite.objects.filter(is_public(), pk__in=parents).values_list("pk", flat=True)
            ),
        )


def told_parts(content: Content, rows: PublicRows) -> dict[str, list]:
    """Return what the public was told by a revision: part of the record → values that can be compared."""
    citations = [
        SiteCitation(
            statement=row["statement"],
            source=rows.sources.get(row["source"]),
            locator=row["locator"],
            claim=row["claim"],
            confidence=row["confidence"],
        )
        for row in content.get("citations", ())
    ]
    withheld = own_knowledge_statements(citations)
    told: dict[str, list] = {}
    for part, statement, fields in STATEMENTS:
        values = [] if statement in withheld else [content.get(field) for field in fields]
        told.setdefault(part, []).append(values)
    told["place"] = [] if "place" in withheld else [_place(content)]
    for part, relation, prefix, fields in ROWS:
        told[part] = sorted(
            repr([row.get(field) for field in fields])
            for row in content.get(relation, ())
            if f"{prefix}:{row.get('uid')}" not in withheld
        )
    told["part_of"] = [content.get("parent")] if content.get("parent") in rows.sites else []
    told["photographs"] = [
        row["photograph"] for row in content.get("photographs", ()) if row["photograph"] in rows.photographs
    ]
    told["sources"] = sorted(_evidence(citations, is_exact=_is_exact(content)))
    return told


def _place(content: Content) -> object:
    return snapped_point(
        content.get("longitude"),
        content.get("latitude"),
        content.get("uncertainty_m"),
        content.get("location_disclosure", LocationDisclosure.HIDDEN),
    )


def _is_exact(content: Content) -> bool:
    return content.get("location_disclosure") == LocationDisclosure.EXACT


def _evidence(citations: Iterable[SiteCitation], *, is_exact: bool) -> Iterator[tuple[str, ...]]:
    """The sources as a page names them: none that rests on own knowledge, no claim finer than the place."""
    for citation in citations:
        if citation.source is None or citation.source.is_own_knowledge:
            continue
        if citation.statement in INTERNAL_STATEMENTS:
            yield "", str(citation.source.pk), "", ""
            continue
        is_claim_told = is_exact or citation.statement != "place"
        claim = citation.claim if is_claim_told else ""
        yield citation.statement, str(citation.source.pk), citation.locator, claim


def _keys(contents: Iterable[Content], relation: str, field: str) -> set[int]:
    return {
        row[field] for content in contents for row in content.get(relation, ()) if row.get(field) is not None
    }
