"""What looks wrong with a record: a flag never blocks, and an officer can answer it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.scoped import ScopedModel
from heritage.models.sites import HeritageSite


class FlagKind(models.TextChoices):
    NO_EVIDENCE = "no_evidence", _("No evidence")
    OUTSIDE_DIVISION = "outside_division", _("Coordinates outside the division")
    DATES_CONTRADICT = "dates_contradict", _("Dates that contradict each other")
    DECREE_NO_NUMBER = "decree_no_number", _("Decree without its number")
    DECREE_NO_FILE = "decree_no_file", _("Decree without its file")
    RESEMBLES = "resembles", _("Resembles another site nearby")


class QualityFlag(ScopedModel):
    """One doubt about one site, found by `heritage.quality` whenever the record changes. Never public.

    `field` is what the link of the flag lands on. `key` tells two flags of a kind on one site apart.
    """

    site = models.ForeignKey(
        HeritageSite, verbose_name=_("heritage site"), on_delete=models.CASCADE, related_name="quality_flags"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=FlagKind.choices)
    field = models.CharField(_("field"), max_length=60, blank=True)
    key = models.CharField(_("what it is about"), max_length=80, blank=True)
    other = models.ForeignKey(
        HeritageSite,
        verbose_name=_("the other site"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    particulars = models.JSONField(_("particulars"), default=dict)
    found_at = models.DateTimeField(_("found at"), auto_now_add=True)
    answered_by = models.ForeignKey(
        "accounts.User",
        verbose_name=_("answered by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    answer = models.CharField(_("why it is right as it is"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("quality flag")
        verbose_name_plural = _("quality flags")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["site", "kind", "key"], name="heritage_quality_flag_once")
        ]
        indexes = [models.Index(fields=["collection", "answered_at"], name="heritage_flags_open")]

    @classmethod
    def readable_where(cls, collection_ids: list[int]) -> models.Q:
        """A resemblance names another site: it is read by those who may read both."""
        other = models.Q(other=None) | models.Q(other__collection_id__in=collection_ids)
        return super().readable_where(collection_ids) & other

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.site}"

    def save(self, *args, **kwargs) -> None:
        """Keep the collection of the site."""
        self.collection_id = self.site.collection_id
        super().save(*args, **kwargs)
