"""What services of lifecycles B and D do: find where a thing stands, refuse or make a move, write it down."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from heritage.changes import record_changed
from heritage.lifecycles import status
from heritage.lifecycles.historic_buildings import CANDIDATE
from heritage.lifecycles.machine import Lifecycle, Transition
from heritage.lifecycles.papers import Papers
from heritage.lifecycles.refusals import Refusal, UnlawfulMoveError, missing_needs, state_and_paper
from heritage.lifecycles.rights import holds
from heritage.models import Component, Designation, DesignationMove, DesignationPaper, HeritageSite

LOG_PREFIX = "heritage.designation_"


@dataclass(frozen=True)
class Standing:
    """Where a site or component stands in law: a state, and the designation in force if there is one."""

    state: str
    designation: Designation | None


def identity_of(site: HeritageSite, component: Component | None) -> Standing:
    """Return the legal identity in force, else the end of an earlier one, else the site's recognition."""
    rows = Designation.objects.filter(site=site, component=component, is_exclusive=True).select_related(
        "scheme"
    )
    in_force = rows.in_force().first()
    if in_force is not None:
        return Standing(status.state_of(in_force.scheme, in_force.level), in_force)
    ended = rows.filter(status__in=status.IDENTITY.final_states).values_list("status", flat=True).first()
    return Standing(ended or site.recognition, None)


def candidacy_of(site: HeritageSite, component: Component | None) -> str:
    """Return the state by which a thing may be put forward as a historic building, or was put forward."""
    candidates = Designation.objects.candidates().filter(site=site, component=component)
    return CANDIDATE if candidates.exists() else identity_of(site, component).state


def refusal_without_row(table: Lifecycle, move: str, *, found: str, target: str | None = None) -> Refusal:
    """Say from where the move is possible, by the rows that the table has for it."""
    rows = table.moves(move) if target is None else table.leading_to(target)
    origins = dict.fromkeys(table.label_of(row.origin) for row in rows)
    state = table.state(target) if target else None
    articles = dict.fromkeys(str(row.article) for row in rows) or ([str(state.article)] if state else [])
    return Refusal(
        move=str(status.MOVES[move]),
        found=table.label_of(found),
        needed=_(" or ").join(origins) or _("nothing; no rule provides for this"),
        article=_(", ").join(article for article in articles if article),
    )


def refusal_of_row(row: Transition, papers: Papers, *, found: str) -> Refusal | None:
    """Return why this row refuses the move: who asks, or which papers are missing; None if it does not."""
    move, article = str(status.MOVES[row.move]), str(row.article)
    if not holds(papers.by, row.right, papers.site):
        return Refusal(move, found=str(papers.by), needed=str(row.right.label), article=article)
    if missing := missing_needs(row, papers):
        found = state_and_paper(found, papers.decree)
        return Refusal(move, found=found, needed=_(", ").join(missing), article=article)
    return None


def require_row(row: Transition, papers: Papers, *, found: str) -> None:
    """Raise UnlawfulMoveError unless the row lets the move pass."""
    if refusal := refusal_of_row(row, papers, found=found):
        raise UnlawfulMoveError(refusal)


def require_fate(designation: Designation, move: str, papers: Papers) -> Transition:
    """Return the row by which the designation makes this move; UnlawfulMoveError where none lets it pass."""
    table = status.fates_of(designation.scheme.standing)
    row = table.find_move(move, origin=designation.status, level=designation.level)
    if row is None:
        raise UnlawfulMoveError(refusal_without_row(table, move, found=designation.status))
    require_row(row, papers, found=table.label_of(designation.status))
    return row


def locked_site(site: HeritageSite) -> HeritageSite:
    """Read the site again, locked: of two officers the second sees what the first has done."""
    return HeritageSite.objects.select_for_update().get(pk=site.pk)


def locked_designation(designation: Designation) -> Designation:
    """Read the designation again below the lock of its site."""
    locked_site(designation.site)
    return Designation.objects.select_related("scheme", "site", "component").get(pk=designation.pk)


def make_move(designation: Designation, row: Transition, papers: Papers, *, from_status: str) -> None:
    """Save the designation in the state that the row leads to, with its papers, and tell who must know.

    The public is told the status before until a reviewer has confirmed the new one.
    """
    designation.status = row.target
    if designation.confirmed_on and not designation.status_until_confirmed:
        designation.status_until_confirmed = from_status
    designation.save()
    write_down(designation, row.move, papers, from_status=from_status)


def write_down(
    designation: Designation, move: str, papers: Papers, *, from_status: str = ""
) -> DesignationMove:
    """Keep the papers of a move, and log it."""
    made = DesignationMove.objects.create(
        designation=designation,
        move=move,
        from_status=from_status,
        to_status=designation.status,
        decree=papers.decree,
        evidence=papers.evidence,
        consent=papers.consent,
        component=papers.component,
        happened_edtf=papers.happened_edtf,
        cause=papers.cause,
        new_place=papers.new_place,
        made_by=papers.by,
        second=papers.second,
    )
    DesignationPaper.objects.bulk_create(
        DesignationPaper(move=made, kind=kind, file=file) for kind, file in papers.archive.items()
    )
    paper = papers.decree or papers.evidence
    log_move(
        designation,
        move,
        by=papers.by,
        data={"from": from_status, "to": str(designation.status), "paper": str(paper or "")},
    )
    return made


def log_move(designation: Designation, move: str, *, by: User, data: dict[str, str]) -> None:
    """Write the move into the history of the designation and of its site; saving has announced the site."""
    details = {**data, "designation": designation.pk, "level": str(designation.level)}
    for instance in (designation, designation.site):
        log(instance=instance, action=LOG_PREFIX + move, user=by, data=details, content_changed=False)
    if designation.component_id:
        record_changed("component", [designation.component_id])
