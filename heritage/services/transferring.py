"""Moving a record to another division, with what hangs on it."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import WorkflowState

from accounts.models import User
from heritage.models import Component, Division, HeritageSite
from heritage.services.following import move_followers
from heritage.services.following_files import files_of_site_alone
from media.models import Attachment, Photograph

LOG_ACTION = "heritage.transfer"


class TransferError(ValueError):
    """The record cannot be moved there, or not now."""


@transaction.atomic
def transfer_site(*, site: HeritageSite, to: Division, by: User | None) -> list[Photograph]:
    """Move a site to another division and return the photographs that went along.

    Its number, revisions and address stay. Its components, surveys, designations and whatever else follows
    it are of the other division with it. Photographs and documents go along unless what stays behind shows
    or names them. The
    caller has asked whether `by` may do this. TransferError when the division is the same or no longer in
    force, or while the record or a component is being approved: its levels would change underway.
    """
    origin = site.division
    if to.pk == origin.pk:
        raise TransferError(_("The record belongs to this division already."))
    if not to.is_current:
        raise TransferError(_("%(division)s is no longer in force. Choose its successor.") % {"division": to})
    if to.is_training != origin.is_training:
        raise TransferError(_("Between the training county and a real division nothing is moved."))
    if site.workflow_in_progress:
        raise TransferError(_("The record is being approved. Decide on it or withdraw it first."))
    if (component := _component_being_approved(site)) is not None:
        found = _("The component %(component)s is being approved. Decide on it or withdraw it first.")
        raise TransferError(found % {"component": component})
    row = HeritageSite.objects.get(pk=site.pk)
    row.division = to
    row.save(update_fields=["division", "collection"])
    site.division, site.collection = to, to.collection
    move_followers(row)
    photographs = _photographs_of_site_alone(row, origin)
    files: list[Photograph | Attachment] = [*photographs, *files_of_site_alone(row, origin.collection_id)]
    for file in files:
        file.collection = to.collection
        file.save(update_fields=["collection"])
    log(
        instance=row,
        action=LOG_ACTION,
        user=by,
        data={"from": origin.code, "to": to.code},
        content_changed=False,
    )
    return photographs


def _component_being_approved(site: HeritageSite) -> Component | None:
    return site.components.filter(workflow_states__status=WorkflowState.STATUS_IN_PROGRESS).first()


def _photographs_of_site_alone(site: HeritageSite, origin: Division) -> list[Photograph]:
    """Those of its division that the site or a survey of it shows, and no other site or survey."""
    others = HeritageSite.objects.exclude(pk=site.pk)
    shown_elsewhere = Photograph.objects.filter(
        Q(site_uses__site__in=others) | Q(survey_uses__survey__site__in=others)
    )
    mine = Photograph.objects.filter(
        Q(site_uses__site=site) | Q(survey_uses__survey__site=site), collection=origin.collection
    )
    return list(mine.exclude(pk__in=shown_elsewhere.values("pk")).distinct())
