"""What is sealed: every entry of Wagtail's logs, who signs in, and who may do what."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.log_actions import get_active_log_context
from wagtail.models import GroupCollectionPermission, GroupPagePermission, ModelLogEntry, PageLogEntry

from accounts.models import User
from heritage.audit.recording import Row, record, record_row

LOGIN, LOGOUT, LOGIN_FAILED = "accounts.login", "accounts.logout", "accounts.login_failed"
PASSWORD, ACCOUNT_MADE = "accounts.password", "accounts.create"
GIVEN, TAKEN, ALL_TAKEN = "accounts.give", "accounts.take", "accounts.take_all"
RIGHT_GIVEN, RIGHT_TAKEN = "accounts.right_given", "accounts.right_taken"
CHANGES = {"post_add": GIVEN, "post_remove": TAKEN, "pre_clear": ALL_TAKEN}


def connect() -> None:
    """Begin to listen; called once, when the models are there."""
    for log in (ModelLogEntry, PageLogEntry):
        post_save.connect(seal_log_entry, sender=log, dispatch_uid=f"heritage.audit.{log.__name__}")
    user_logged_in.connect(seal_login, dispatch_uid="heritage.audit.login")
    user_logged_out.connect(seal_logout, dispatch_uid="heritage.audit.logout")
    user_login_failed.connect(seal_failed_login, dispatch_uid="heritage.audit.login_failed")
    post_save.connect(seal_account, sender=User, dispatch_uid="heritage.audit.account")
    for relation in (User.groups, User.user_permissions):
        m2m_changed.connect(
            seal_roles, sender=relation.through, dispatch_uid=f"heritage.audit.{relation.field.name}"
        )
    for right in (GroupCollectionPermission, GroupPagePermission):
        post_save.connect(
            seal_right_given, sender=right, dispatch_uid=f"heritage.audit.given.{right.__name__}"
        )
        post_delete.connect(
            seal_right_taken, sender=right, dispatch_uid=f"heritage.audit.taken.{right.__name__}"
        )


def seal_log_entry(*, instance: Any, created: bool, **_signal: object) -> None:
    """Seal what Wagtail or a service logged, with the number of the revision it left."""
    if created:
        model = instance.content_type.model_class() if instance.content_type else None
        revision = {"revision": instance.revision_id} if instance.revision_id else {}
        row = Row(model, str(instance.object_id), instance.label)
        record_row(instance.action, row, instance.user, {**instance.data, **revision})


def seal_login(*, user: User, **_signal: object) -> None:
    record(LOGIN, user, user)


def seal_logout(*, user: User | None, **_signal: object) -> None:
    if user is not None:
        record(LOGOUT, user, user)


def seal_failed_login(*, credentials: dict[str, Any], **_signal: object) -> None:
    """Seal that somebody tried. A name that is no login's is not kept: it may be a password, typed there."""
    record(LOGIN_FAILED, User.objects.filter(username=credentials.get("username", "")).first())


def seal_account(*, instance: User, created: bool, **_signal: object) -> None:
    """Seal that an account was made, or given a password; never the password."""
    if created:
        record(ACCOUNT_MADE, instance, acting_user())
    elif instance._password is not None:  # type: ignore[attr-defined]  # Django: set until it is saved
        record(PASSWORD, instance, acting_user())


def seal_roles(*, instance: Model, action: str, model: type[Model], pk_set: Any, **_signal: object) -> None:
    """Seal which groups or permissions somebody was given, or lost."""
    if act := CHANGES.get(action):
        named = model._default_manager.filter(pk__in=pk_set or ())
        if pk_set or act == ALL_TAKEN:
            record(act, instance, acting_user(), {"what": _names(named)})


def seal_right_given(*, instance: Any, created: bool, **_signal: object) -> None:
    if created:
        record(RIGHT_GIVEN, instance.group, acting_user(), _right(instance))


def seal_right_taken(*, instance: Any, **_signal: object) -> None:
    record(RIGHT_TAKEN, instance.group, acting_user(), _right(instance))


def acting_user() -> User | None:
    """Return who uses the admin; None on the command line."""
    return get_active_log_context().user


def _right(row: Any) -> dict[str, str]:
    where = getattr(row, "collection", None) or getattr(row, "page", None)
    return {"what": row.permission.codename, "where": str(where)}


def _names(rows: Iterable[Model]) -> list[str]:
    return sorted(str(row) for row in rows)
