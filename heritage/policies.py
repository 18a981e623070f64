"""Who may read a row: the one question behind every list, form, chooser and address of the officers."""

from collections.abc import Iterable

from django.db.models import Model, QuerySet
from wagtail.permission_policies.collections import CollectionPermissionPolicy
from wagtail.permissions import policy_registry, register_permission_policy

from heritage.models.scoped import ScopedModel
from heritage.roles import READING
from heritage.services.appointing import scoped_models

FILE_READING = frozenset({"choose", "change"})
LONGEST_KEY = 18  # digits: every such number fits the database


def register_policies() -> None:
    """Let Wagtail ask the collection of each row; called once, before anything asks for a policy.

    Not the ownership policy: it knows nothing of publishing, locking and approving.
    """
    for model in scoped_models():
        register_permission_policy(model, CollectionPermissionPolicy(model))


def readable_collection_ids(model: type[Model], user) -> list[int]:
    """Return the ids of the collections whose rows of this model the user may read."""
    policy = policy_registry.get_by_type(model)
    actions = READING if issubclass(model, ScopedModel) else FILE_READING
    return list(policy.collections_user_has_any_permission_for(user, actions).values_list("pk", flat=True))


def readable(queryset: QuerySet, user) -> QuerySet:
    """Narrow rows of a scoped model, photographs or documents to those the user may read.

    Filters by collection ids, never by a subquery: Wagtail's search refuses those.
    """
    if user.is_active and user.is_superuser:
        return queryset
    ids = readable_collection_ids(queryset.model, user)
    if issubclass(queryset.model, ScopedModel):
        return queryset.filter(queryset.model.readable_where(ids))
    return queryset.filter(collection_id__in=ids)


def may_read(user, row: Model) -> bool:
    """Return whether the user may read the row as it stands in the database."""
    return readable(type(row)._default_manager.filter(pk=row.pk), user).exists()


def keys_among(texts: Iterable[str]) -> list[int]:
    """Return those texts that can be the key of a row; the rest name nothing."""
    return [int(text) for text in texts if text.isascii() and text.isdecimal() and len(text) <= LONGEST_KEY]
