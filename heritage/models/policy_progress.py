"""How the fifteen tasks of Document 29 come along, as officers report it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.policy import PolicyTask


class PolicyProgress(models.Model):
    """A dated note on one task. Internal, never public; a note is added, not rewritten."""

    task = models.ForeignKey(
        PolicyTask, verbose_name=_("policy task"), on_delete=models.PROTECT, related_name="progress"
    )
    noted_on = models.DateField(_("as of"))
    words = models.TextField(_("progress"))
    file = models.ForeignKey(
        "media.Attachment",
        verbose_name=_("file"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    noted_by = models.ForeignKey(
        "accounts.User", verbose_name=_("noted by"), on_delete=models.PROTECT, related_name="+"
    )
    noted_at = models.DateTimeField(_("noted at"), auto_now_add=True)

    class Meta:
        verbose_name = _("progress of a policy task")
        verbose_name_plural = _("progress of policy tasks")
        ordering = ["-noted_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.task.number} {self.noted_on:%Y-%m-%d}"
