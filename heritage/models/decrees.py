"""The papers by which authorities announce."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.announcing import Announcing
from heritage.models.organisations import Organisation
from heritage.models.scoped import SharedModel
from heritage.models.sources import Source


class Origin(models.TextChoices):
    """Whether a row was decided here or taken over from what others report."""

    ANNOUNCED = "announced", _("Entered with its paper")
    REPORTED = "reported", _("Taken over from a report")


class Authority(models.TextChoices):
    """Bodies that the law lets decide; which decides what is in the tables of heritage.lifecycles."""

    COUNTY_DEPARTMENT = "county_department", _("Cultural-relics department of the county")
    COUNTY_GOVERNMENT = "county_government", _("Government of the county")
    CITY_GOVERNMENT = "city_government", _("Government of the city or prefecture")
    CITY_DEPARTMENT = "city_department", _("Cultural-relics department of the city or prefecture")
    PROVINCIAL_DEPARTMENT = "provincial_department", _("Cultural-relics department of the province")
    PROVINCIAL_GOVERNMENT = "provincial_government", _("Government of the province")
    STATE_COUNCIL = "state_council", _("State Council")
    STATE_DEPARTMENT = "state_department", _("Department of the State Council")
    LOCAL_ECOLOGY = "local_ecology", _("Ecology department of the county or city")
    PROVINCIAL_ECOLOGY = "provincial_ecology", _("Ecology department of the province")
    PLANNING = "planning", _("Planning department of the city or county")
    PROVINCIAL_PROTECTION = "provincial_protection", _("Protection department appointed by the province")
    PROVINCIAL_INDUSTRY = "provincial_industry", _("Industry department of the province")
    CENTRAL_ENTERPRISE = "central_enterprise", _("Headquarters of a central enterprise")
    OTHER = "other", _("Another body")


class Decree(Announcing, SharedModel):
    """One paper; it makes many designations and never changes.

    A reported one may lack its number, date or file, and says so (文号待查).
    """

    title = models.CharField(_("title"), max_length=200, blank=True)
    document_number = models.CharField(_("document number"), max_length=60, blank=True)
    is_number_own_knowledge = models.BooleanField(_("number from own knowledge only"), default=False)
    issued_by = models.ForeignKey(
        Organisation,
        verbose_name=_("issuing body"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="decrees",
    )
    issued_by_words = models.CharField(_("issuing body as written"), max_length=160, blank=True)
    authority = models.CharField(
        _("kind of issuing body"),
        max_length=24,
        choices=Authority.choices,
        blank=True,
        help_text=_("Decides what this paper can bring about."),
    )
    announced_on = models.DateField(_("announced on"), null=True, blank=True)
    announced_edtf = models.CharField(_("announced, EDTF"), max_length=40, blank=True)
    file = models.ForeignKey(
        "media.Attachment",
        verbose_name=_("file"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    filed_with = models.CharField(_("filed with"), max_length=160, blank=True)
    filed_on = models.DateField(_("filed on"), null=True, blank=True)
    origin = models.CharField(_("origin"), max_length=10, choices=Origin.choices, default=Origin.ANNOUNCED)
    source = models.ForeignKey(
        Source,
        verbose_name=_("source"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="decrees",
    )

    class Meta:
        verbose_name = _("decree")
        verbose_name_plural = _("decrees")
        ordering = ["-announced_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(origin=Origin.REPORTED)
                | (
                    ~models.Q(document_number="")
                    & models.Q(announced_on__isnull=False)
                    & (models.Q(issued_by__isnull=False) | ~models.Q(issued_by_words=""))
                ),
                name="heritage_decree_is_complete",
            ),
        ]

    def announced_pks(self) -> models.QuerySet:
        """The sites that it made something of."""
        return self.designations.values_list("site_id", flat=True)

    def __str__(self) -> str:
        return self.document_number or self.title or str(_("Document number not found"))
