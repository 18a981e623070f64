"""Noting how a task of Document 29 comes along: by reviewers and administrators of the province."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.permissions import policy_registry

from accounts.models import User
from heritage.models import Division, HeritageSite, PolicyProgress, PolicyTask
from heritage.models.divisions import DivisionLevel
from heritage.policies import readable_collection_ids
from media.models import Attachment

#: What a provincial reviewer may do in the province, and an administrator.
NOTING = ("review_province", "publish")


@transaction.atomic
def note_progress(
    *, task: PolicyTask, by: User, noted_on: date, words: str, file: Attachment | None = None
) -> PolicyProgress:
    """Add a dated note to a task; PermissionDenied to whoever may not. Earlier notes stay as they are."""
    if not may_note_progress(by):
        raise PermissionDenied(_("Reviewers and administrators of the province note progress."))
    return PolicyProgress.objects.create(
        task=task, noted_on=noted_on, words=words.strip(), file=file, noted_by=by
    )


def may_note_progress(user: User) -> bool:
    """Whether the user reviews or administers the province itself; the practice province is none."""
    if user.is_superuser:
        return user.is_active
    policy = policy_registry.get_by_type(HeritageSite)
    held = policy.collections_user_has_any_permission_for(user, NOTING).values_list("pk", flat=True)
    provinces = Division.objects.filter(level=DivisionLevel.PROVINCE, is_training=False)
    return provinces.filter(collection__in=list(held)).exists()


def may_read_progress(user: User) -> bool:
    """Whether the user is an officer of a real division; those who practise read nothing of the province."""
    if user.is_superuser:
        return user.is_active
    ids = readable_collection_ids(HeritageSite, user)
    return Division.objects.filter(collection_id__in=ids, is_training=False).exists()
