"""Two records of one thing, made one: the old number leads on, and for thirty days it can be undone."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from heritage.models.scoped import ScopedModel
from heritage.models.sites import HeritageSite


class SiteMerge(ScopedModel):
    """`merged` became a part of `kept`; for which two people answer. `moved` says what to give back."""

    kept = models.ForeignKey(
        HeritageSite, verbose_name=_("kept"), on_delete=models.PROTECT, related_name="merges"
    )
    merged = models.ForeignKey(
        HeritageSite, verbose_name=_("merged"), on_delete=models.PROTECT, related_name="merged_into"
    )
    reason = models.TextField(_("reason"))
    moved = models.JSONField(_("what was moved"), default=dict, editable=False)
    made_by = models.ForeignKey(
        "accounts.User", verbose_name=_("made by"), on_delete=models.PROTECT, related_name="+"
    )
    second = models.ForeignKey(
        "accounts.User", verbose_name=_("second person"), on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    undone_by = models.ForeignKey(
        "accounts.User",
        verbose_name=_("undone by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)

    class Meta:
        verbose_name = _("merge of two sites")
        verbose_name_plural = _("merges of sites")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(kept=F("merged")), name="heritage_merge_two_sites"),
            models.CheckConstraint(condition=~Q(made_by=F("second")), name="heritage_merge_two_people"),
            models.UniqueConstraint(
                fields=["merged"], condition=Q(undone_at=None), name="heritage_merged_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.merged} → {self.kept}"

    def save(self, *args, **kwargs) -> None:
        """Keep the collection of the site that stays."""
        self.collection_id = self.kept.collection_id
        super().save(*args, **kwargs)
