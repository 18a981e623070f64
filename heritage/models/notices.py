"""What an officer is told: in the CMS, by mail, and as deadlines in her calendar."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class NoticeKind(models.TextChoices):
    RETURNED = "returned", _("Something was returned to me")
    WAITING = "waiting", _("Something waits for my review")
    DUE = "due", _("Something falls due")


class Notice(models.Model):
    """One thing told to one officer. The words are made when it is read, in her language.

    `key` names the thing, so that the same is not told twice. Internal, never public.
    """

    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(_("kind"), max_length=12, choices=NoticeKind.choices)
    key = models.CharField(_("what it is about"), max_length=120)
    label = models.CharField(_("of"), max_length=255)
    particulars = models.JSONField(_("particulars"), default=dict)
    address = models.CharField(_("where to go"), max_length=300)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)
    mailed_at = models.DateTimeField(_("mailed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["user", "kind", "key"], name="heritage_notice_once")]
        indexes = [models.Index(fields=["user", "read_at"], name="heritage_notices_unread")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.label}"


class NoticeChoice(models.Model):
    """How one officer wants to be told of one kind; without a row: in the CMS and by mail."""

    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="notice_choices")
    kind = models.CharField(_("kind"), max_length=12, choices=NoticeKind.choices)
    in_cms = models.BooleanField(_("here"), default=True)
    by_mail = models.BooleanField(_("by e-mail"), default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="heritage_notice_choice_once")]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_kind_display()}"


class CalendarFeed(models.Model):
    """A secret address under which a calendar reads one officer's deadlines; revoked, it answers 404.

    Only the SHA-256 of the secret is kept, in hexadecimal: nobody can read an address from the database.
    """

    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="calendar_feeds")
    secret_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)
    last_read_on = models.DateField(_("last read on"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(revoked_at=None), name="heritage_one_calendar_feed"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.made_at:%Y-%m-%d}"
