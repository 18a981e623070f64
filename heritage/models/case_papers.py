"""Rows that belong to a relocation case and are read where the case is read: at both of its ends."""

from django.db import models
from wagtail.models import Collection

from heritage.models.scoped import ScopedModel


class CasePaper(ScopedModel):
    """A paper of a case; a model of this kind has a foreign key `case`. Internal, never public."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        """Keep the collection of the case."""
        self.collection_id = self.case.collection_id
        super().save(*args, **kwargs)

    @classmethod
    def readable_where(cls, collection_ids: list[int]) -> models.Q:
        received = models.Q(case__receiving_collection_id__in=collection_ids)
        return super().readable_where(collection_ids) | received

    @property
    def receiving_collection(self) -> Collection | None:
        """Where the case arrives: read there too, written only where it starts."""
        return self.case.receiving_collection
