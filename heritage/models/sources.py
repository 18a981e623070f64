"""Where a statement comes from."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from heritage.changes import record_changed
from heritage.models.scoped import SharedModel


class Confidence(models.TextChoices):
    """As the sample's scale: two agreeing sources, one credible source, one weak source."""

    HIGH = "high", _("High")
    MEDIUM = "medium", _("Medium")
    LOW = "low", _("Low")


class SourceBasis(models.TextChoices):
    SOURCED = "sourced", _("Published or archival source")
    OWN_KNOWLEDGE = "own_knowledge", _("The writer's own knowledge, unverified")


class Source(index.Indexed, SharedModel):
    """A paper, book, page, archive or interview; `own_knowledge` is for officers only."""

    key = models.SlugField(_("key"), max_length=60, unique=True, null=True, blank=True, editable=False)
    title = models.CharField(_("title"), max_length=300)
    reference = models.CharField(
        _("reference"),
        max_length=500,
        help_text=_("Where it can be found: a web address, document number, shelf mark."),
    )
    basis = models.CharField(
        _("basis"), max_length=20, choices=SourceBasis.choices, default=SourceBasis.SOURCED
    )
    confidence = models.CharField(_("confidence"), max_length=10, choices=Confidence.choices)

    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.SearchField("reference"),
        index.FilterField("collection_id"),
        index.FilterField("basis"),
    ]

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title

    def save(self, *args, **kwargs) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            self._announce()

    def delete(self, *args, **kwargs) -> tuple[int, dict[str, int]]:
        with transaction.atomic():
            self._announce()
            return super().delete(*args, **kwargs)

    def _announce(self) -> None:
        """Tell that the records citing this source may read differently now."""
        for relation in self._meta.related_objects:
            if kind := getattr(relation.related_model, "part_of", None):
                citations = relation.related_model._default_manager.filter(source=self)
                record_changed(kind, citations.values_list(f"{kind}_id", flat=True))
        for citation in self.designationcitation_set.select_related("designation"):
            citation.announce()
        for decree in self.decrees.all():
            decree.announce()

    @property
    def is_own_knowledge(self) -> bool:
        return self.basis == SourceBasis.OWN_KNOWLEDGE

    @property
    def url(self) -> str | None:
        """The reference when it is nothing but a web address."""
        is_address = self.reference.startswith(("http://", "https://")) and " " not in self.reference
        return self.reference if is_address else None


class Citation(models.Model):
    """Ties a statement of a record to a source; one concrete table for every citing model.

    `statement` names a field of the record, `name:<uid>` one of its names, or is blank for the whole.
    """

    statement = models.CharField(_("what it supports"), max_length=60, blank=True)
    source = models.ForeignKey(
        Source,
        verbose_name=_("source"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="%(class)s_set",
    )
    locator = models.CharField(_("page or place in the source"), max_length=120, blank=True)
    claim = models.TextField(_("what the source says"), blank=True)
    confidence = models.CharField(_("confidence"), max_length=10, choices=Confidence.choices, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.statement or '*'} ← {self.source or '?'}"
