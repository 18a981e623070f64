"""The paper trail of relocation: every move of a case, a parcel or a building, with its papers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.contamination import Parcel, RetainedBuilding
from heritage.models.decrees import Decree
from heritage.models.enterprises import RelocationCase


class RecordedMove(models.Model):
    """One move with its papers, written by services. Nothing of it changes afterwards; never public."""

    from_state = models.CharField(_("from"), max_length=24)
    to_state = models.CharField(_("to"), max_length=24)
    decree = models.ForeignKey(
        Decree, verbose_name=_("decree"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    report = models.ForeignKey(
        "media.Attachment",
        verbose_name=_("report or plan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    approval = models.ForeignKey(
        "media.Attachment",
        verbose_name=_("approval of the cultural-relics department"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    body = models.CharField(_("drawn up or verified by"), max_length=160, blank=True)
    happened_on = models.DateField(_("happened on"), null=True, blank=True)
    made_by = models.ForeignKey(
        "accounts.User", verbose_name=_("made by"), on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.from_state} → {self.to_state}"


class CaseMove(RecordedMove):
    subject = models.ForeignKey(RelocationCase, on_delete=models.PROTECT, related_name="moves")

    class Meta(RecordedMove.Meta):
        verbose_name = _("move of a relocation case")
        verbose_name_plural = _("moves of relocation cases")


class ParcelMove(RecordedMove):
    subject = models.ForeignKey(Parcel, on_delete=models.PROTECT, related_name="moves")

    class Meta(RecordedMove.Meta):
        verbose_name = _("move of a parcel")
        verbose_name_plural = _("moves of parcels")


class BuildingMove(RecordedMove):
    subject = models.ForeignKey(RetainedBuilding, on_delete=models.PROTECT, related_name="moves")

    class Meta(RecordedMove.Meta):
        verbose_name = _("move of a retained building")
        verbose_name_plural = _("moves of retained buildings")
