"""Enterprises with dated names, and their relocation cases (搬迁改造)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.models import Collection
from wagtail.search import index

from heritage.models.announcing import Announcing
from heritage.models.areas import IndustrialArea, ReceivingZone
from heritage.models.dated import Dated
from heritage.models.named import Named
from heritage.models.parts import RecordPart
from heritage.models.records import Record, record_permissions
from heritage.models.scoped import ScopedModel
from heritage.models.sites import HeritageSite
from heritage.models.sources import Citation


class Document29Group(models.TextChoices):
    """How Document 29 sorts its projects; a grouping of that paper, not a stage."""

    COMPLETE_SOON = "complete_soon", _("To be completed soon (尽快完成)")
    KEY_PROMOTED = "key_promoted", _("To be promoted as a priority (重点推动)")


class Enterprise(Named, Record):
    """An enterprise that leaves, or left, an old industrial area."""

    record_kind = "enterprise"
    fields_of_the_row = (*Record.fields_of_the_row, "slug")

    slug = models.SlugField(_("address"), max_length=80, unique=True)
    description_zh = models.TextField(_("description (Chinese)"), blank=True)
    description_en = models.TextField(_("description (English)"), blank=True)
    document_29_group = models.CharField(
        _("group in Document 29"), max_length=16, choices=Document29Group.choices, blank=True
    )
    document_29_order = models.PositiveIntegerField(_("order in Document 29"), null=True, blank=True)
    sites = ParentalManyToManyField(
        HeritageSite, verbose_name=_("its heritage sites"), blank=True, related_name="enterprises"
    )
    note = models.TextField(_("note for officers"), blank=True, help_text=_("Internal; never published."))

    search_fields = [
        *Record.search_fields,
        index.SearchField("name_zh", boost=5),
        index.AutocompleteField("name_zh"),
        index.SearchField("name_en"),
        index.RelatedFields("names", [index.SearchField("name")]),
    ]

    class Meta:
        verbose_name = _("enterprise")
        verbose_name_plural = _("enterprises")
        ordering = ["document_29_order", "name_zh"]
        permissions = record_permissions("enterprise")


class EnterpriseName(Dated, RecordPart):
    """Another name of an enterprise with its period."""

    part_of = "enterprise"
    enterprise = ParentalKey(Enterprise, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=160)

    class Meta(RecordPart.Meta):
        verbose_name = _("other name")
        verbose_name_plural = _("other names")

    def __str__(self) -> str:
        return self.name


class EnterpriseCitation(RecordPart, Citation):
    part_of = "enterprise"
    enterprise = ParentalKey(Enterprise, on_delete=models.CASCADE, related_name="citations")

    class Meta(RecordPart.Meta):
        verbose_name = _("citation")
        verbose_name_plural = _("citations")


class RelocationMode(models.TextChoices):
    """就地改造, 异地迁建, 依法关停; said only where a source says it."""

    UNSPECIFIED = "unspecified", _("Not specified in the sources")
    IN_PLACE = "in_place", _("Upgrading in place")
    ELSEWHERE = "offsite_rebuild", _("Rebuilding elsewhere")
    CLOSURE = "closure", _("Closure by law")


class RelocationStage(models.TextChoices):
    """Lifecycle F; `unknown` is 未查明 and nothing is inferred from it."""

    UNKNOWN = "unknown", _("Not established")
    PLANNED = "planned", _("Planned")
    SURVEY_REQUIRED = "survey_required", _("Survey required")
    SURVEY_CLEARED = "survey_cleared", _("Survey cleared")
    ALLOWED = "relocation_allowed", _("Relocation allowed")
    RELOCATING = "relocating", _("Relocating")
    VACATED = "vacated", _("Vacated")
    REUSE_ALLOWED = "reuse_allowed", _("Reuse allowed")


class RelocationCase(Announcing, ScopedModel):
    """An enterprise leaving an old industrial area; readable from the divisions at both ends."""

    announced_kind = "enterprise"

    enterprise = models.OneToOneField(
        Enterprise, verbose_name=_("enterprise"), on_delete=models.CASCADE, related_name="relocation_case"
    )
    from_area = models.ForeignKey(
        IndustrialArea,
        verbose_name=_("from"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="departures",
    )
    to_zone = models.ForeignKey(
        ReceivingZone,
        verbose_name=_("to"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="arrivals",
    )
    receiving_collection = models.ForeignKey(
        Collection,
        verbose_name=_("also readable in"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    mode = models.CharField(
        _("mode"), max_length=20, choices=RelocationMode.choices, default=RelocationMode.UNSPECIFIED
    )
    stage = models.CharField(
        _("stage"), max_length=20, choices=RelocationStage.choices, default=RelocationStage.UNKNOWN
    )
    is_risky_trade = models.BooleanField(
        _("risky trade"),
        default=False,
        help_text=_("May move only into a lawful park (Document 29, 四（三）)."),
    )
    note = models.TextField(_("note for officers"), blank=True, help_text=_("Internal; never published."))

    class Meta:
        verbose_name = _("relocation case")
        verbose_name_plural = _("relocation cases")
        ordering = ["enterprise__document_29_order", "pk"]

    def __str__(self) -> str:
        return str(self.enterprise)

    def save(self, *args, **kwargs) -> None:
        """Belong to the enterprise's division, and be readable where it goes."""
        self.collection_id = self.enterprise.collection_id
        self.receiving_collection_id = self.to_zone.collection_id if self.to_zone else None
        super().save(*args, **kwargs)

    def announced_pks(self) -> list[int]:
        return [self.enterprise_id]

    @classmethod
    def readable_where(cls, collection_ids: list[int]) -> models.Q:
        return super().readable_where(collection_ids) | models.Q(receiving_collection_id__in=collection_ids)
