"""Land and retained buildings of a plant, and what was found in them (土壤污染防治法; Document 29, 四（六）).

Where one stands is no column: it is where its last recorded move led to (heritage.lifecycles).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.case_papers import CasePaper
from heritage.models.components import Component
from heritage.models.enterprises import RelocationCase


class ParcelState(models.TextChoices):
    """Lifecycle G (土壤污染防治法 58 to 66)."""

    FLAGGED = "flagged", _("To be investigated")
    BELOW_STANDARD = "below_standard", _("Below the standard")
    EXCEEDS = "exceeds", _("Exceeds the standard")
    REGISTERED = "registered_in_list", _("On the remediation register")
    PLAN_FILED = "plan_filed", _("Remediation plan filed")
    REMEDIATING = "remediating", _("Being remediated")
    ASSESSED = "assessed", _("Effect assessed")
    REMOVED = "removed", _("Removed from the register")


class BuildingState(models.TextChoices):
    """Lifecycle H (Document 29, 四（六）)."""

    UNKNOWN = "unknown", _("Contamination not known")
    SURVEYED = "surveyed", _("Surveyed for contamination")
    CLEAN = "clean", _("Clean")
    CONTAMINATED = "contaminated", _("Contaminated")
    PLANNED = "cleaning_plan", _("Cleaning plan drawn up")
    CLEANED = "cleaned", _("Cleaned")
    VERIFIED = "verified_clean", _("Verified clean")


class UseState(models.TextChoices):
    """Whether land or a building may be used again."""

    CLOSED = "closed", _("Not open for use")
    OPENED = "opened", _("Open for use")


class PlannedUse(models.TextChoices):
    """What vacated land is to become; the first two are barred while it is on the register (Art. 61)."""

    HOUSING = "housing", _("Housing")
    PUBLIC = "public", _("Public administration and services")
    OTHER = "other", _("Another use")
    UNKNOWN = "unknown", _("Not decided")


class Parcel(CasePaper):
    """A piece of land that an enterprise leaves."""

    case = models.ForeignKey(
        RelocationCase, verbose_name=_("relocation case"), on_delete=models.PROTECT, related_name="parcels"
    )
    name = models.CharField(_("name of the parcel"), max_length=120)
    whereabouts = models.CharField(_("where it lies"), max_length=200, blank=True)
    area_m2 = models.DecimalField(_("area in m²"), max_digits=12, decimal_places=2, null=True, blank=True)
    planned_use = models.CharField(
        _("planned use"), max_length=10, choices=PlannedUse.choices, default=PlannedUse.UNKNOWN
    )

    class Meta:
        verbose_name = _("parcel")
        verbose_name_plural = _("parcels")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "name"], name="heritage_parcel_name_once_in_case")
        ]

    def __str__(self) -> str:
        return self.name


class RetainedBuilding(CasePaper):
    """A component that stays when its enterprise leaves, and is to be used again."""

    case = models.ForeignKey(
        RelocationCase, verbose_name=_("relocation case"), on_delete=models.PROTECT, related_name="buildings"
    )
    component = models.OneToOneField(
        Component, verbose_name=_("component"), on_delete=models.PROTECT, related_name="retained"
    )
    restrictions = models.TextField(_("restrictions that remain"), blank=True)

    class Meta:
        verbose_name = _("retained building")
        verbose_name_plural = _("retained buildings")
        ordering = ["component__ordinal", "pk"]

    def __str__(self) -> str:
        return str(self.component)
