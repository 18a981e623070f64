"""Beginning a nomination as National Industrial Heritage, revising it, and entering its annual reports."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from heritage.lifecycles.national_industrial import (
    ENDED,
    FIELDS_OPEN,
    NATIONAL_INDUSTRIAL,
    NOTICE,
    SCHEME_KEY,
)
from heritage.lifecycles.refusals import Refusal, UnlawfulMoveError
from heritage.lifecycles.rights import NOMINATING, holds
from heritage.models import AnnualReport, Component, Designation, HeritageSite, Nomination
from heritage.models.nominations import NominationState
from media.models import Attachment


@transaction.atomic
def begin_nomination(*, site: HeritageSite, applicant: str, by: User, **given: Any) -> Nomination:
    """Open the draft of a nomination; `given` by the names of its fields.

    UnlawfulMoveError while another is under way, or where the site is on the list already.
    """
    site = HeritageSite.objects.select_for_update().get(pk=site.pk)
    if refusal := refusal_to_begin(site, by):
        raise UnlawfulMoveError(refusal)
    nomination = Nomination(site=site, applicant=applicant)
    _write(nomination, given)
    log(instance=nomination, action="wagtail.create", user=by, content_changed=True)
    return nomination


def refusal_to_begin(site: HeritageSite, user: User) -> Refusal | None:
    """Return why this user may not begin a nomination of the site; None if they may."""
    move = _("Begin a nomination")
    if not holds(user, NOMINATING, site):
        return Refusal(move, str(user), str(NOMINATING.label), str(NOTICE))
    if under_way := site.nominations.exclude(state__in=ENDED).first():
        found = NATIONAL_INDUSTRIAL.label_of(under_way.state)
        return Refusal(move, found, _("no other nomination that stands or is under way"), str(NOTICE))
    listed = Designation.objects.in_force().filter(site=site, component=None, scheme__key=SCHEME_KEY)
    if listed.exists():
        return Refusal(move, _("on the list already"), _("a site that is not on the list"), str(NOTICE))
    return None


@transaction.atomic
def revise_nomination(*, nomination: Nomination, by: User, **given: Any) -> Nomination:
    """Change what may still be written in its state; UnlawfulMoveError names what may not."""
    HeritageSite.objects.select_for_update().get(pk=nomination.site_id)
    nomination = Nomination.objects.select_related("site").get(pk=nomination.pk)
    move, state = _("Change the nomination"), NATIONAL_INDUSTRIAL.label_of(nomination.state)
    if not holds(by, NOMINATING, nomination):
        raise UnlawfulMoveError(Refusal(move, str(by), str(NOMINATING.label), str(NOTICE)))
    if given.keys() - set(FIELDS_OPEN[nomination.state]):
        raise UnlawfulMoveError(
            Refusal(move, state, _("what may still be written in this state"), str(NOTICE))
        )
    _write(nomination, given)
    log(instance=nomination, action="wagtail.edit", user=by, content_changed=True)
    return nomination


def _write(nomination: Nomination, given: dict[str, Any]) -> None:
    items: list[Component] | None = given.pop("core_items", None)
    for name, value in given.items():
        setattr(nomination, name, value)
    nomination.save()
    if items is not None:
        foreign = [item for item in items if item.site_id != nomination.site_id]
        if foreign:
            found = _("%(component)s of another site") % {"component": foreign[0]}
            needed = _("a component of %(site)s") % {"site": nomination.site}
            raise UnlawfulMoveError(Refusal(_("Change the nomination"), found, needed, ""))
        nomination.core_items.set(items)


@transaction.atomic
def enter_annual_report(
    *, nomination: Nomination, year: int, submitted_on: date, file: Attachment, by: User
) -> AnnualReport:
    """Enter the report of a year; one a year, of a heritage that is designated, neither early nor late."""
    HeritageSite.objects.select_for_update().get(pk=nomination.site_id)
    nomination = Nomination.objects.select_related("site", "designation__decree").get(pk=nomination.pk)
    if refusal := refusal_to_report(nomination, by):
        raise UnlawfulMoveError(refusal)
    move, today = _("Enter an annual report"), timezone.localdate()
    since = designated_on(nomination).year
    if not since <= year <= today.year:
        years = _("a year from %(since)s to %(until)s") % {"since": since, "until": today.year}
        raise UnlawfulMoveError(Refusal(move, str(year), years, ""))
    if submitted_on > today:
        raise UnlawfulMoveError(Refusal(move, submitted_on.isoformat(), _("today at the latest"), ""))
    if nomination.annual_reports.filter(year=year).exists():
        found = _("a report of %(year)s") % {"year": year}
        raise UnlawfulMoveError(Refusal(move, found, _("a year that has none yet"), ""))
    report = nomination.annual_reports.create(year=year, submitted_on=submitted_on, file=file)
    log(
        instance=nomination,
        action="wagtail.edit",
        user=by,
        data={"annual_report": year},
        content_changed=True,
    )
    return report


def refusal_to_report(nomination: Nomination, user: User) -> Refusal | None:
    """Return why this user may enter no annual report of the nomination; None if they may."""
    move = _("Enter an annual report")
    if nomination.state != NominationState.DESIGNATED:
        found = NATIONAL_INDUSTRIAL.label_of(nomination.state)
        needed = NATIONAL_INDUSTRIAL.label_of(NominationState.DESIGNATED)
        return Refusal(move, found, needed, "")
    if not holds(user, NOMINATING, nomination):
        return Refusal(move, str(user), str(NOMINATING.label), "")
    return None


def designated_on(nomination: Nomination) -> date:
    """Return the day of the decree by which it was designated; a complete decree has one."""
    designation: Any = nomination.designation
    return designation.decree.announced_on
