"""What the rows of the sample refer to, read once: divisions, sources, words, schemes, bodies."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction

from heritage.models import Division, HeritageSite, Organisation, Scheme, Source, Term
from heritage.models.divisions import DivisionLevel
from heritage.models.vocabularies import Vocabulary

Item = Mapping[str, Any]
Sample = Mapping[str, Sequence[Item]]  # list of the file → its rows
Key = TypeVar("Key")
Row = TypeVar("Row")

OWN_KNOWLEDGE = "own_knowledge"
INDUSTRY_EDITION = "2017"
# The census of a site's paper may abbreviate the name of a subclass.
CENSUS_ALIASES = {"重要机构旧址": "重要历史事件和重要机构旧址"}


@dataclass(frozen=True)
class Lookups:
    """Everything by the key under which the file names it."""

    divisions: dict[str, Division]
    sources: dict[str, Source]
    terms: dict[tuple[str, str, str], Term]  # vocabulary, edition, code
    census_classes: dict[str, Term]  # by Chinese label
    conditions: dict[str, Term]  # by Chinese label
    schemes: dict[str, Scheme]  # by Chinese label
    organisations: dict[str, Organisation]  # by Chinese name
    site_keys: dict[str, list[str]]  # id of a project → ids of the records that name it
    own_numbers: frozenset[str]  # document numbers that rest on own knowledge alone

    @property
    def province(self) -> Division:
        return next(
            division
            for division in self.divisions.values()
            if division.level == DivisionLevel.PROVINCE and not division.is_training
        )

    def division(self, code: str | None) -> Division:
        """Return the division of a code; what the file ties to no division belongs to the province."""
        return self.divisions[code] if code else self.province

    def term(self, vocabulary: Vocabulary, code: str | None) -> Term | None:
        """Return a term, or None for no code; a ValidationError where the vocabulary lacks it."""
        if not code:
            return None
        edition = INDUSTRY_EDITION if vocabulary == Vocabulary.INDUSTRY else ""
        return _found(self.terms, (vocabulary.value, edition, code), f"{vocabulary.value} {code}")

    def census_class(self, label: str | None) -> Term | None:
        return _found(self.census_classes, CENSUS_ALIASES.get(label, label), label) if label else None

    def scheme(self, label: str) -> Scheme:
        return _found(self.schemes, label, label)

    def organisation(self, name: str) -> Organisation:
        return _found(self.organisations, name, name)

    def sources_of(self, item: Item) -> list[Source]:
        return [self.sources[source["key"]] for source in item["sources"]]


def sites_with_keys(keys: Iterable[str]) -> list[HeritageSite]:
    """Return the loaded sites of these ids; one that failed to load is not among them."""
    return list(HeritageSite.objects.filter(sample_key__in=keys).order_by("pk"))


def look_up(sample: Sample) -> Lookups:
    """Read what a sample refers to; its sources are made where they are missing."""
    terms = list(Term.objects.select_related("parent"))
    return Lookups(
        divisions={division.code: division for division in Division.objects.current()},
        sources=load_sources(sample),
        terms={(term.vocabulary, term.edition, term.code): term for term in terms},
        census_classes=_by_label(terms, Vocabulary.CENSUS_CLASS),
        conditions=_by_label(terms, Vocabulary.CONDITION),
        schemes={scheme.label_zh: scheme for scheme in Scheme.objects.all()},
        organisations={body.name_zh: body for body in Organisation.objects.all()},
        site_keys=_site_keys(sample),
        own_numbers=_own_numbers(sample),
    )


@transaction.atomic
def load_sources(sample: Sample) -> dict[str, Source]:
    """Return the sources of all rows by key; those that are missing are made and belong to the province."""
    province = Division.objects.current().get(level=DivisionLevel.PROVINCE, is_training=False)
    described = {
        source["key"]: source for items in sample.values() for item in items for source in item["sources"]
    }
    known = {source.key: source for source in Source.objects.filter(key__in=described)}
    for key, source in described.items():
        if key not in known:
            known[key] = Source.objects.create(
                key=key,
                collection=province.collection,
                title=source["title"],
                reference=source["url_or_ref"],
                basis=source["basis"],
                confidence=source["confidence"],
            )
    return known


def _by_label(terms: list[Term], vocabulary: Vocabulary) -> dict[str, Term]:
    return {term.label_zh: term for term in terms if term.vocabulary == vocabulary}


def _site_keys(sample: Sample) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for item in sample.get("heritage_items", []):
        for key in (*item["related_project_ids"], *item["related_enterprise_ids"]):
            found.setdefault(key, []).append(item["id"])
    return found


def _own_numbers(sample: Sample) -> frozenset[str]:
    """A number counts as sourced as soon as one of the rows that name it has it from a source."""
    is_own: dict[str, bool] = {}
    for item in sample.get("heritage_items", []):
        for row in item["designations"]:
            if number := row.get("document_no"):
                is_own[number] = is_own.get(number, True) and row.get("document_no_basis") == OWN_KNOWLEDGE
    return frozenset(number for number, own in is_own.items() if own)


def _found(rows: Mapping[Key, Row], key: Key, shown: str | None) -> Row:
    if key not in rows:
        raise ValidationError(f"“{shown}” is not among the reference data. Run load_reference first.")
    return rows[key]
