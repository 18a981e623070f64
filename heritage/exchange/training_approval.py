"""Bringing a training record to a state of its approval, by the officers and the rules of every record."""

from typing import TypeVar

from heritage.exchange.training_ground import person
from heritage.models.divisions import DivisionLevel
from heritage.models.records import Record

R = TypeVar("R", bound=Record)

#: Who decides at each level; nobody of them writes what they decide on.
REVIEWERS = {
    DivisionLevel.COUNTY: "training-officer-2",
    DivisionLevel.CITY: "training-city",
    DivisionLevel.PROVINCE: "training-province",
}
DRAFT, RETURNED, PUBLISHED, CHANGED = "draft", "returned", "published", "changed"


def bring_to(record: R, state: str, *, writer: str, comment: str = "") -> R:
    """Submit the saved draft and let it be decided until it waits at the level `state`, or is what it names.

    `changed`: published; the newer draft is the caller's.
    """
    if state == DRAFT:
        return record
    submit(record, writer)
    if state == RETURNED:
        decide(record, "reject", comment=comment)
    else:
        while record.workflow_in_progress and record.current_workflow_task.level != state:
            decide(record, "approve")
    return reread(record)


def submit(record: Record, writer: str) -> None:
    """Submit the newest draft as its writer does."""
    record = reread(record)
    record.get_workflow().start(record, person(writer))


def decide(record: Record, action: str, *, comment: str = "") -> None:
    """Approve or return at the level whose turn it is."""
    step = record.current_workflow_task_state
    task = step.task.specific
    task.on_action(step, person(REVIEWERS[DivisionLevel(task.level)]), action, comment=comment)


def reread(record: R) -> R:
    """Return the record as it stands in the database."""
    return type(record).objects.get(pk=record.pk)
