"""The paper trail of designations: every move, who made it, when, and on which papers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.components import Component
from heritage.models.decrees import Decree
from heritage.models.designations import Designation, DesignationStatus


class DesignationMove(models.Model):
    """One move of a designation with its papers; written by services, never public.

    Nothing of it changes afterwards but that a reviewer confirms it; until then it can be taken back.
    """

    designation = models.ForeignKey(Designation, on_delete=models.CASCADE, related_name="moves")
    move = models.CharField(_("move"), max_length=24)
    from_status = models.CharField(_("from"), max_length=16, choices=DesignationStatus.choices, blank=True)
    to_status = models.CharField(_("to"), max_length=16, choices=DesignationStatus.choices)
    decree = models.ForeignKey(
        Decree,
        verbose_name=_("decree"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="moves",
    )
    evidence = models.ForeignKey(
        "media.Attachment",
        verbose_name=_("evidence"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    consent = models.ForeignKey(
        "media.Attachment",
        verbose_name=_("consent"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    component = models.ForeignKey(
        Component,
        verbose_name=_("component"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    happened_edtf = models.CharField(_("happened on, EDTF"), max_length=40, blank=True)
    cause = models.CharField(_("cause"), max_length=300, blank=True)
    new_place = models.CharField(_("new place"), max_length=200, blank=True)
    made_by = models.ForeignKey(
        "accounts.User", verbose_name=_("made by"), on_delete=models.PROTECT, related_name="+"
    )
    second = models.ForeignKey(
        "accounts.User",
        verbose_name=_("second person"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True)
    confirmed_by = models.ForeignKey(
        "accounts.User",
        verbose_name=_("confirmed by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("move of a designation")
        verbose_name_plural = _("moves of designations")
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return f"{self.designation}: {self.get_from_status_display()} → {self.get_to_status_display()}"
