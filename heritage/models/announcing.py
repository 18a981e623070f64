"""Rows that are no record and no part of a form, yet change what is told of a record."""

from collections.abc import Iterable

from django.db import models, transaction

from heritage.changes import record_changed


class Announcing(models.Model):
    """A row that announces the records it speaks of when it is saved; `announce_removal` does the rest.

    Bulk writers bypass `save()` and announce what they touched themselves.
    """

    announced_kind = "site"

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            self.announce()

    def announce(self) -> None:
        record_changed(self.announced_kind, (pk for pk in self.announced_pks() if pk is not None))

    def announced_pks(self) -> Iterable[int | None]:
        """The primary keys of the records that read differently now."""
        raise NotImplementedError
