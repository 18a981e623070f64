"""Controlled words: types, industries, eras, census classes and the like, as data."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.named import in_current_language


class Vocabulary(models.TextChoices):
    """Which list a term belongs to, and the standard behind it."""

    TYPE = "type", _("Type of site or component")
    INDUSTRY = "industry", _("Industry (GB/T 4754)")
    ERA = "era", _("Era")
    THEME = "theme", _("Theme")
    EXTENT = "extent", _("Extent")
    CENSUS_CLASS = "census_class", _("Census class")
    VALUE = "value", _("Value")
    CONDITION = "condition", _("Condition")
    REUSE = "reuse", _("Reuse")


class TermQuerySet(models.QuerySet):
    def of(self, vocabulary: str) -> "TermQuerySet":
        """The terms of one vocabulary in their order."""
        return self.filter(vocabulary=vocabulary)


class Term(models.Model):
    """One word of a vocabulary. `edition` keeps codes of different years apart (GB/T 4754-2011, -2017)."""

    vocabulary = models.CharField(_("vocabulary"), max_length=16, choices=Vocabulary.choices)
    code = models.CharField(_("code"), max_length=40)
    edition = models.CharField(_("edition"), max_length=20, blank=True)
    label_zh = models.CharField(_("label (Chinese)"), max_length=80)
    label_en = models.CharField(_("label (English)"), max_length=120, blank=True)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("broader term"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="narrower",
    )
    aat_id = models.CharField(
        _("Getty AAT number"),
        max_length=12,
        blank=True,
        help_text=_("Only a number looked up in the AAT itself."),
    )
    sort_order = models.PositiveIntegerField(_("order"), default=0)
    is_verified = models.BooleanField(
        _("checked against the standard"), default=False, help_text=_("Unchecked codes may change.")
    )

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["vocabulary", "sort_order", "code"]
        constraints = [
            models.UniqueConstraint(fields=["vocabulary", "edition", "code"], name="heritage_term_code_once"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The label in the current language."""
        return in_current_language(self.label_zh, self.label_en)


def term_key(vocabulary: Vocabulary, **options) -> models.ForeignKey:
    """Return a foreign key to the terms of one vocabulary; drafts outlive a term, so it is set to null."""
    return models.ForeignKey(
        Term,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        limit_choices_to={"vocabulary": vocabulary.value},
        **options,
    )
