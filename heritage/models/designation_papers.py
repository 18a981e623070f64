"""What is kept of a historic building when it is marked and documented 挂牌建档."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.designation_moves import DesignationMove


class PaperKind(models.TextChoices):
    """历史文化名城名镇名村保护条例 32: the marker, and what the archive holds."""

    MARKER = "marker", _("Photograph of the marker")
    FEATURES = "features", _("Artistic and historical features, age and rarity")
    TECHNICAL = "technical", _("Technical papers")
    USE = "use", _("Present use and changes of ownership")
    REPAIRS = "repairs", _("Papers of repairs and fittings")
    MEASUREMENT = "measurement", _("Measured survey")


class DesignationPaper(models.Model):
    """One of these papers, as an uploaded file. Internal; it belongs to the move by which it was filed."""

    move = models.ForeignKey(DesignationMove, on_delete=models.CASCADE, related_name="papers")
    kind = models.CharField(_("kind"), max_length=12, choices=PaperKind.choices)
    file = models.ForeignKey(
        "media.Attachment", verbose_name=_("file"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("paper of a historic building")
        verbose_name_plural = _("papers of historic buildings")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["move", "kind"], name="heritage_designation_paper_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.file}"
