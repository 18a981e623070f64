"""Names in two languages."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


def in_current_language(chinese: str, english: str) -> str:
    """Return the English text on an English page when there is one, else the Chinese."""
    return (english or chinese) if (get_language() or "").startswith("en") else chinese


class Named(models.Model):
    """A thing with a Chinese name and, where it is known, an English one."""

    name_zh = models.CharField(_("name (Chinese)"), max_length=160)
    name_en = models.CharField(_("name (English)"), max_length=200, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the current language, the Chinese one where there is no other."""
        return in_current_language(self.name_zh, self.name_en)
