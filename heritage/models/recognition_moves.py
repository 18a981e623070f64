"""The paper trail of recognition 认定 (文物认定管理暂行办法 3, 6, 7, 9)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.reviewed_moves import ReviewedMove
from heritage.models.sites import HeritageSite, Recognition


class RecognitionMove(ReviewedMove):
    """One step from a lead to a decision, with its papers. `body`: who applied, where somebody did.

    `report`: the application, the investigation or the evidence of the loss. `approval`: the record of the
    public hearing, asked for where citizens applied. `decree`: the written decision.
    """

    subject = models.ForeignKey(HeritageSite, on_delete=models.PROTECT, related_name="recognition_moves")

    class Meta(ReviewedMove.Meta):
        verbose_name = _("step of recognition")
        verbose_name_plural = _("steps of recognition")

    def __str__(self) -> str:
        return f"{Recognition(self.from_state).label} → {Recognition(self.to_state).label}"
