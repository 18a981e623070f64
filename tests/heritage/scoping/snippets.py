"""The addresses that Wagtail makes for each kind of row, and what is expected of them."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.heritage.scoping.world import Rows

#: row of the world → model, and the title by which a list shows it
KINDS = {
    "site": ("heritagesite", "live"),
    "component": ("component", "component"),
    "enterprise": ("enterprise", "enterprise"),
    "area": ("industrialarea", "area"),
    "project": ("heritageproject", "project"),
    "source": ("source", "source"),
    "decree": ("decree", "decree"),
    "organisation": ("organisation", "organisation"),
    "survey": ("survey", "live"),
    "plan": ("areaplan", "plan"),
    "zone": ("receivingzone", "zone"),
    "case": ("relocationcase", "enterprise"),
    "remediation": ("remediationproject", "remediation"),
    "redevelopment": ("redevelopmentproject", "redevelopment"),
}
RECORDS = ("site", "component", "enterprise", "area", "project")


@dataclass(frozen=True)
class RowAddress:
    """An address of one row: own rows as `needs` says, foreign rows refused to everybody else."""

    needs: str
    fill: Callable[[Rows], dict]


@dataclass(frozen=True)
class ListAddress:
    """An address that lists rows: own ones are there, foreign ones are not, however it is asked."""

    shows: str  # which of the titles must be found
    queries: tuple[str, ...] = ("",)
    needs: str = "read"  # what one must be allowed to do to the row to find it here


CLOSED = "closed"  # refused to everyone but superusers
OPEN = "open"  # shows no row of anybody

RESULTS = ("", "?q=zq")
SEARCHES = ("", "?q=zq", "?collection_id={foreign_collection}", "?collection={foreign_collection}")
LISTINGS = (
    *SEARCHES,
    "?export=csv",
    "?export=xlsx",
    "?division={foreign_division}",
    "?status=live",
    "?status=draft",
)


def namespace(name: str) -> str:
    return f"wagtailsnippets_heritage_{KINDS[name][0]}"


def of(name: str, parameter: str = "pk", **more) -> Callable[[Rows], dict]:
    """Fill an address with the key of a row of the world; callables among `more` are asked of the rows."""
    return lambda rows: {
        parameter: getattr(rows, name).pk,
        **{key: value(rows) if callable(value) else value for key, value in more.items()},
    }


def plain(name: str) -> dict[str, object]:
    """Rows without drafts: list, form, history, chooser."""
    model, shows = KINDS[name]
    screens, chooser = namespace(name), f"wagtailsnippetchoosers_heritage_{model}"
    row = RowAddress("change", of(name))
    return {
        f"{screens}:list": ListAddress(shows, LISTINGS),
        f"{screens}:list_results": ListAddress(shows, RESULTS),
        f"{screens}:add": OPEN,
        f"{screens}:edit": row,
        f"{screens}:delete": RowAddress("delete", of(name)),
        f"{screens}:usage": row,
        f"{screens}:history": row,
        f"{screens}:history_results": row,
        f"{chooser}:choose": ListAddress(shows, SEARCHES),
        f"{chooser}:choose_results": ListAddress(shows, RESULTS),
        f"{chooser}:chosen": RowAddress("read", of(name)),
        f"{chooser}:chosen_multiple": ListAddress(shows, (f"?id={{own_{name}}}&id={{foreign_{name}}}",)),
    }


def record(name: str) -> dict[str, object]:
    """Drafted rows: the same, with previews, revisions, locks and approval."""
    screens = namespace(name)
    row = RowAddress("change", of(name))

    def revision(rows: Rows) -> int:
        return getattr(rows, name).live_revision_id

    def step(rows: Rows) -> int:
        return rows.approvals[name].current_task_state_id

    return {
        **plain(name),
        f"{screens}:preview_on_add": OPEN,
        f"{screens}:preview_on_edit": row,
        f"{screens}:revisions_view": RowAddress("change", of(name, revision_id=revision)),
        f"{screens}:revisions_revert": RowAddress("change", of(name, revision_id=revision)),
        f"{screens}:revisions_compare": RowAddress(
            "change", of(name, revision_id_a="live", revision_id_b="latest")
        ),
        f"{screens}:revisions_unschedule": RowAddress("publish", of(name, revision_id=revision)),
        f"{screens}:unpublish": RowAddress("publish", of(name)),
        f"{screens}:lock": RowAddress("post", of(name)),
        f"{screens}:unlock": RowAddress("post", of(name)),
        f"{screens}:workflow_action": RowAddress(
            "decide", of(name, action_name="approve", task_state_id=step)
        ),
        f"{screens}:collect_workflow_action_data": RowAddress(
            "decide", of(name, action_name="reject", task_state_id=step)
        ),
        f"{screens}:confirm_workflow_cancellation": RowAddress("read", of(name)),
        f"{screens}:workflow_history": row,
        f"{screens}:workflow_history_detail": RowAddress(
            "change", of(name, workflow_state_id=lambda rows: rows.approvals[name].pk)
        ),
        f"{screens}:workflow_preview": RowAddress(
            "decide", of(name, task_id=lambda rows: rows.approvals[name].current_task_state.task_id)
        ),
    }
