"""Announcing a designation: registering, announcing at a level, raising, converting, listing, verifying."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from heritage.lifecycles import status
from heritage.lifecycles.machine import Lifecycle, Transition
from heritage.lifecycles.papers import Papers
from heritage.lifecycles.refusals import Refusal, UnlawfulMoveError
from heritage.models import Component, Decree, Designation, HeritageSite, Scheme
from heritage.models.decrees import Origin
from heritage.models.designations import DesignationStatus
from heritage.services.moving import (
    Standing,
    identity_of,
    locked_designation,
    locked_site,
    make_move,
    refusal_without_row,
    require_fate,
    require_row,
    write_down,
)


@dataclass(frozen=True)
class Announced:
    """What an announcement changed: the designation in force now, and the one that gave way to it."""

    designation: Designation
    replaced: Designation | None


@transaction.atomic
def announce_designation(
    *,
    site: HeritageSite,
    component: Component | None = None,
    scheme: Scheme,
    level: str = "",
    decree: Decree,
    name_as_listed: str,
    batch: str = "",
    list_number: str = "",
    by: User,
) -> Announced:
    """Put a site, or one of its components, on a list by a decree; a lower or lesser identity gives way.

    Any higher level may pick from any lower one or directly (文物保护法 23). Level is blank for schemes without
    levels. Where the thing was put forward for the list, that row is the one published. UnlawfulMoveError
    says what was found, what is needed, and the article.
    """
    site = locked_site(site)
    papers = Papers(site=site, by=by, decree=decree, batch=batch, name_as_listed=name_as_listed)
    row, standing = _lawful_row(papers, component, scheme, level)
    designation = _candidate(papers, component, scheme) or Designation(
        site=site, component=component, scheme=scheme
    )
    designation.entered_by, designation.list_number = by, list_number
    return _bring_into_force(designation, row, standing, papers, level=level, move=row.move)


@transaction.atomic
def raise_level(
    *,
    designation: Designation,
    level: str,
    scheme: Scheme | None = None,
    decree: Decree,
    name_as_listed: str = "",
    batch: str,
    list_number: str = "",
    by: User,
) -> Announced:
    """Raise what this designation protects to a higher level; the name stays as listed unless given.

    `scheme` where the higher level has another one: registered relics become protected sites.
    UnlawfulMoveError also when the designation is no longer the one in force: somebody was faster.
    """
    current = locked_designation(designation)
    found = identity_of(current.site, current.component).designation
    if found is None or found.pk != current.pk:
        table = status.fates_of(current.scheme.standing)
        raise UnlawfulMoveError(refusal_without_row(table, "supersede", found=current.status))
    return announce_designation(
        site=current.site,
        component=current.component,
        scheme=scheme or current.scheme,
        level=level,
        decree=decree,
        name_as_listed=name_as_listed or current.name_as_listed,
        batch=batch,
        list_number=list_number,
        by=by,
    )


@transaction.atomic
def verify_designation(
    *,
    designation: Designation,
    level: str = "",
    decree: Decree,
    name_as_listed: str = "",
    batch: str = "",
    list_number: str = "",
    by: User,
) -> Announced:
    """Bring a reported designation that was to be verified into force, its decree having been found.

    The papers and the state of the thing must be those of a fresh announcement. It is told to nobody outside
    until it is confirmed again.
    """
    designation = locked_designation(designation)
    papers = Papers(
        site=designation.site,
        by=by,
        decree=decree,
        batch=batch or designation.batch,
        name_as_listed=name_as_listed or designation.name_as_listed,
    )
    require_fate(designation, "verify", papers)
    row, standing = _lawful_row(papers, designation.component, designation.scheme, level)
    designation.entered_by, designation.confirmed_on, designation.confirmed_by = by, None, None
    designation.status_until_confirmed = ""
    designation.list_number = list_number or designation.list_number
    return _bring_into_force(designation, row, standing, papers, level=level, move="verify")


def _lawful_row(
    papers: Papers, component: Component | None, scheme: Scheme, level: str
) -> tuple[Transition, Standing]:
    """Return the row of the table that allows this announcement; UnlawfulMoveError where none does."""
    require_of_site(component, papers.site)
    table = status.table_of(scheme.standing)
    standing = standing_for(table, papers.site, component, scheme)
    target = status.state_of(scheme, level)
    row = table.find(origin=standing.state, target=target)
    if row is None:
        raise UnlawfulMoveError(
            refusal_without_row(table, _move_to(table, target), found=standing.state, target=target)
        )
    require_row(row, papers, found=table.label_of(standing.state))
    return row, standing


def _candidate(papers: Papers, component: Component | None, scheme: Scheme) -> Designation | None:
    """The row in which the thing was put forward for this list; publishing it is a move of its own."""
    rows = Designation.objects.candidates().filter(site=papers.site, component=component, scheme=scheme)
    candidate = rows.select_related("scheme", "site", "component").first()
    if candidate is not None:
        require_fate(candidate, "publish", papers)
        candidate.confirmed_on, candidate.confirmed_by = None, None
    return candidate


def standing_for(
    table: Lifecycle, site: HeritageSite, component: Component | None, scheme: Scheme
) -> Standing:
    """Return where a thing stands in the table: by its legal identity, or by whether it is on this list."""
    if table is not status.LISTING:
        return identity_of(site, component)
    listed = Designation.objects.in_force().filter(site=site, component=component, scheme=scheme)
    return Standing(scheme.standing if listed.exists() else status.UNLISTED, None)


def _move_to(table: Lifecycle, target: str) -> str:
    """The usual name of getting there; “announce” where the table has no row left."""
    return next((row.move for row in table.leading_to(target)), "announce")


def require_of_site(component: Component | None, site: HeritageSite) -> None:
    """Raise UnlawfulMoveError where a component belongs to another site."""
    if component is not None and component.site_id != site.pk:
        raise UnlawfulMoveError(
            Refusal(
                move=str(status.MOVES["announce"]),
                found=_("%(component)s of another site") % {"component": component},
                needed=_("a component of %(site)s") % {"site": site},
                article="",
            )
        )


def _bring_into_force(
    designation: Designation, row: Transition, standing: Standing, papers: Papers, *, level: str, move: str
) -> Announced:
    """Let the earlier identity go, then save this one: the database allows one in force at a time."""
    earlier = standing.designation if row.replaces else None
    replaced = _let_go(earlier, row, papers) if earlier else None
    from_status = designation.status
    designation.level, designation.decree = level, papers.decree
    designation.name_as_listed, designation.batch = papers.name_as_listed, papers.batch
    designation.status, designation.origin = DesignationStatus.IN_FORCE, Origin.ANNOUNCED
    designation.save()
    if replaced is not None:
        replaced.superseded_by = designation
        replaced.save(update_fields=["superseded_by"])
    write_down(designation, move, papers, from_status=from_status)
    return Announced(designation, replaced)


def _let_go(earlier: Designation, row: Transition, papers: Papers) -> Designation:
    """Move the earlier identity to where the row sends it, if the table of its fates allows that."""
    table = status.fates_of(earlier.scheme.standing)
    fate = table.find(origin=earlier.status, target=row.replaces, level=earlier.level)
    if fate is None:
        raise UnlawfulMoveError(
            refusal_without_row(table, row.move, found=earlier.status, target=row.replaces)
        )
    require_row(fate, papers, found=table.label_of(earlier.status))
    make_move(earlier, fate, papers, from_status=earlier.status)
    return earlier
