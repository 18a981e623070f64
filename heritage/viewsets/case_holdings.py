"""What a relocation case has: its dates, its land and retained buildings, its applications."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from heritage.gates import Alarm, Evidence
from heritage.lifecycles.buildings import BUILDING
from heritage.lifecycles.parcels import PARCEL
from heritage.lifecycles.relocation import CASE
from heritage.models import CaseMove, RelocationCase
from heritage.models.contamination import PlannedUse
from heritage.policies import readable
from heritage.viewsets.intervention_pages import state_label


def dates_of(evidence: Evidence, moves: Iterable[CaseMove], alarms: Iterable[Alarm]) -> list[dict[str, Any]]:
    """Return each step that is planned or recorded, in the order of the stages.

    `happened_on` is the day that the paper gives, `recorded_on` the one on which it was entered here.
    """
    planned = {step.stage: step.planned_on for step in evidence.steps}
    made = {move.to_state: move for move in moves}
    red = {alarm.stage for alarm in alarms}
    return [
        {
            "label": state.label,
            "planned_on": planned.get(state.key),
            "happened_on": made[state.key].happened_on if state.key in made else None,
            "recorded_on": timezone.localdate(made[state.key].made_at) if state.key in made else None,
            "is_red": state.key in red,
        }
        for state in CASE.states
        if state.key in planned or state.key in made
    ]


def holdings_of(evidence: Evidence) -> dict[str, list[dict[str, Any]]]:
    """Return the parcels and the retained buildings, each with its standing and its page."""
    return {
        "parcels": [
            {
                "name": parcel.name,
                "area_m2": parcel.area_m2,
                "use": PlannedUse(parcel.planned_use).label,
                "standing": PARCEL.label_of(parcel.standing),
                "url": reverse("heritage_parcel", args=[parcel.pk]),
            }
            for parcel in evidence.parcels
        ],
        "buildings": [
            {
                "name": building.name,
                "standing": BUILDING.label_of(building.standing),
                "url": reverse("heritage_building", args=[building.pk]),
            }
            for building in evidence.buildings
        ],
    }


def interventions_of(case: RelocationCase, reader: User) -> list[dict[str, Any]]:
    """Return the applications of the case, the newest first, for both of its ends.

    The page of an application is read where its site is: whoever may not read that gets no address.
    """
    rows = case.interventions.select_related("site", "component")
    open_to_reader = set(readable(case.interventions.all(), reader).values_list("pk", flat=True))
    return [
        {
            "intervention": row,
            "state": state_label(row),
            "url": reverse("heritage_intervention", args=[row.pk]) if row.pk in open_to_reader else "",
        }
        for row in rows
    ]
