"""Who may make a move: a permission in the jurisdiction of the row, never the name of a role."""

from dataclasses import dataclass

from django.apps import apps
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.permissions import policy_registry

from accounts.models import User
from heritage.models.divisions import DivisionLevel
from heritage.models.scoped import ScopedModel


@dataclass(frozen=True)
class Right:
    """Any of these permissions on this model, held where the row in question belongs."""

    key: str
    label: str | Promise
    model: str
    actions: tuple[str, ...]


ENTERING = Right(
    "entering", _("who may enter designations of this division"), "heritage.Designation", ("add", "change")
)
REVIEWING = Right(
    "reviewing",
    _("a reviewer of this division or of one above it"),
    "heritage.HeritageSite",
    tuple(f"review_{level}" for level in DivisionLevel.values),
)
RELOCATING = Right(
    "relocating",
    _("who may enter relocation cases of this division"),
    "heritage.RelocationCase",
    ("add", "change"),
)
RECORDING = Right(
    "recording",
    _("who may enter sites of this division"),
    "heritage.HeritageSite",
    ("add", "change"),
)
INTERVENING = Right(
    "intervening",
    _("who may enter interventions of this division"),
    "heritage.Intervention",
    ("add", "change"),
)
NOMINATING = Right(
    "nominating",
    _("who may enter nominations of this division"),
    "heritage.Nomination",
    ("add", "change"),
)
FULFILLING = Right(
    "fulfilling",
    _("who may enter what was done for designations of this division"),
    "heritage.FulfilledDuty",
    ("add", "change"),
)
ZONING = Right(
    "zoning",
    _("who may enter zones of this division"),
    "heritage.Zone",
    ("add", "change"),
)


def holds(user: User, right: Right, row: ScopedModel) -> bool:
    """Whether the user holds the right in the jurisdiction of a site, a case or whatever the row is."""
    policy = policy_registry.get_by_type(apps.get_model(right.model))
    return policy.user_has_any_permission_for_instance(user, right.actions, row)
