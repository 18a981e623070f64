"""Buildings, structures, lines, machines, tools, archives and processes that belong to a site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.search import index

from heritage.models.dated import Dated
from heritage.models.named import Named
from heritage.models.organisations import Organisation
from heritage.models.parts import RecordPart
from heritage.models.records import Record, record_permissions
from heritage.models.shaped import Shaped, raise_together, shape_is_declared
from heritage.models.sites import HeritageSite
from heritage.models.sources import Citation
from heritage.models.vocabularies import Vocabulary, term_key


class ComponentKind(models.TextChoices):
    BUILDING = "building", _("Building")
    STRUCTURE = "structure", _("Structure")
    LINE = "line", _("Line")
    MACHINE = "machine", _("Machine")
    TOOL = "tool", _("Tool")
    ARCHIVE = "archive", _("Archive")
    PROCESS = "process", _("Process")


class Destiny(models.TextChoices):
    """What became of it; each component has its own fate."""

    IN_SITU = "in_situ", _("Where it stood")
    MOVED = "moved", _("Moved")
    DISMANTLED = "dismantled", _("Dismantled, kept")
    LOST = "lost", _("Lost")
    UNKNOWN = "unknown", _("Not known")


class Component(Named, Dated, Shaped, Record):
    """A part with a record of its own, numbered within its site."""

    record_kind = "component"
    fields_of_the_row = (*Record.fields_of_the_row, "site_id", "ordinal")

    site = models.ForeignKey(
        HeritageSite, verbose_name=_("heritage site"), on_delete=models.CASCADE, related_name="components"
    )
    ordinal = models.PositiveIntegerField(_("number within the site"), editable=False)
    kind = models.CharField(
        _("kind"), max_length=10, choices=ComponentKind.choices, default=ComponentKind.BUILDING
    )
    is_attached = models.BooleanField(
        _("attached, not the main body"),
        default=False,
        help_text=_("本体文物 or 附属文物 of the fourth census."),
    )
    type = term_key(Vocabulary.TYPE, verbose_name=_("type"))
    quantity = models.PositiveIntegerField(_("quantity"), null=True, blank=True)
    description_zh = models.TextField(_("description (Chinese)"), blank=True)
    description_en = models.TextField(_("description (English)"), blank=True)
    destiny = models.CharField(
        _("what became of it"), max_length=12, choices=Destiny.choices, default=Destiny.UNKNOWN
    )
    destiny_on_edtf = models.CharField(_("since when, EDTF"), max_length=40, blank=True)
    last_known_place = models.CharField(
        _("last known place"), max_length=200, blank=True, help_text=_("Internal; never published.")
    )
    received_by = models.ForeignKey(
        Organisation,
        verbose_name=_("received by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="received",
    )
    receipt = models.ForeignKey(
        "media.Attachment",
        verbose_name=_("receipt"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    moved_to = models.ForeignKey(
        HeritageSite,
        verbose_name=_("now at"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="arrivals",
    )
    approved_by = models.ForeignKey(
        "heritage.Intervention",
        verbose_name=_("approval of the move or demolition"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="fates",
    )
    note = models.TextField(_("note for officers"), blank=True, help_text=_("Internal; never published."))

    search_fields = [
        *Record.search_fields,
        index.SearchField("name_zh", boost=5),
        index.AutocompleteField("name_zh"),
        index.SearchField("name_en"),
        index.RelatedFields("site", [index.SearchField("name_zh"), index.SearchField("number")]),
    ]

    class Meta:
        verbose_name = _("component")
        verbose_name_plural = _("components")
        ordering = ["site", "ordinal"]
        permissions = record_permissions("component")
        constraints = [
            models.UniqueConstraint(fields=["site", "ordinal"], name="heritage_component_ordinal_once"),
            models.CheckConstraint(
                condition=models.Q(live=False) | ~models.Q(name_zh=""),
                name="heritage_component_live_has_name",
            ),
            shape_is_declared("heritage_component_shape_is_declared"),
        ]

    def __str__(self) -> str:
        return self.name_zh or str(_("Unnamed component"))

    def clean(self) -> None:
        raise_together(super().clean, self.read_shape)

    def save(self, *args, **kwargs) -> None:
        """Follow the site's division, and take the next number within it."""
        self.division_id = self.site.division_id
        if self.ordinal is None:
            last = Component.objects.filter(site=self.site).aggregate(last=models.Max("ordinal"))["last"]
            self.ordinal = (last or 0) + 1
        super().save(*args, **kwargs)


class ComponentCitation(RecordPart, Citation):
    """A source of a component or of one of its statements."""

    part_of = "component"
    component = ParentalKey(Component, on_delete=models.CASCADE, related_name="citations")

    class Meta(RecordPart.Meta):
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
