"""What one generated record puts into the tables of the inventory."""

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache

from django.db.models import Model

from benchmarks.corpus import GeneratedRecord
from benchmarks.corpus.vocabulary import MACHINES, WORKSHOPS
from heritage.dating import parse_period
from heritage.models import (
    Component,
    ComponentCitation,
    Decree,
    Designation,
    DesignationCitation,
    Division,
    HeritageSite,
    Reuse,
    Scheme,
    SiteCitation,
    SiteEvent,
    SiteIdentifier,
    SiteName,
    Source,
    Term,
)
from heritage.models.components import ComponentKind, Destiny
from heritage.models.decrees import Origin
from heritage.models.designations import EXCLUSIVE, DesignationStatus
from heritage.models.events import EventKind, IdentifierScheme
from heritage.models.sites import LocationDisclosure, Recognition, Verification
from heritage.models.vocabularies import Vocabulary
from search.pinyin import sort_key

FIRST_PUBLISHED = datetime(2015, 1, 1, tzinfo=UTC)
CONFIRMED_ON = date(2016, 1, 1)


@dataclass(frozen=True)
class Surroundings:
    """Rows that records point to: the reference data by code, papers and sources by the county's code."""

    divisions: Mapping[str, Division]
    terms: Mapping[tuple[str, str], Term]
    schemes: Mapping[str, Scheme]
    sources: Mapping[str, list[Source]]
    decrees: Mapping[str, list[Decree]]

    def term(self, vocabulary: Vocabulary, code: str) -> Term | None:
        return self.terms[vocabulary, code] if code else None


def site_row(record: GeneratedRecord, number: str, around: Surroundings) -> HeritageSite:
    """Return the published site; its parts are made when it has a primary key."""
    chance = chance_of(record, "site")
    division = around.divisions[record.division]
    published_at = FIRST_PUBLISHED + timedelta(minutes=record.number)
    is_located = record.longitude is not None
    return HeritageSite(
        number=number,
        name_zh=record.title,
        name_en=f"Generated site {record.number}",
        name_pinyin=sort_key(record.title)[:200],
        division=division,
        collection_id=division.collection_id,
        address=record.address,
        typed_coordinates=f"{record.longitude}, {record.latitude}" if is_located else "",
        coordinate_system="wgs84" if is_located else "",
        longitude=record.longitude,
        latitude=record.latitude,
        uncertainty_m=chance.choice((20, 50, 100, 300)) if is_located else None,
        location_disclosure=LocationDisclosure.COUNTY
        if chance.random() < 0.02
        else LocationDisclosure.GRID_100M,
        description_zh=record.description,
        type_words=record.type_words,
        type=around.term(Vocabulary.TYPE, record.type),
        theme=around.term(Vocabulary.THEME, record.theme),
        industry=around.term(Vocabulary.INDUSTRY, record.industry),
        condition=around.term(Vocabulary.CONDITION, record.condition),
        recognition=Recognition.RECOGNISED,
        verification=Verification.VERIFIED if chance.random() < 0.3 else Verification.TO_VERIFY,
        absences={} if is_located else {"place": "not_surveyed"},
        live=True,
        first_published_at=published_at,
        last_published_at=published_at + timedelta(days=chance.randint(0, 3000)),
        **dating(record.year_from, record.year_to),
    )


