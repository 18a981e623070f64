"""How relocation cases, the land and the retained buildings of one go along their tables."""

from dataclasses import replace
from typing import Any

from django.db.models import Q

from heritage.courses.course import Course
from heritage.gates import evidence_of, read_gates
from heritage.lifecycles.buildings import BUILDING, BUILDING_USE
from heritage.lifecycles.interventions import ALLOWED
from heritage.lifecycles.parcels import PARCEL, PARCEL_USE
from heritage.lifecycles.relocation import CASE
from heritage.lifecycles.relocation_papers import RelocationPapers
from heritage.lifecycles.standings import standing_in
from heritage.models import (
    BuildingMove,
    CaseMove,
    Designation,
    Intervention,
    ParcelMove,
    RelocationCase,
    RetainedBuilding,
)
from heritage.models.interventions import InterventionKind

KEPT = ("decree", "report", "body", "happened_on")

#: Cleaning is a repair, or works on the exterior.
CLEANING = (InterventionKind.REPAIR, InterventionKind.ALTER_EXTERIOR)


def _locked_case(case: RelocationCase) -> RelocationCase:
    return RelocationCase.objects.select_for_update().get(pk=case.pk)


def _locked_part(part: Any) -> Any:
    """Read a part again below the lock of its case."""
    _locked_case(part.case)
    return type(part).objects.get(pk=part.pk)


def _with_gates(papers: RelocationPapers) -> RelocationPapers:
    subject: Any = papers.subject
    gates = read_gates(evidence_of([subject])[subject.pk])
    return replace(papers, open_gates=frozenset(gate.key for gate in gates if gate.is_passable))


def _with_parcel(papers: RelocationPapers) -> RelocationPapers:
    return replace(papers, standing=standing_in(PARCEL, PARCELS.moves_of(papers.subject)))


def _with_building(papers: RelocationPapers) -> RelocationPapers:
    building: Any = papers.subject
    standing = standing_in(BUILDING, BUILDINGS.moves_of(building))
    return replace(
        papers,
        standing=standing,
        is_listed=_is_listed(building),
        is_repair_approved=_is_repair_approved(building),
    )


def _is_listed(building: RetainedBuilding) -> bool:
    """Whether the building, or the site as a whole, is a relic or a historic building."""
    rows = Designation.objects.in_force().filter(site=building.component.site_id, is_exclusive=True)
    return any(row.component_id in (None, building.component_id) for row in rows)


def _is_repair_approved(building: RetainedBuilding) -> bool:
    """Whether works by which it may be cleaned are approved, for it or for the site as a whole.

    Of a relic a repair (文物保护法 32), of a historic building exterior works (名城名镇名村保护条例 35).
    """
    of_building = Q(component=None) | Q(component=building.component)
    rows = Intervention.objects.filter(of_building, site=building.component.site_id)
    return rows.filter(kind__in=CLEANING, state__in=ALLOWED).exists()


CASES = Course(
    (CASE,),
    CaseMove,
    RelocationPapers,
    KEPT,
    lock=_locked_case,
    state_field="stage",
    with_what_stands=_with_gates,
)
PARCELS = Course(
    (PARCEL, PARCEL_USE), ParcelMove, RelocationPapers, KEPT, lock=_locked_part, with_what_stands=_with_parcel
)
BUILDINGS = Course(
    (BUILDING, BUILDING_USE),
    BuildingMove,
    RelocationPapers,
    KEPT,
    lock=_locked_part,
    with_what_stands=_with_building,
)
