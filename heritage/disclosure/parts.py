"""The dated parts of a site's record: names, events, reuses, official numbers, visits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from heritage.disclosure.records import Word, word
from heritage.disclosure.sources import Evidence
from heritage.models import Reuse, SiteEvent, SiteIdentifier, SiteName, Survey


@dataclass(frozen=True)
class Name:
    name: str
    kind: str
    language: str
    script: str
    period_text: str
    period_edtf: str
    earliest_on: date | None
    latest_on: date | None
    source_indexes: tuple[int, ...]


@dataclass(frozen=True)
class Event:
    kind: str
    words_zh: str
    words_en: str
    period_text: str
    period_edtf: str
    earliest_on: date | None
    latest_on: date | None
    source_indexes: tuple[int, ...]


@dataclass(frozen=True)
class PublicReuse:
    kind: Word | None
    words_zh: str
    words_en: str
    openness: str
    granted_by: str
    period_text: str
    period_edtf: str


@dataclass(frozen=True)
class Identifier:
    """A number given by others, as given."""

    scheme: str
    value: str
    issued_by: str


@dataclass(frozen=True)
class Visit:
    """That a survey took place and why; never by whom, nor what was noted."""

    surveyed_on: date
    purpose: str


def disclose_name(name: SiteName, evidence: Evidence) -> Name:
    return Name(
        name=name.name,
        kind=name.kind,
        language=name.language,
        script=name.script,
        period_text=name.period_text,
        period_edtf=name.period_edtf,
        earliest_on=name.earliest_on,
        latest_on=name.latest_on,
        source_indexes=evidence.indexes.get(name.statement, ()),
    )


def disclose_events(events: Iterable[SiteEvent], evidence: Evidence) -> tuple[Event, ...]:
    """Tell the events in the order of time, those without a date last."""
    told = [
        Event(
            kind=event.kind,
            words_zh=event.words_zh,
            words_en=event.words_en,
            period_text=event.period_text,
            period_edtf=event.period_edtf,
            earliest_on=event.earliest_on,
            latest_on=event.latest_on,
            source_indexes=evidence.indexes.get(event.statement, ()),
        )
        for event in events
        if evidence.tells(event.statement)
    ]
    return tuple(sorted(told, key=lambda event: (event.earliest_on is None, event.earliest_on or date.max)))


def disclose_reuse(reuse: Reuse) -> PublicReuse:
    return PublicReuse(
        kind=word(reuse.kind),
        words_zh=reuse.words_zh,
        words_en=reuse.words_en,
        openness=reuse.openness,
        granted_by=reuse.granted_by,
        period_text=reuse.period_text,
        period_edtf=reuse.period_edtf,
    )


def disclose_identifier(identifier: SiteIdentifier) -> Identifier:
    return Identifier(identifier.scheme, identifier.value, identifier.issued_by)


def disclose_surveys(surveys: Iterable[Survey]) -> tuple[Visit, ...]:
    """Tell of the confirmed visits, the latest first."""
    return tuple(Visit(row.surveyed_on, row.purpose) for row in surveys if row.confirmed_on is not None)
