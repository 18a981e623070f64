"""What the rules look at: one site with all that hangs on it, as plain values."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Self


@dataclass(frozen=True)
class Span:
    """A dating by its bounds; None where a bound is not known. `words` are those of the source."""

    earliest: date | None = None
    latest: date | None = None
    words: str = ""

    @classmethod
    def of(cls, row: dict[str, Any]) -> Self:
        """Read the bounds of a dated row, from the database or from the JSON of a revision."""
        return cls(_day(row.get("earliest_on")), _day(row.get("latest_on")), row.get("period_text") or "")

    @classmethod
    def day(cls, day: date | None) -> Self:
        return cls(day, day, day.isoformat() if day else "")

    def is_certainly_before(self, other: "Span") -> bool:
        """Whether all of this lies before all of the other, whatever within the bounds is true."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def __str__(self) -> str:
        return self.words or "–".join(day.isoformat() for day in (self.earliest, self.latest) if day)


@dataclass(frozen=True)
class NameFact:
    name: str
    kind: str
    uid: str
    span: Span


@dataclass(frozen=True)
class EventFact:
    kind: str
    uid: str
    span: Span


@dataclass(frozen=True)
class ReuseFact:
    words: str
    span: Span


@dataclass(frozen=True)
class CitationFact:
    """`is_sourced`: its source is there, and is not the writer's own knowledge."""

    statement: str
    is_sourced: bool


@dataclass(frozen=True)
class SurveyFact:
    pk: int
    on: Span


@dataclass(frozen=True)
class DecreeFact:
    pk: int
    words: str
    has_number: bool
    has_file: bool
    announced: Span


@dataclass(frozen=True)
class DesignationFact:
    """`superseded_by`: when the decree of what replaced it was announced."""

    pk: int
    words: str
    decree: DecreeFact | None
    superseded_by: Span


@dataclass(frozen=True)
class ShapeFact:
    """A line or an area of the site (pk 0) or of one of its components, GeoJSON in WGS 84."""

    pk: int
    name: str
    geometry: dict[str, Any]


@dataclass(frozen=True)
class SiteFacts:
    """A site as its officers have it now: its newest draft where there is one. Points are degrees, WGS 84."""

    pk: int
    collection_id: int
    is_live: bool
    division_code: str
    division_name: str
    outline: dict[str, Any] | None
    dating: Span
    point: tuple[float, float] | None
    shapes: tuple[ShapeFact, ...] = ()
    names: tuple[NameFact, ...] = ()
    events: tuple[EventFact, ...] = ()
    reuses: tuple[ReuseFact, ...] = ()
    citations: tuple[CitationFact, ...] = ()
    surveys: tuple[SurveyFact, ...] = ()
    designations: tuple[DesignationFact, ...] = ()

    def events_of(self, *kinds: str) -> list[EventFact]:
        return [event for event in self.events if event.kind in kinds]


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value
