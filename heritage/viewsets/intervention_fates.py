"""What is to be told of a thing once its relocation or demolition has begun: each with its form, prefilled.

Nothing is recorded silently: the officer records what became of the component and of its designation herself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from heritage.lifecycles.interventions import BEGUN
from heritage.models import Component, Designation, DesignationMove, Intervention, InterventionMove
from heritage.models.components import Destiny
from heritage.models.designations import SchemeStanding
from heritage.models.interventions import InterventionKind, InterventionState

#: What becomes of a component by each; a demolition keeps its valuable parts, the officer says otherwise.
DESTINIES = {
    InterventionKind.RELOCATE.value: Destiny.MOVED,
    InterventionKind.DEMOLISH.value: Destiny.DISMANTLED,
}


@dataclass(frozen=True)
class FateToRecord:
    """`url`: the form with what the intervention tells filled in; `is_recorded`: nothing is left to do."""

    label: str
    url: str
    is_recorded: bool


def fates_of(intervention: Intervention) -> tuple[FateToRecord, ...]:
    """Return what is still to be recorded elsewhere, and what is; nothing before it has begun."""
    if intervention.kind not in DESTINIES or intervention.state not in BEGUN:
        return ()
    return (*_of_component(intervention), *_of_designations(intervention))


def destiny_told_by(intervention: Intervention) -> dict[str, str]:
    """What the intervention tells about the fate of its component, by the fields of the component's form."""
    begun = begun_on(intervention)
    return {
        "destiny": DESTINIES[intervention.kind].value,
        "destiny_on_edtf": begun.isoformat() if begun else "",
        "approved_by": str(intervention.pk),
    }


def begun_on(intervention: Intervention) -> date | None:
    """The day on which the works began."""
    started = intervention.moves.filter(to_state=InterventionState.EXECUTING).last()
    return started.happened_on if started else None


def _of_component(intervention: Intervention) -> Iterator[FateToRecord]:
    component = intervention.component
    if component is None:
        return
    form = reverse(Component.snippet_viewset.get_url_name("edit"), args=[component.pk])
    draft = component.get_latest_revision_as_object()
    yield FateToRecord(
        _("Record what became of %(component)s") % {"component": component},
        f"{form}?{urlencode({'intervention': intervention.pk})}",
        draft.approved_by_id == intervention.pk,
    )


def _of_designations(intervention: Intervention) -> Iterator[FateToRecord]:
    """The designation of the thing itself; of a demolished part also that of the whole that loses it."""
    rows = Designation.objects.in_force().filter(site=intervention.site, is_exclusive=True)
    approval = intervention.moves.filter(to_state=InterventionState.APPROVED).last()
    told = _told_of_designation(intervention, approval)
    for row in rows.select_related("scheme").prefetch_related("moves"):
        move = _move_of(intervention, row)
        if move:
            form = reverse("heritage_designation_move", args=[row.pk, move])
            recorded = [told_by for told_by in row.moves.all() if told_by.move == move]
            yield FateToRecord(
                _("Record it of the designation: %(designation)s") % {"designation": row},
                f"{form}?{urlencode(told)}",
                any(_is_of(told_by, intervention, approval) for told_by in recorded),
            )


def _told_of_designation(intervention: Intervention, approval: InterventionMove | None) -> dict[str, str]:
    """What the intervention tells, by the fields of the forms of a designation."""
    begun = begun_on(intervention)
    told = {
        "decree": approval.decree_id if approval else None,
        "happened_edtf": begun.isoformat() if begun else "",
        "component": intervention.component_id,
    }
    return {name: str(value) for name, value in told.items() if value}


def _is_of(move: DesignationMove, intervention: Intervention, approval: InterventionMove | None) -> bool:
    """Whether a move of the designation was recorded of this intervention: by its paper, or of its part."""
    if move.decree_id:
        return approval is not None and move.decree_id == approval.decree_id
    return move.component_id == intervention.component_id


def _move_of(intervention: Intervention, designation: Designation) -> str:
    """The move of a designation that tells of it; blank where the designation is of something else."""
    is_of_thing = designation.component_id == intervention.component_id
    if intervention.kind == InterventionKind.RELOCATE:
        return "relocate" if is_of_thing else ""
    if is_of_thing:
        is_building = designation.scheme.standing == SchemeStanding.HISTORIC_BUILDING
        return "demolish" if is_building else "destroy"
    return "lose_component" if designation.component_id is None else ""
