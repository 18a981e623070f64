"""Moves that a second person confirms: until then the public is told what was confirmed before."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.relocation_moves import RecordedMove


class ReviewedMove(RecordedMove):
    """A recorded move with the reason in words, who answers for it beside its maker, and its confirmation."""

    reason = models.TextField(_("grounds in words"), blank=True)
    second = models.ForeignKey(
        "accounts.User",
        verbose_name=_("second person"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True)
    confirmed_by = models.ForeignKey(
        "accounts.User",
        verbose_name=_("confirmed by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta(RecordedMove.Meta):
        abstract = True
