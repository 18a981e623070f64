"""How interventions go along the table of their kind and of what the thing was in law when submitted."""

from dataclasses import replace

from heritage.courses.course import Course
from heritage.lifecycles.identities import Identity, legal_identity
from heritage.lifecycles.intervention_papers import InterventionPapers
from heritage.lifecycles.interventions import table_of
from heritage.lifecycles.machine import Lifecycle
from heritage.lifecycles.rulings import ruling_of
from heritage.models import HeritageSite, Intervention, InterventionMove
from heritage.models.interventions import InterventionKind, InterventionState

KEPT = (
    "decree",
    "report",
    "approval",
    "receipt",
    "body",
    "happened_on",
    "conditions",
    "licence",
    "receiver",
    "is_nothing_salvaged",
    "is_agreed",
)


def identity_of(intervention: Intervention) -> Identity:
    """What the thing was in law when the application was submitted; what it is now, as long as it was not."""
    if intervention.level:
        return Identity(intervention.level)
    return legal_identity(intervention.site, intervention.component)


def table_of_intervention(intervention: Intervention) -> Lifecycle:
    return table_of(intervention.kind, identity_of(intervention))


def _tables(intervention: Intervention) -> tuple[Lifecycle, ...]:
    return (table_of_intervention(intervention),)


def _locked(intervention: Intervention) -> Intervention:
    """Read it again below its own lock and that of its site, whose identity must not change meanwhile."""
    HeritageSite.objects.select_for_update().get(pk=intervention.site_id)
    rows = Intervention.objects.select_for_update(of=("self",))
    return rows.select_related("site", "component").get(pk=intervention.pk)


def _with_steps_before(papers: InterventionPapers) -> InterventionPapers:
    """Add the day of the step before, and what the opinion on file says."""
    moves = list(INTERVENTIONS.moves.filter(subject=papers.subject).order_by("pk").select_related("decree"))
    days = [move.happened_on or (move.decree.announced_on if move.decree else None) for move in moves]
    known = [papers.subject.applied_on, *filter(None, days)]
    opinions = [move.is_agreed for move in moves if move.is_agreed is not None]
    return replace(papers, not_before=known[-1], has_consent=opinions[-1:] == [True])


def _place(intervention: Intervention, state: str) -> None:
    """Store the state; with the submission, what the thing is in law and who therefore decides."""
    intervention.state = state
    if state == InterventionState.DRAFT:
        intervention.level = intervention.authority = ""
    elif not intervention.level:
        identity = identity_of(intervention)
        ruling = ruling_of(intervention.kind, identity)
        intervention.level = identity.value
        intervention.authority = ruling.authority if ruling else ""
    intervention.save()


INTERVENTIONS = Course(
    (table_of(InterventionKind.ARCHAEOLOGY, Identity.UNPROTECTED),),
    InterventionMove,
    InterventionPapers,
    KEPT,
    lock=_locked,
    state_field="state",
    with_what_stands=_with_steps_before,
    place=_place,
    choose=_tables,
)
