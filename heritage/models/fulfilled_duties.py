"""Evidence that what an announcement obliges to has been done: the “four haves” 四有 and the filing."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.designations import Designation
from heritage.models.scoped import ScopedModel
from heritage.models.zones import Zone


class DutyKey(models.TextChoices):
    """文物保护法 23, 26; 实施条例 8–12. Which level owes which is in heritage.lifecycles.duties."""

    ZONE = "zone", _("Protection zone")
    MARKER = "marker", _("Marker with its description")
    ARCHIVE = "archive", _("Record archive")
    CUSTODIAN = "custodian", _("Responsible body or person")
    FILING = "filing", _("Filing of the announcement with the authority above")


class FulfilledDuty(ScopedModel):
    """One duty done, with its evidence. Internal; a marker that was replaced gets a row of its own."""

    designation = models.ForeignKey(
        Designation, verbose_name=_("designation"), on_delete=models.PROTECT, related_name="fulfilled_duties"
    )
    duty = models.CharField(_("what was done"), max_length=12, choices=DutyKey.choices)
    done_on = models.DateField(_("done on"))
    body = models.CharField(
        _("who"),
        max_length=160,
        blank=True,
        help_text=_("Who erected the marker, keeps the archive, is responsible, or received the filing."),
    )
    words = models.TextField(
        _("in words"), blank=True, help_text=_("The words of the marker, the volumes of the archive.")
    )
    zone = models.ForeignKey(
        Zone,
        verbose_name=_("zone"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="fulfilled_duties",
    )
    file = models.ForeignKey(
        "media.Attachment",
        verbose_name=_("evidence"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_by = models.ForeignKey(
        "accounts.User", verbose_name=_("recorded by"), on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("duty done")
        verbose_name_plural = _("duties done")
        ordering = ["designation", "duty", "done_on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_duty_display()} {self.done_on:%Y-%m-%d}"

    def save(self, *args, **kwargs) -> None:
        """Keep the collection of the designation."""
        self.collection_id = self.designation.collection_id
        super().save(*args, **kwargs)
