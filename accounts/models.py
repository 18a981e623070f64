"""The people who sign in; what each may do is decided by groups on divisions (heritage)."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """An officer, reviewer or administrator."""

    full_name = models.CharField(_("full name"), max_length=80, blank=True)
    position = models.CharField(_("position"), max_length=120, blank=True)

    class Meta(AbstractUser.Meta):
        verbose_name = _("user")  # type: ignore[assignment]  # the stubs know no lazy text here
        verbose_name_plural = _("users")  # type: ignore[assignment]  # the same

    def __str__(self) -> str:
        return self.get_full_name()

    def get_full_name(self) -> str:
        """Return the name as written in Chinese, or the login name."""
        return self.full_name or super().get_full_name() or self.username
