"""Finds during works: report at once, department on site in 24 hours, opinion in 7 days (文物保护法 46)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.interventions import Intervention
from heritage.models.scoped import ScopedModel
from heritage.models.sites import HeritageSite


class Find(ScopedModel):
    """Something of worth found during works, and how fast it was seen to. Internal, never public."""

    site = models.ForeignKey(
        HeritageSite, verbose_name=_("heritage site"), on_delete=models.PROTECT, related_name="finds"
    )
    intervention = models.ForeignKey(
        Intervention,
        verbose_name=_("intervention"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="finds",
    )
    what = models.TextField(_("what was found"))
    reported_by = models.CharField(_("reported by"), max_length=160)
    reported_at = models.DateTimeField(_("reported at"))
    on_site_at = models.DateTimeField(_("department on site at"), null=True, blank=True)
    opinion_on = models.DateField(_("opinion given on"), null=True, blank=True)
    opinion = models.ForeignKey(
        "media.Attachment",
        verbose_name=_("the opinion, as an uploaded file"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    is_important = models.BooleanField(
        _("important: reported to the State Council's department"), default=False
    )
    reported_up_on = models.DateField(
        _("received by the State Council's department on"), null=True, blank=True
    )
    state_opinion_on = models.DateField(_("opinion of that department given on"), null=True, blank=True)

    class Meta:
        verbose_name = _("find during works")
        verbose_name_plural = _("finds during works")
        ordering = ["-reported_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(on_site_at=None) | models.Q(on_site_at__gte=models.F("reported_at")),
                name="heritage_find_seen_after_report",
            ),
        ]

    def __str__(self) -> str:
        return self.what[:60]

    def save(self, *args, **kwargs) -> None:
        """Keep the collection of the site."""
        self.collection_id = self.site.collection_id
        super().save(*args, **kwargs)
