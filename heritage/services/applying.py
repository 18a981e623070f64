"""Entering an application 涉建审批, revising and deleting its draft: only what the law lets anybody apply for."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry
from wagtail.permissions import policy_registry

from accounts.models import User
from heritage.courses import course_of
from heritage.lifecycles.identities import legal_identity
from heritage.lifecycles.inapplicable import refusal_of
from heritage.lifecycles.refusals import Refusal, UnlawfulMoveError
from heritage.lifecycles.rights import INTERVENING, holds
from heritage.models import Component, HeritageSite, Intervention, RelocationCase
from heritage.models.interventions import InterventionKind, InterventionState
from heritage.services.stepping import LOG_ACTION as STEP
from media.models import Attachment


@transaction.atomic
def enter_intervention(
    *,
    site: HeritageSite,
    kind: str,
    title: str,
    applicant: str,
    applied_on: date,
    by: User,
    description: str = "",
    component: Component | None = None,
    case: RelocationCase | None = None,
    application: Attachment | None = None,
) -> Intervention:
    """Enter an application as a draft and return it.

    UnlawfulMoveError where nobody can apply for this, such as the demolition of a national protected site
    (文物保护法 31), where the component is of another site, or where this user may not enter it.
    """
    intervention = Intervention(
        site=site,
        kind=kind,
        title=title.strip(),
        applicant=applicant.strip(),
        applied_on=applied_on,
        description=description.strip(),
        component=component,
        case=case,
        application=application,
        entered_by=by,
    )
    _require_possible(intervention, by)
    intervention.save()
    log(instance=intervention, action="wagtail.create", user=by, content_changed=True)
    return intervention


@transaction.atomic
def revise_intervention(*, intervention: Intervention, by: User, **changes) -> Intervention:
    """Change what a draft says and return it; what was submitted stays as it was."""
    intervention = course_of(intervention).lock(intervention)
    if intervention.state != InterventionState.DRAFT:
        state = intervention.get_state_display()
        raise UnlawfulMoveError(Refusal(_("Change the application"), state, _("a draft"), ""))
    for name, value in changes.items():
        setattr(intervention, name, value.strip() if isinstance(value, str) else value)
    _require_possible(intervention, by)
    intervention.save()
    log(instance=intervention, action="wagtail.edit", user=by, content_changed=True)
    return intervention


@transaction.atomic
def delete_draft(*, intervention: Intervention, by: User) -> None:
    """Delete an application that was never submitted; the log keeps that there was one.

    UnlawfulMoveError for whoever neither entered it nor administrates there, and once it was submitted.
    """
    intervention = course_of(intervention).lock(intervention)
    if refusal := refusal_to_delete(intervention, by):
        raise UnlawfulMoveError(refusal)
    log(instance=intervention, action="wagtail.delete", user=by, deleted=True)
    intervention.delete()


def refusal_to_delete(intervention: Intervention, user: User) -> Refusal | None:
    """Return why this user may not delete the application; None if they may.

    A submission that was taken back has left no move, but it stands in the log.
    """
    act = _("Delete the draft")
    if intervention.state != InterventionState.DRAFT:
        return Refusal(act, intervention.get_state_display(), _("a draft"), "")
    if ModelLogEntry.objects.for_instance(intervention).filter(action=STEP).exists():
        return Refusal(act, _("an application that was submitted"), _("a draft that never was"), "")
    is_own = intervention.entered_by_id == user.pk and holds(user, INTERVENING, intervention)
    policy = policy_registry.get_by_type(Intervention)
    if not (is_own or policy.user_has_permission_for_instance(user, "delete", intervention)):
        return Refusal(act, str(user), _("whoever entered it, or an administrator"), "")
    if intervention.finds.exists():
        return Refusal(act, _("a find during works that names it"), _("a draft on which nothing rests"), "")
    return None


def _require_possible(intervention: Intervention, by: User) -> None:
    site, component = intervention.site, intervention.component
    label = str(InterventionKind(intervention.kind).label)
    if not holds(by, INTERVENING, site):
        raise UnlawfulMoveError(Refusal(label, str(by), str(INTERVENING.label), ""))
    if component is not None and component.site_id != site.pk:
        found = _("%(component)s of another site") % {"component": component}
        needed = _("a component of %(site)s") % {"site": site}
        raise UnlawfulMoveError(Refusal(label, found, needed, ""))
    if refusal := refusal_of(intervention.kind, legal_identity(site, component)):
        raise UnlawfulMoveError(refusal)
