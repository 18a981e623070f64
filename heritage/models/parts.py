"""Rows that are a part of a record: writing one changes the record."""

from django.db import transaction
from wagtail.models import Orderable

from heritage.changes import record_changed


class RecordPart(Orderable):
    """A child row of the record whose kind is `part_of`, which is also the name of its foreign key."""

    part_of: str

    class Meta(Orderable.Meta):
        abstract = True

    def save(self, *args, **kwargs) -> None:
        """Save, and announce the record in the same transaction."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            record_changed(self.part_of, [getattr(self, f"{self.part_of}_id")])
