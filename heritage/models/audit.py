"""The audit log: one row an action, each sealed with the hash of the row before it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.append_only import AppendOnly


class AuditEntry(AppendOnly):
    """What was done to which row, by whom, when. Names are kept as words: users and rows may go.

    `digest` is the SHA-256, in hexadecimal, of this row's content and `previous`, the digest of row
    `number` - 1; how it is computed is in `heritage.audit`. Append-only, internal, never public.
    """

    number = models.PositiveBigIntegerField(_("number"), unique=True)
    at = models.DateTimeField(_("at"))
    user_id = models.BigIntegerField(_("key of the user"), null=True)
    user_words = models.CharField(_("user"), max_length=200, blank=True)
    action = models.CharField(_("action"), max_length=100)
    model = models.CharField(_("kind of row"), max_length=100)
    object_id = models.CharField(_("key of the row"), max_length=64)
    label = models.CharField(_("row"), max_length=255, blank=True)
    collection_id = models.BigIntegerField(_("jurisdiction"), null=True)
    data = models.JSONField(_("particulars"), default=dict)
    previous = models.CharField(_("seal of the row before"), max_length=64)
    digest = models.CharField(_("seal"), max_length=64)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        ordering = ["number"]
        indexes = [models.Index(fields=["model", "object_id"], name="heritage_audit_object")]

    def __str__(self) -> str:
        return f"{self.number} {self.action}"


class AuditHead(models.Model):
    """The last number and seal: locked while a row is added, and what shows that the end was cut off."""

    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.number} {self.digest}"
