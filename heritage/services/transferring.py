"""Moving a record to another division, with what hangs on it."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from heritage.models import Division, HeritageSite
from media.models import Photograph

LOG_ACTION = "heritage.transfer"


class TransferError(ValueError):
    """The record cannot be moved there, or not now."""


@transaction.atomic
def transfer_site(*, site: HeritageSite, to: Division, by: User | None) -> list[Photograph]:
    """Move a site to another division and return the photographs that went along.

    Its number, revisions and address stay. Photographs go along unless a site that stays behind shows them.
    The caller has asked whether `by` may do this. TransferError when the division is the same or no longer
    in force, or while the record is being approved: its levels would change underway.
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
    row = HeritageSite.objects.get(pk=site.pk)
    row.division = to
    row.save(update_fields=["division", "collection"])
    site.division, site.collection = to, to.collection
    photographs = _photographs_of_site_alone(row, origin)
    for photograph in photographs:
        photograph.collection = to.collection
        photograph.save(update_fields=["collection"])
    log(
        instance=row,
        action=LOG_ACTION,
        user=by,
        data={"from": origin.code, "to": to.code},
        content_changed=False,
    )
    return photographs


def _photographs_of_site_alone(site: HeritageSite, origin: Division) -> list[Photograph]:
    shown_elsewhere = Photograph.objects.filter(site_uses__site__in=HeritageSite.objects.exclude(pk=site.pk))
    mine = Photograph.objects.filter(site_uses__site=site, collection=origin.collection)
    return list(mine.exclude(pk__in=shown_elsewhere.values("pk")).distinct())
