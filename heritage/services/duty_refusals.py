"""Why a duty is not recorded as done, or its record not removed."""

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from heritage.four_haves.asked import is_asked
from heritage.lifecycles.duties import DUTIES, REGISTERED, Duty
from heritage.lifecycles.fulfilments import FULFILMENTS, DutyPapers
from heritage.lifecycles.refusals import Refusal
from heritage.lifecycles.rights import FULFILLING, REVIEWING, holds
from heritage.models import Designation, FulfilledDuty, Zone
from heritage.models.zones import ZoneKind


def refusal_to_record(designation: Designation, duty: str, user: User) -> Refusal | None:
    """Return why this user may not record this duty of the designation, whose scheme is read; else None."""
    move, article = _move(duty), article_of(designation, duty)
    if not is_asked(designation):
        found = f"{designation.get_level_display()} {designation.get_status_display()}".strip()
        return Refusal(move, found, _("a designation as a relic that is in force"), article)
    if duty_of(designation, duty) is None:
        owed = [str(owed.label) for owed in DUTIES if designation.level in owed.levels]
        found = f"{designation.get_level_display()}：{_(', ').join(owed)}"
        return Refusal(move, found, _("a level that owes this"), article)
    if not holds(user, FULFILLING, designation):
        return Refusal(move, str(user), str(FULFILLING.label), article)
    return None


def refusal_to_remove(row: FulfilledDuty, user: User) -> Refusal | None:
    """Return why this user may not remove what was recorded; None if they may, with a reason."""
    if row.recorded_by_id != user.pk and not holds(user, REVIEWING, row.designation):
        return Refusal(_("Remove"), str(user), _("whoever recorded it, or a reviewer"), "")
    return None


def article_of(designation: Designation, duty: str) -> str:
    """Return the article on the evidence; for a registered relic, of which that says nothing, on the duty."""
    owed = duty_of(designation, duty)
    is_registered = designation.level in REGISTERED
    return str(owed.article if owed and is_registered else FULFILMENTS[duty].article)


def duty_of(designation: Designation, duty: str) -> Duty | None:
    """Return the duty of this key that the level of the designation owes, if it does."""
    return next((row for row in DUTIES if row.key == duty and designation.level in row.levels), None)


def refusal_of_papers(designation: Designation, duty: str, papers: DutyPapers) -> Refusal | None:
    """Return why this evidence of a duty will not do; None if it will."""
    rule = FULFILMENTS[duty]
    move, article = _move(duty), article_of(designation, duty)
    if missing := rule.missing(papers):
        return Refusal(move, _("evidence that is not complete"), _(", ").join(missing), article)
    if papers.done_on and papers.done_on > timezone.localdate():
        return Refusal(move, f"{papers.done_on:%Y-%m-%d}", _("a day that is not still to come"), article)
    if papers.zone and not _is_its_zone(papers.zone, designation):
        return Refusal(move, str(papers.zone), _("a protection zone of this site"), article)
    twins = designation.fulfilled_duties.filter(duty=duty, done_on=papers.done_on, body=papers.body)
    if twins.exists():
        return Refusal(move, _("the same, recorded already"), _("another day or another body"), article)
    return None


def _is_its_zone(zone: Zone, designation: Designation) -> bool:
    is_of_it = zone.designation_id in (None, designation.pk)
    return zone.site_id == designation.site_id and zone.kind == ZoneKind.PROTECTION and is_of_it


def _move(duty: str) -> str:
    return _("Record as done: %(duty)s") % {"duty": FulfilledDuty(duty=duty).get_duty_display()}
