"""Land quota for the protection of what was recognised at the old site (Document 29, 五（四）)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.case_papers import CasePaper
from heritage.models.decrees import Decree
from heritage.models.enterprises import RelocationCase


class LandQuotaKind(models.TextChoices):
    GRANTED = "granted", _("Granted with priority")
    NOT_NEEDED = "not_needed", _("No new land is needed")


class LandQuota(CasePaper):
    """The decision on land needed to protect relics, underground remains at the old site included."""

    case = models.ForeignKey(
        RelocationCase, verbose_name=_("relocation case"), on_delete=models.PROTECT, related_name="quotas"
    )
    kind = models.CharField(_("decision"), max_length=12, choices=LandQuotaKind.choices)
    area_m2 = models.DecimalField(_("area in m²"), max_digits=12, decimal_places=2, null=True, blank=True)
    decree = models.ForeignKey(
        Decree, verbose_name=_("decree"), on_delete=models.PROTECT, related_name="land_quotas"
    )

    class Meta:
        verbose_name = _("land quota")
        verbose_name_plural = _("land quotas")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.decree}"
