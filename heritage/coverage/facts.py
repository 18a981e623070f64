"""What is known of the surveys of a site and of its components, as plain values."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class CoverageState(TextChoices):
    """Whether a thing has been surveyed. What is lost cannot be surveyed any more and is not counted."""

    SURVEYED = "surveyed", pgettext_lazy("coverage", "Surveyed")
    NOT_ENTERED = "not_entered", pgettext_lazy("coverage", "Could not be entered")
    NOT_SURVEYED = "not_surveyed", pgettext_lazy("coverage", "Not surveyed")
    GONE = "gone", pgettext_lazy("coverage", "Lost")


class VisitStanding(TextChoices):
    """Whether a survey counts, as it does for gate G1: confirmed, and made before the plant was left."""

    COUNTED = "counted", pgettext_lazy("coverage", "Confirmed")
    WAITING = "waiting", pgettext_lazy("coverage", "Waits for confirmation, not counted yet")
    AFTERWARDS = "afterwards", pgettext_lazy("coverage", "After the relocation, not counted")


@dataclass(frozen=True)
class Visit:
    """One survey. `shape`: what was walked, GeoJSON in WGS 84. Surveyors and shape are internal."""

    pk: int
    on: date
    purpose: str
    surveyors: str
    standing: VisitStanding
    confirmed_on: date | None
    confirmed_by: str
    seen: frozenset[int]
    shape: dict[str, Any] | None

    @property
    def counts(self) -> bool:
        return self.standing == VisitStanding.COUNTED


@dataclass(frozen=True)
class Obstacle:
    """What a survey could not enter, and why; `component` where it is one of the record."""

    what: str
    reason: str
    explanation: str
    visit: Visit
    component: int | None

    @property
    def why(self) -> str:
        return "：".join(filter(None, (self.reason, self.explanation)))


@dataclass(frozen=True)
class Part:
    """A component of a site: who has surveyed it, or why nobody could."""

    pk: int
    ordinal: int
    name: str
    kind: str
    state: CoverageState
    visits: tuple[Visit, ...]
    obstacles: tuple[Obstacle, ...]
    shape: dict[str, Any] | None


@dataclass(frozen=True)
class SiteCoverage:
    """A site with its components and surveys, the newest first.

    A site that the reader may not read (`is_named` false) is counted, and neither named nor placed; its
    surveys are not told. `point` is longitude and latitude, degrees WGS 84; `uncertainty_m` the radius, in
    metres, within which the site lies.
    """

    pk: int
    number: str
    name: str
    division: str
    state: CoverageState
    parts: tuple[Part, ...]
    visits: tuple[Visit, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    point: tuple[float, float] | None = None
    uncertainty_m: int | None = None
    shape: dict[str, Any] | None = None
    is_named: bool = True

    @property
    def known(self) -> tuple[Part, ...]:
        """The components that are counted: those that are not lost."""
        return tuple(part for part in self.parts if part.state != CoverageState.GONE)

    @property
    def surveyed(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.state == CoverageState.SURVEYED)

    @property
    def elsewhere(self) -> tuple[Obstacle, ...]:
        """What could not be entered and is no component of the record."""
        return tuple(row for row in self.obstacles if row.component is None)


@dataclass(frozen=True)
class Group:
    """An enterprise with its sites. One without a site is told too: nothing of it is recorded yet."""

    name: str
    sites: tuple[SiteCoverage, ...]
    case: int | None = None
