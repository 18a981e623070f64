"""Models whose rows belong to a division and are read only from there or above."""

from collections.abc import Iterable

from django.db import models
from wagtail.models import Collection, CollectionMember


class ScopedModel(CollectionMember):
    """A row of one jurisdiction. `collection` is the jurisdiction; the policies read it."""

    class Meta:
        abstract = True

    @classmethod
    def readable_where(cls, collection_ids: list[int]) -> models.Q:
        """Which rows may be read by someone who may read these collections."""
        return models.Q(collection_id__in=collection_ids)


class SharedModel(ScopedModel):
    """A row that serves its division and all below: a provincial paper is read in every county."""

    class Meta:
        abstract = True

    @classmethod
    def readable_where(cls, collection_ids: list[int]) -> models.Q:
        above = ids_with_ancestors(Collection.objects.filter(pk__in=collection_ids))
        return models.Q(collection_id__in=above)


def ids_with_ancestors(collections: Iterable[Collection]) -> list[int]:
    """Return the ids of the collections and of all above them, the root left out."""
    paths = {
        collection.path[:length]
        for collection in collections
        for length in range(2 * Collection.steplen, len(collection.path) + 1, Collection.steplen)
    }
    return list(Collection.objects.filter(path__in=paths).values_list("pk", flat=True))
