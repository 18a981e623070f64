"""Drawing a zone by a decree: the one before it ends the day before; and removing one entered wrongly."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from heritage.lifecycles.refusals import Refusal, UnlawfulMoveError
from heritage.models import FulfilledDuty, Zone
from heritage.models.fulfilled_duties import DutyKey
from heritage.models.zones import ZoneKind
from heritage.services.fulfilling import record_duty
from heritage.services.moving import locked_site
from heritage.services.zone_refusals import (
    LOG_DRAW,
    of_its_kind,
    refusal_of_zone,
    refusal_to_draw,
    refusal_to_remove,
)

LOG_REMOVE = "heritage.remove_zone"
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Drawn:
    """What drawing changed: the new zone, the one that ended, and the duty that it fulfils."""

    zone: Zone
    ended: Zone | None
    fulfilled: FulfilledDuty | None


@transaction.atomic
def draw_zone(*, zone: Zone, fulfils: bool = False, by: User) -> Drawn:
    """Save a new zone; the one of its kind that is in force ends the day before this one begins.

    A zone with a last day of its own is an earlier one, entered afterwards: it ends nothing and may not
    overlap any. `fulfils`: the protection zone does what the designation owes. ValidationError for what the
    row itself gets wrong, UnlawfulMoveError with the article for what the law refuses.
    """
    locked_site(zone.site)
    zone.clean()
    if refusal := refusal_to_draw(zone.site, by) or refusal_of_zone(zone):
        raise UnlawfulMoveError(refusal)
    ended = None if zone.valid_to else of_its_kind(zone).filter(valid_to=None).first()
    if ended is not None:
        ended.valid_to = zone.valid_from - ONE_DAY
        ended.save(update_fields=["valid_to"])
    zone.save()
    _write_down(zone, LOG_DRAW, by)
    return Drawn(zone, ended, _fulfil(zone, by) if fulfils else None)


@transaction.atomic
def remove_zone(*, zone: Zone, reason: str, by: User) -> None:
    """Remove a zone that was entered wrongly; the one that it ended is in force again, the log keeps all.

    UnlawfulMoveError where neither who drew it nor a reviewer asks, where a duty rests on it, or where nobody
    gave a reason.
    """
    locked_site(zone.site)
    if refusal := refusal_to_remove(zone, by):
        raise UnlawfulMoveError(refusal)
    if not reason.strip():
        raise UnlawfulMoveError(Refusal(_("Remove"), _("no reason given"), _("the reason in words"), ""))
    _write_down(zone, LOG_REMOVE, by, reason=reason.strip(), words=zone.words, typed_shape=zone.typed_shape)
    earlier = of_its_kind(zone).filter(valid_to=zone.valid_from - ONE_DAY).first()
    last_day = zone.valid_to
    zone.delete()
    if earlier is not None:
        earlier.valid_to = last_day
        earlier.save(update_fields=["valid_to"])


def _fulfil(zone: Zone, by: User) -> FulfilledDuty | None:
    if zone.kind != ZoneKind.PROTECTION or zone.designation is None:
        return None
    return record_duty(
        designation=zone.designation,
        duty=DutyKey.ZONE,
        done_on=zone.decree.announced_on or zone.valid_from,
        zone=zone,
        file=zone.decree.file,
        by=by,
    )


def _write_down(zone: Zone, action: str, by: User, **more: str) -> None:
    data = {"kind": zone.kind, "paper": str(zone.decree), "valid_from": f"{zone.valid_from:%Y-%m-%d}", **more}
    for instance in (zone, zone.site):
        log(instance=instance, action=action, user=by, data=data, content_changed=False)
