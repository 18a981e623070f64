"""Protection measures announced for what was recognised (文物保护法 26; Document 29, 四（五）)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.decrees import Decree
from heritage.models.scoped import ScopedModel
from heritage.models.sites import HeritageSite


class ProtectionMeasure(ScopedModel):
    """具体保护措施 of one site, with the paper that announced it. Internal, never public."""

    site = models.ForeignKey(
        HeritageSite,
        verbose_name=_("heritage site"),
        on_delete=models.PROTECT,
        related_name="protection_measures",
    )
    measure = models.TextField(_("the measure"))
    decree = models.ForeignKey(
        Decree, verbose_name=_("decree"), on_delete=models.PROTECT, related_name="protection_measures"
    )

    class Meta:
        verbose_name = _("protection measure")
        verbose_name_plural = _("protection measures")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.site} {self.decree}"

    def save(self, *args, **kwargs) -> None:
        """Keep the collection of the site."""
        self.collection_id = self.site.collection_id
        super().save(*args, **kwargs)
