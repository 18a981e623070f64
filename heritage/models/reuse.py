"""What a site has become."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from heritage.models.dated import Dated
from heritage.models.parts import RecordPart
from heritage.models.sites import HeritageSite
from heritage.models.vocabularies import Vocabulary, term_key


class Openness(models.TextChoices):
    OPEN = "open", _("Open to visitors")
    BY_ARRANGEMENT = "by_arrangement", _("By arrangement")
    CLOSED = "closed", _("Not open")
    UNKNOWN = "unknown", _("Not known")


class Reuse(Dated, RecordPart):
    """A reuse of a site (Document 29, 四（五） and 四（八）): what, since when, granted by whom, open to whom."""

    part_of = "site"
    site = ParentalKey(HeritageSite, on_delete=models.CASCADE, related_name="reuses")
    kind = term_key(Vocabulary.REUSE, verbose_name=_("kind of reuse"))
    words_zh = models.CharField(_("in words (Chinese)"), max_length=160, blank=True)
    words_en = models.CharField(_("in words (English)"), max_length=200, blank=True)
    granted_by = models.CharField(_("granted by"), max_length=160, blank=True)
    openness = models.CharField(
        _("open to visitors"), max_length=16, choices=Openness.choices, default=Openness.UNKNOWN
    )

    class Meta(RecordPart.Meta):
        verbose_name = _("reuse")
        verbose_name_plural = _("reuses")

    def __str__(self) -> str:
        return self.words_zh or str(self.kind or "")
