"""Nominations as National Industrial Heritage 国家工业遗产 (lifecycle E), beside a legal identity or not."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.components import Component
from heritage.models.designations import Designation
from heritage.models.reviewed_moves import ReviewedMove
from heritage.models.scoped import ScopedModel
from heritage.models.sites import HeritageSite


class NominationState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    APPLIED = "applied", _("Applied for")
    RECOMMENDED = "recommended", _("Recommended")
    REVIEWED = "reviewed", _("Reviewed by experts")
    SITE_CHECKED = "site_checked", _("Checked on site")
    PUBLICISED = "publicised", _("Publicised for objections")
    DESIGNATED = "designated", _("Designated")
    REJECTED = "rejected", _("Rejected")
    REVOKED = "revoked", _("Revoked")


class Nomination(ScopedModel):
    """One application by the owner. Internal; what the public is told is the designation that comes of it."""

    site = models.ForeignKey(
        HeritageSite, verbose_name=_("heritage site"), on_delete=models.PROTECT, related_name="nominations"
    )
    applicant = models.CharField(_("owner who applies"), max_length=160)
    name_as_listed = models.CharField(_("name as listed"), max_length=160, blank=True)
    core_items = models.ManyToManyField(
        Component, verbose_name=_("core items"), blank=True, related_name="nominations"
    )
    core_items_words = models.TextField(_("core items as listed"), blank=True)
    batch = models.CharField(_("batch"), max_length=40, blank=True)
    publicised_from = models.DateField(_("publicised from"), null=True, blank=True)
    publicised_to = models.DateField(_("publicised until"), null=True, blank=True)
    plaque_on = models.DateField(_("plaque awarded on"), null=True, blank=True)
    state = models.CharField(
        _("state"),
        max_length=16,
        choices=NominationState.choices,
        default=NominationState.DRAFT,
        editable=False,
    )
    designation = models.ForeignKey(
        Designation,
        verbose_name=_("designation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="nominations",
        editable=False,
    )
    note = models.TextField(_("note for officers"), blank=True, help_text=_("Internal; never published."))

    class Meta:
        verbose_name = _("nomination as National Industrial Heritage")
        verbose_name_plural = _("nominations as National Industrial Heritage")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(publicised_from=None)
                | models.Q(publicised_to=None)
                | models.Q(publicised_to__gte=models.F("publicised_from")),
                name="heritage_nomination_dates_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.site} {self.batch}".strip()

    def save(self, *args, **kwargs) -> None:
        """Keep the collection of the site."""
        self.collection_id = self.site.collection_id
        super().save(*args, **kwargs)


class NominationMove(ReviewedMove):
    """One step with its papers."""

    subject = models.ForeignKey(Nomination, on_delete=models.PROTECT, related_name="moves")

    class Meta(ReviewedMove.Meta):
        verbose_name = _("step of a nomination")
        verbose_name_plural = _("steps of nominations")


class AnnualReport(models.Model):
    """The report that the owner of a designated heritage gives every year. Internal, never public."""

    nomination = models.ForeignKey(Nomination, on_delete=models.PROTECT, related_name="annual_reports")
    year = models.PositiveSmallIntegerField(_("year"))
    submitted_on = models.DateField(_("submitted on"))
    file = models.ForeignKey(
        "media.Attachment",
        verbose_name=_("the report, as an uploaded file"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("annual report")
        verbose_name_plural = _("annual reports")
        ordering = ["year"]
        constraints = [
            models.UniqueConstraint(fields=["nomination", "year"], name="heritage_annual_report_once")
        ]

    def __str__(self) -> str:
        return f"{self.nomination} {self.year}"
