"""Naming an officer: the group of a role in a division is made when its first officer is named."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page
from wagtail.permissions import policy_registry

from accounts.models import User
from heritage.models import Division
from heritage.models.records import Record
from heritage.models.scoped import ScopedModel
from heritage.roles import ROLES, Role


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
    group, _made = Group.objects.get_or_create(name=_name_of(role, division))
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
    _grant_pages(group, role)
    return group


@transaction.atomic
def bring_up_groups() -> int:
    """Give every group that was made the permissions of its role as it is now; return how many differed.

    A new version of the product has new kinds of rows, which officers named before it may enter too.
    """
    made = set(Group.objects.values_list("name", flat=True))
    differed = 0
    for division in Division.objects.select_related("collection"):
        for role in ROLES.values():
            if _name_of(role, division) in made:
                before = _held_in(role, division)
                group_of(role, division)
                differed += _held_in(role, division) != before
    return differed


def _name_of(role: Role, division: Division) -> str:
    return f"{division.code} {division.name_zh} · {role.key}"


def _held_in(role: Role, division: Division) -> set[tuple[str, int]]:
    group = Group.objects.get(name=_name_of(role, division))
    held = GroupCollectionPermission.objects.filter(group=group)
    return set(held.values_list("collection_id", "permission_id"))


def _grant_pages(group: Group, role: Role) -> None:
    """Let the role edit public pages: all of them, for pages belong to no division."""
    wanted = Permission.objects.filter(
        content_type=ContentType.objects.get_for_model(Page),
        codename__in=[f"{action}_page" for action in role.page_actions],
    )
    root = Page.get_first_root_node()
    GroupPagePermission.objects.filter(group=group).exclude(permission__in=wanted).delete()
    for permission in wanted:
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def _permissions_of(role: Role):
    for model in scoped_models():
        actions = role.record_actions if issubclass(model, Record) else role.plain_actions
        yield from _permissions(model, actions)
    for model in (get_image_model(), get_document_model()):
        yield from _permissions(model, role.file_actions)


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
