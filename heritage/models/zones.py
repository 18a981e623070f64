"""Zones drawn around a site: its body, the protection zone and the construction control zone."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.decrees import Decree
from heritage.models.designations import Designation
from heritage.models.scoped import ScopedModel
from heritage.models.shaped import Shaped, raise_together, shape_is_declared
from heritage.models.sites import HeritageSite


class ZoneKind(models.TextChoices):
    """文物保护法 29; 实施条例 8, 13, 14. A control zone is drawn only where one is needed."""

    BODY = "body", _("Extent of the relic")
    PROTECTION = "protection", _("Protection zone")
    CONTROL = "control", _("Construction control zone")


class Zone(Shaped, ScopedModel):
    """A dated polygon tied to the decree that drew it. Internal, never public.

    A zone is never redrawn: a new decree makes a new zone, and the old one gets its last day.
    """

    site = models.ForeignKey(
        HeritageSite, verbose_name=_("heritage site"), on_delete=models.PROTECT, related_name="zones"
    )
    designation = models.ForeignKey(
        Designation,
        verbose_name=_("designation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="zones",
    )
    kind = models.CharField(_("kind"), max_length=12, choices=ZoneKind.choices)
    words = models.TextField(
        _("limits in words"), blank=True, help_text=_("四至, as the decree describes them.")
    )
    decree = models.ForeignKey(
        Decree, verbose_name=_("decree"), on_delete=models.PROTECT, related_name="zones"
    )
    valid_from = models.DateField(_("in force from"))
    valid_to = models.DateField(_("in force until"), null=True, blank=True)
    note = models.TextField(_("note for officers"), blank=True, help_text=_("Internal; never published."))

    class Meta:
        verbose_name = _("zone")
        verbose_name_plural = _("zones")
        ordering = ["site", "kind", "-valid_from", "-pk"]
        constraints = [
            shape_is_declared("heritage_zone_shape_is_declared"),
            models.CheckConstraint(
                condition=models.Q(valid_to=None) | models.Q(valid_to__gte=models.F("valid_from")),
                name="heritage_zone_dates_in_order",
            ),
            models.UniqueConstraint(
                fields=["site", "kind"],
                condition=models.Q(valid_to=None),
                name="heritage_zone_one_in_force",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.valid_from:%Y-%m-%d}"

    def save(self, *args, **kwargs) -> None:
        """Keep the collection of the site."""
        self.collection_id = self.site.collection_id
        super().save(*args, **kwargs)

    def clean(self) -> None:
        raise_together(super().clean, self.read_shape, self.clean_extent, self.clean_designation)

    def clean_extent(self) -> None:
        """A zone is an area, or is described in words; a line bounds nothing."""
        if not self.typed_shape.strip() and not self.words.strip():
            raise ValidationError({"typed_shape": _("Draw the zone, or give its limits in words.")})
        if self.shape and not self.shape["type"].endswith("Polygon"):
            raise ValidationError(
                {"typed_shape": _("A zone is an area: repeat the first point at the end of the table.")}
            )

    def clean_designation(self) -> None:
        if self.designation and self.designation.site_id != self.site_id:
            raise ValidationError({"designation": _("This designation belongs to another site.")})
