"""What a site or component is in law at this moment, as far as an application about it goes by it."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.components import Component
from heritage.models.designations import (
    IN_FORCE,
    Designation,
    DesignationLevel,
    DesignationStatus,
    SchemeStanding,
)
from heritage.models.sites import HeritageSite, Recognition


class Identity(models.TextChoices):
    """From what binds least to what binds most; the levels of 文物保护法 3 and 23, and what is short of them."""

    UNPROTECTED = "unprotected", _("No legal identity")
    UNDECIDED = "undecided", _("Lead, not decided on yet")
    RECOGNISED = "recognised", _("Recognised, not registered yet")
    HISTORIC_BUILDING = "historic_building", _("Historic building (law)")
    REGISTERED = "registered", _("Registered, ungraded")
    COUNTY = "county", _("County")
    CITY = "city", _("City")
    PROVINCE = "province", _("Province")
    NATIONAL = "national", _("National")
    TO_VERIFY = "to_verify", _("Designation to be verified")


ORDER = tuple(Identity)
PROTECTED = (Identity.COUNTY, Identity.CITY, Identity.PROVINCE, Identity.NATIONAL)
RELICS = (Identity.REGISTERED, *PROTECTED)
#: Where a decision on a lead is still to come: nothing is known of what it will be.
OPEN_RECOGNITIONS = (Recognition.CLUE, Recognition.INVESTIGATING, Recognition.PROVINCIAL_RULING)


def legal_identity(site: HeritageSite, component: Component | None = None) -> Identity:
    """Return the identity that binds most of all that an application about this thing touches.

    About a component: its own and that of its site. About a site as a whole: also those of its components.
    A designation that is still to be verified, and reported higher than what is in force, binds nobody to a
    level: TO_VERIFY.
    """
    rows = Designation.objects.filter(site=site, is_exclusive=True).select_related("scheme")
    if component is not None:
        rows = rows.filter(models.Q(component=None) | models.Q(component=component))
    found = list(rows)
    in_force = _highest(row for row in found if row.status in IN_FORCE)
    reported = _highest(row for row in found if row.status == DesignationStatus.TO_VERIFY)
    if reported is not None and (in_force is None or ORDER.index(reported) > ORDER.index(in_force)):
        return Identity.TO_VERIFY
    return in_force or _short_of_a_designation(site)


def _highest(rows: Iterable[Designation]) -> Identity | None:
    return max(map(_identity_of, rows), key=ORDER.index, default=None)


def _identity_of(row: Designation) -> Identity:
    if row.scheme.standing == SchemeStanding.HISTORIC_BUILDING:
        return Identity.HISTORIC_BUILDING
    return Identity.TO_VERIFY if row.level in ("", DesignationLevel.UNKNOWN) else Identity(row.level)


def _short_of_a_designation(site: HeritageSite) -> Identity:
    if site.recognition in OPEN_RECOGNITIONS:
        return Identity.UNDECIDED
    if site.recognition == Recognition.RECOGNISED:
        return Identity.RECOGNISED
    return Identity.UNPROTECTED
