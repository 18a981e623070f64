"""Old industrial areas, their plans, and the zones that receive what moves."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.search import index

from heritage.models.divisions import Division
from heritage.models.named import Named
from heritage.models.parts import RecordPart
from heritage.models.records import Record, record_permissions
from heritage.models.scoped import ScopedModel
from heritage.models.sources import Citation


class IndustrialArea(Named, Record):
    """An urban old industrial area (城区老工业区) named by Document 29."""

    record_kind = "area"
    fields_of_the_row = (*Record.fields_of_the_row, "slug")

    slug = models.SlugField(_("address"), max_length=80, unique=True)
    description_zh = models.TextField(_("description (Chinese)"), blank=True)
    description_en = models.TextField(_("description (English)"), blank=True)
    note = models.TextField(_("note for officers"), blank=True, help_text=_("Internal; never published."))

    search_fields = [
        *Record.search_fields,
        index.SearchField("name_zh", boost=5),
        index.AutocompleteField("name_zh"),
        index.SearchField("name_en"),
    ]

    class Meta:
        verbose_name = _("old industrial area")
        verbose_name_plural = _("old industrial areas")
        ordering = ["division", "name_zh"]
        permissions = record_permissions("industrialarea")


class AreaCitation(RecordPart, Citation):
    part_of = "area"
    area = ParentalKey(IndustrialArea, on_delete=models.CASCADE, related_name="citations")

    class Meta(RecordPart.Meta):
        verbose_name = _("citation")
        verbose_name_plural = _("citations")


class AreaPlan(ScopedModel):
    """A relocation and upgrading plan of an area (Document 29, 四（一）)."""

    area = models.ForeignKey(
        IndustrialArea, verbose_name=_("area"), on_delete=models.CASCADE, related_name="plans"
    )
    title = models.CharField(_("title"), max_length=200)
    scope = models.TextField(_("scope"), blank=True)
    aims = models.TextField(_("aims"), blank=True)
    layout = models.TextField(_("layout"), blank=True)
    schedule = models.TextField(_("schedule"), blank=True)
    organisation = models.TextField(_("organisation"), blank=True)
    risk_assessment = models.TextField(_("risk assessment"), blank=True)
    approved_on = models.DateField(_("approved on"), null=True, blank=True)
    file = models.ForeignKey(
        "media.Attachment",
        verbose_name=_("file"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("area plan")
        verbose_name_plural = _("area plans")
        ordering = ["area", "-approved_on"]

    def __str__(self) -> str:
        return self.title

    def save(self, *args, **kwargs) -> None:
        self.collection_id = self.area.collection_id
        super().save(*args, **kwargs)


class ReceivingZone(Named, ScopedModel):
    """A zone that takes up relocated plants (承接区)."""

    slug = models.SlugField(_("key"), max_length=80, unique=True)
    division = models.ForeignKey(Division, verbose_name=_("division"), on_delete=models.PROTECT)
    is_lawful_park = models.BooleanField(
        _("lawful park with a planning EIA"), null=True, blank=True, help_text=_("Document 29, 四（三）")
    )
    sources = models.ManyToManyField("heritage.Source", verbose_name=_("sources"), blank=True)

    class Meta:
        verbose_name = _("receiving zone")
        verbose_name_plural = _("receiving zones")
        ordering = ["division", "name_zh"]

    def save(self, *args, **kwargs) -> None:
        self.collection_id = self.division.collection_id
        super().save(*args, **kwargs)
