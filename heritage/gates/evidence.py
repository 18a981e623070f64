"""What is known of a case, as plain values: what the gates are computed from."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Unsurveyed:
    """A component that no survey has seen, and why a visitor could not enter it, where somebody tried."""

    pk: int
    name: str
    why: str = ""


@dataclass(frozen=True)
class SiteFacts:
    """A heritage site of the enterprise. Only confirmed surveys and designations count.

    `unsurveyed`: its components that no survey has seen. `is_decided`: recognised, registered or refused.
    `is_recognised`: what is protected, and so needs a measure. `is_relic`: what land quota is given for.
    """

    pk: int
    name: str
    is_surveyed: bool = False
    component_count: int = 0
    unsurveyed: tuple[Unsurveyed, ...] = ()
    is_decided: bool = False
    is_recognised: bool = False
    is_relic: bool = False
    has_measure: bool = False


@dataclass(frozen=True)
class ParcelFacts:
    pk: int
    name: str
    standing: str
    planned_use: str
    area_m2: Decimal | None = None


@dataclass(frozen=True)
class BuildingFacts:
    pk: int
    name: str
    standing: str


@dataclass(frozen=True)
class OverrideFacts:
    """Who overrode a gate, with whom, when, on which paper and why."""

    gate: str
    made_by: str
    second: str
    made_on: date
    paper: str
    reason: str


@dataclass(frozen=True)
class StepFacts:
    """A stage with the day for which it is planned."""

    stage: str
    planned_on: date


@dataclass(frozen=True)
class Evidence:
    """All that is known of one case. `disposed`: the kinds of things for which a disposal plan is filed."""

    stage: str
    enterprise: int
    sites: tuple[SiteFacts, ...] = ()
    disposed: frozenset[str] = frozenset()
    parcels: tuple[ParcelFacts, ...] = ()
    buildings: tuple[BuildingFacts, ...] = ()
    has_quota: bool = False
    overrides: tuple[OverrideFacts, ...] = ()
    steps: tuple[StepFacts, ...] = ()
