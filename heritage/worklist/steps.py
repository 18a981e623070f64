"""Planned steps of relocation cases, and the gates that stand in their way."""

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from heritage.dashboard.scope import Desk
from heritage.gates import evidence_of, read_gates
from heritage.lifecycles.relocation import CASE, gates_ahead
from heritage.models import PlannedStep
from heritage.worklist.dating import Span
from heritage.worklist.entries import Entry


def _rows(desk: Desk, span: Span) -> QuerySet[PlannedStep]:
    rows = PlannedStep.objects.filter(
        _is_ahead(), collection_id__in=desk.collection_ids, planned_on__lte=span.until
    )
    return rows if span.since is None else rows.filter(planned_on__gte=span.since)


def _is_ahead() -> Q:
    """The case stands before the stage that is planned."""
    order = [state.key for state in CASE.states]
    ahead = Q()
    for position, stage in enumerate(order):
        ahead |= Q(stage=stage, case__stage__in=order[:position])
    return ahead


def find_steps(desk: Desk, span: Span, most: int) -> list[Entry]:
    steps = list(_rows(desk, span).select_related("case__enterprise").order_by("planned_on", "pk")[:most])
    evidence = evidence_of({step.case_id: step.case for step in steps}.values(), reader=desk.user)
    shut = {
        pk: [gate.key for gate in read_gates(facts) if not gate.is_passable] for pk, facts in evidence.items()
    }
    return [
        Entry(
            kind="steps",
            key=f"step-{step.pk}",
            title=str(step.case),
            words=_words(step, shut[step.case_id]),
            where=_("Gates"),
            url=f"{reverse('heritage_case', args=[step.case_id])}#gates",
            collection_id=step.collection_id,
            of=("relocationcase", step.case_id),
            due_on=step.planned_on,
        )
        for step in steps
    ]


def _words(step: PlannedStep, shut: list[str]) -> str:
    """The step, and which closed gates it has still to pass."""
    in_the_way = [key for key in gates_ahead(step.stage, at=step.case.stage) if key in shut]
    if not in_the_way:
        return _("Planned: %(step)s") % {"step": step.get_stage_display()}
    return _("Planned: %(step)s; gates that do not let it pass: %(gates)s") % {
        "step": step.get_stage_display(),
        "gates": "、".join(in_the_way),
    }


def count_steps(desk: Desk, span: Span) -> int:
    return _rows(desk, span).count()
