"""Naming an officer: the group of a role in a division is made when its first officer is named."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import GroupCollectionPermission
from wagtail.permissions import policy_registry

from accounts.models import User
from heritage.models import Division
from heritage.models.records import Record
from heritage.models.scoped import ScopedModel
from heritage.roles import ROLES, Role

FILE_ACTIONS = ("add", "change", "choose")


class AppointmentError(ValueError):
    """The role does not exist at the level of the division."""


@transaction.atomic
def appoint(*, user: User, role: str, division: Division) -> Group:
    """Give the user a role in a division and return the role's group there."""
    definition = ROLES[role]
    if division.level not in definition.levels:
        levels = "、".join(str(level.label) for level in definition.levels)
        raise AppointmentError(
            f"{definition.label} ({role}) exists at: {levels}; {division} is not of that level."
        )
    group = group_of(definition, division)
    user.groups.add(group)
    return group


def group_of(role: Role, division: Division) -> Group:
    """Return the group of a role in a division with exactly the permissions of the role."""
    group, _made = Group.objects.get_or_create(name=f"{division.code} {division.name_zh} · {role.key}")
    group.permissions.add(
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    )
    wanted = set(_permissions_of(role))
    held = GroupCollectionPermission.objects.filter(group=group, collection=division.collection)
    held.exclude(permission__in=wanted).delete()
    missing = wanted - {row.permission for row in held.select_related("permission")}
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=division.collection, permission=permission)
        for permission in missing
    )
    return group


def _permissions_of(role: Role):
    for model in scoped_models():
        actions = role.record_actions if issubclass(model, Record) else role.plain_actions
        yield from _permissions(model, actions)
    for model in (get_image_model(), get_document_model()):
        yield from _permissions(model, FILE_ACTIONS)


def scoped_models() -> list[type[ScopedModel]]:
    """Every concrete model whose rows belong to a division."""
    found, queue = [], [ScopedModel]
    while queue:
        for model in queue.pop().__subclasses__():
            queue.append(model)
            if not model._meta.abstract:
                found.append(model)
    return sorted(set(found), key=lambda model: model._meta.label)


def _permissions(model, actions: tuple[str, ...]):
    """Find the permissions that the model's policy reads: for files Wagtail's own, for records theirs."""
    owner = policy_registry.get_by_type(model).auth_model
    content_type = ContentType.objects.get_for_model(owner)
    codenames = {f"{action}_{owner._meta.model_name}" for action in actions}
    found = Permission.objects.filter(content_type=content_type, codename__in=codenames)
    if missing := codenames - {permission.codename for permission in found}:
        raise LookupError(f"permissions not made yet, run migrate: {', '.join(sorted(missing))}")
    return found
