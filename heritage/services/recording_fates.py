"""What becomes of a designation: parts are lost, it is moved, destroyed or revoked. The papers are kept."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from heritage.dating import PeriodError, bounds
from heritage.lifecycles import status
from heritage.lifecycles.papers import Papers
from heritage.lifecycles.refusals import Refusal, UnlawfulMoveError
from heritage.models import Component, Decree, Designation, Nomination
from heritage.services.moving import locked_designation, make_move, require_fate
from media.models import Attachment


@transaction.atomic
def record_component_loss(
    *,
    designation: Designation,
    component: Component | None,
    happened_edtf: str,
    cause: str,
    evidence: Attachment | None,
    by: User,
) -> Designation:
    """Record that a component is gone; the designation stays in force.

    What became of the component itself is a fact of its own record, drafted and approved there.
    """
    designation = locked_designation(designation)
    if component is not None and component.site_id != designation.site_id:
        _refuse(
            "lose_component",
            found=_("%(component)s of another site") % {"component": component},
            needed=_("a component of %(site)s") % {"site": designation.site},
        )
    papers = Papers(
        site=designation.site,
        by=by,
        component=component,
        happened_edtf=happened_edtf,
        cause=cause,
        evidence=evidence,
    )
    return record_fate(designation, "lose_component", papers)


@transaction.atomic
def record_destruction(
    *, designation: Designation, happened_edtf: str, cause: str, evidence: Attachment | None, by: User
) -> Designation:
    """Record that all of it is gone. The ruins are protected and nothing is rebuilt there (文物保护法 33)."""
    designation = locked_designation(designation)
    papers = Papers(site=designation.site, by=by, happened_edtf=happened_edtf, cause=cause, evidence=evidence)
    return record_fate(designation, "destroy", papers)


@transaction.atomic
def record_relocation(
    *,
    designation: Designation,
    decree: Decree,
    happened_edtf: str,
    new_place: str,
    consent: Attachment | None = None,
    by: User,
) -> Designation:
    """Record that it was moved by an approval (文物保护法 31); it stays in force and keeps its number.

    `consent`: that of the State Council's cultural-relics department, needed at province level.
    """
    designation = locked_designation(designation)
    papers = Papers(
        site=designation.site,
        by=by,
        decree=decree,
        happened_edtf=happened_edtf,
        new_place=new_place,
        consent=consent,
    )
    return record_fate(designation, "relocate", papers)


@transaction.atomic
def revoke_designation(
    *,
    designation: Designation,
    decree: Decree,
    by: User,
    second: User,
    nomination: Nomination | None = None,
) -> Designation:
    """Record a revocation: an exception without a procedure in law, so the paper is uploaded and two vouch.

    `second` is a reviewer other than `by`; confirming it in their own name is theirs or another reviewer's.
    `nomination`: whose step this is; what came of a nomination is revoked together with it.
    """
    designation = locked_designation(designation)
    if nomination is None and designation.nominations.exists():
        _refuse("revoke", found=str(designation), needed=_("the revocation of its nomination"))
    papers = Papers(site=designation.site, by=by, decree=decree, second=second)
    return record_fate(designation, "revoke", papers)


def record_fate(designation: Designation, move: str, papers: Papers) -> Designation:
    """Make a move of a designation that was read below its lock; UnlawfulMoveError where no row lets it."""
    row = require_fate(designation, move, papers)
    if papers.happened_edtf:
        _require_date(move, papers.happened_edtf)
    make_move(designation, row, papers, from_status=designation.status)
    return designation


def _require_date(move: str, edtf: str) -> None:
    try:
        bounds(edtf)
    except PeriodError as error:
        _refuse(
            move, found=str(error), needed=_("a date as EDTF, such as 2016, 2016-05, 2016-05-17"), error=error
        )


def _refuse(move: str, *, found: str, needed: str, error: Exception | None = None) -> None:
    raise UnlawfulMoveError(Refusal(str(status.MOVES[move]), found, needed, article="")) from error