def parts_of(site: HeritageSite, record: GeneratedRecord, around: Surroundings) -> Iterator[Model]:
    """Yield what is written beside a site, each row after those that it points to."""
    chance = chance_of(record, "parts")
    sources = around.sources[record.division]
    for order, name in enumerate(record.former_names):
        yield SiteName(site=site, name=name, sort_order=order)
    for order, (kind, year) in enumerate(_life(record)):
        yield SiteEvent(site=site, kind=kind, sort_order=order, **dating(year, None))
    yield SiteIdentifier(
        site=site, scheme=IdentifierScheme.OTHER, value=record.code, issued_by="生成数据", sort_order=0
    )
    for order, statement in enumerate(("description", "dating", "")[: chance.choice((1, 2, 3))]):
        yield SiteCitation(
            site=site, source=chance.choice(sources), statement=statement, claim="见原文", sort_order=order
        )
    yield HeritageSite.eras.through(heritagesite=site, term=around.terms[Vocabulary.ERA, record.era])
    for code in chance.sample(("historic", "scientific", "social", "architectural"), chance.choice((1, 2))):
        yield HeritageSite.values.through(heritagesite=site, term=around.terms[Vocabulary.VALUE, code])
    if chance.random() < 0.1:
        kind = around.terms[Vocabulary.REUSE, chance.choice(("museum", "park", "creative", "production"))]
        yield Reuse(site=site, kind=kind, sort_order=0, **dating(2015, None))


def designation_of(site: HeritageSite, record: GeneratedRecord, around: Surroundings) -> Designation | None:
    """Return the confirmed identity of a site whose record names a list."""
    if not record.level.scheme:
        return None
    chance = chance_of(record, "designation")
    scheme = around.schemes[record.level.scheme]
    is_to_verify = chance.random() < 0.2
    return Designation(
        site=site,
        collection_id=site.collection_id,
        scheme=scheme,
        level=record.level.level,
        name_as_listed=record.title,
        batch=f"第{chance.choice('一二三四五六七')}批",
        decree=chance.choice(around.decrees[record.division]),
        status=DesignationStatus.TO_VERIFY if is_to_verify else DesignationStatus.IN_FORCE,
        is_exclusive=scheme.standing in EXCLUSIVE,
        origin=Origin.REPORTED,
        confirmed_on=CONFIRMED_ON,
    )


def citation_of_designation(
    designation: Designation, record: GeneratedRecord, around: Surroundings
) -> DesignationCitation:
    return DesignationCitation(
        designation=designation, source=chance_of(record, "paper").choice(around.sources[record.division])
    )


def components_of(site: HeritageSite, record: GeneratedRecord, around: Surroundings) -> list[Component]:
    """Return the published components of every fourth site."""
    chance = chance_of(record, "components")
    if chance.random() >= 0.25:
        return []
    names = chance.sample((*WORKSHOPS, *MACHINES), chance.choice((1, 2, 2, 3, 6)))
    return [
        Component(
            site=site,
            division=site.division,
            collection_id=site.collection_id,
            ordinal=ordinal,
            name_zh=name,
            kind=ComponentKind.BUILDING if name in WORKSHOPS else ComponentKind.MACHINE,
            type=around.term(Vocabulary.TYPE, record.type),
            description_zh=f"{record.title}的{name}，现状待查。",
            destiny=chance.choice(Destiny.values),
            live=True,
            first_published_at=site.first_published_at,
            last_published_at=site.last_published_at,
            **dating(record.year_from + ordinal, None),
        )
        for ordinal, name in enumerate(names, start=1)
    ]


def citation_of_component(component: Component, source: Source) -> ComponentCitation:
    return ComponentCitation(component=component, source=source, sort_order=0)


def chance_of(record: GeneratedRecord, what: str) -> random.Random:
    """Draws that depend on the record alone."""
    return random.Random(f"{record.number}:{what}")  # noqa: S311 — repeatable, nobody's secret


@cache
def dating(year_from: int, year_to: int | None) -> dict[str, object]:
    """Return the words of a dating with what follows from them."""
    words = f"{year_from}年" if year_to is None else f"{year_from}年至{year_to}年"
    period = parse_period(words)
    return {
        "period_text": words,
        "period_edtf": period.edtf,
        "earliest_on": period.earliest,
        "latest_on": period.latest,
    }


def _life(record: GeneratedRecord) -> Iterable[tuple[str, int]]:
    yield EventKind.FOUNDED, record.year_from
    yield EventKind.PRODUCTION_START, record.year_from + 1
    if record.year_to:
        yield EventKind.EXTENDED, (record.year_from + record.year_to) // 2
        yield EventKind.CLOSED, record.year_to
