"""Rows that are evidence: written once, neither altered nor removed."""

from django.db import models


class AppendOnlyError(TypeError):
    """The row is evidence: it is written once and neither altered nor removed."""


class AppendOnlyQuerySet(models.QuerySet):
    def update(self, **values) -> int:
        raise AppendOnlyError(f"{self.model._meta.verbose_name_plural}: rows are not altered")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise AppendOnlyError(f"{self.model._meta.verbose_name_plural}: rows are not removed")


class AppendOnly(models.Model):
    """A model whose rows are written once."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        if not self._state.adding:
            raise AppendOnlyError(f"{self._meta.verbose_name_plural}: rows are not altered")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs) -> tuple[int, dict[str, int]]:
        raise AppendOnlyError(f"{self._meta.verbose_name_plural}: rows are not removed")
