"""Heritage projects, and the works beside them: remediation and redevelopment."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.search import index

from heritage.models.areas import IndustrialArea
from heritage.models.divisions import Division
from heritage.models.enterprises import Enterprise
from heritage.models.named import Named
from heritage.models.parts import RecordPart
from heritage.models.records import Record, record_permissions
from heritage.models.scoped import ScopedModel
from heritage.models.sites import HeritageSite
from heritage.models.sources import Citation


class ProjectKind(models.TextChoices):
    HERITAGE_PARK = "heritage_park", _("Heritage park")
    MUSEUM = "museum", _("Museum")
    CONSERVATION_AREA = "conservation_area", _("Conservation area")
    PRESENTATION = "site_presentation", _("Presentation of a site")


class HeritageProject(Named, Record):
    """A park, museum, conservation area or presentation; many sites, across districts."""

    record_kind = "project"
    fields_of_the_row = (*Record.fields_of_the_row, "slug")

    slug = models.SlugField(_("address"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=ProjectKind.choices)
    area = models.ForeignKey(
        IndustrialArea,
        verbose_name=_("old industrial area"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="heritage_projects",
    )
    document_29_wording = models.CharField(_("wording of Document 29"), max_length=200, blank=True)
    document_29_status = models.CharField(_("status in 2014"), max_length=40, blank=True)
    description_zh = models.TextField(_("description (Chinese)"), blank=True)
    description_en = models.TextField(_("description (English)"), blank=True)
    outcome_zh = models.TextField(_("what became of it (Chinese)"), blank=True)
    outcome_en = models.TextField(_("what became of it (English)"), blank=True)
    sites = ParentalManyToManyField(
        HeritageSite, verbose_name=_("its heritage sites"), blank=True, related_name="projects"
    )
    note = models.TextField(_("note for officers"), blank=True, help_text=_("Internal; never published."))

    search_fields = [
        *Record.search_fields,
        index.SearchField("name_zh", boost=5),
        index.AutocompleteField("name_zh"),
        index.SearchField("name_en"),
    ]

    class Meta:
        verbose_name = _("heritage project")
        verbose_name_plural = _("heritage projects")
        ordering = ["division", "name_zh"]
        permissions = record_permissions("heritageproject")


class ProjectCitation(RecordPart, Citation):
    part_of = "project"
    project = ParentalKey(HeritageProject, on_delete=models.CASCADE, related_name="citations")

    class Meta(RecordPart.Meta):
        verbose_name = _("citation")
        verbose_name_plural = _("citations")


class WorksProject(Named, ScopedModel):
    """What remediation and redevelopment projects share; they concern us where heritage stands."""

    slug = models.SlugField(_("key"), max_length=80, unique=True)
    division = models.ForeignKey(Division, verbose_name=_("division"), on_delete=models.PROTECT)
    area = models.ForeignKey(
        IndustrialArea,
        verbose_name=_("old industrial area"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="%(class)ss",
    )
    sites = models.ManyToManyField(
        HeritageSite, verbose_name=_("heritage sites"), blank=True, related_name="%(class)ss"
    )
    sources = models.ManyToManyField("heritage.Source", verbose_name=_("sources"), blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        abstract = True
        ordering = ["division", "name_zh"]

    def save(self, *args, **kwargs) -> None:
        self.collection_id = self.division.collection_id
        super().save(*args, **kwargs)


class RemediationKind(models.TextChoices):
    SOIL = "soil", _("Soil")
    WATER = "water", _("Water")
    ECOLOGY = "ecology", _("Ecology")
    NOISE = "noise", _("Noise")


class RemediationProject(WorksProject):
    """Cleaning of land or water (Document 29, 四（六）)."""

    kind = models.CharField(_("kind"), max_length=10, choices=RemediationKind.choices)
    enterprises = models.ManyToManyField(
        Enterprise, verbose_name=_("enterprises"), blank=True, related_name="remediation_projects"
    )

    class Meta(WorksProject.Meta):
        verbose_name = _("remediation project")
        verbose_name_plural = _("remediation projects")


class RedevelopmentProject(WorksProject):
    """What is built on vacated land."""

    class Meta(WorksProject.Meta):
        verbose_name = _("redevelopment project")
        verbose_name_plural = _("redevelopment projects")
