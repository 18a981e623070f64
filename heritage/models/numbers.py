"""The ledger from which record numbers are drawn."""

from django.db import models

from heritage.numbering import number_for_serial


class RecordNumber(models.Model):
    """One drawn serial. Rows are never deleted, so no number is ever given twice."""

    id = models.AutoField(primary_key=True)
    drawn_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return number_for_serial(self.pk)

    @classmethod
    def draw(cls) -> str:
        """Return a number that was never given before."""
        return number_for_serial(cls.objects.create().pk)
