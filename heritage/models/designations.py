"""Legal and honorary identities of sites and components, each made by a decree."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.announcing import Announcing
from heritage.models.components import Component
from heritage.models.decrees import Decree, Origin
from heritage.models.named import in_current_language
from heritage.models.scoped import ScopedModel
from heritage.models.sites import HeritageSite
from heritage.models.sources import Citation, Confidence


class SchemeStanding(models.TextChoices):
    """What weight a scheme has; a level is a column of its own."""

    RELIC = "relic", _("Immovable cultural relic (law)")
    HISTORIC_BUILDING = "historic_building", _("Historic building (law)")
    AREA = "area", _("Protected area (law)")
    DEPARTMENTAL = "departmental", _("Departmental recognition")
    HONORARY = "honorary", _("Honorary, without legal effect")


EXCLUSIVE = (SchemeStanding.RELIC, SchemeStanding.HISTORIC_BUILDING)


class Scheme(models.Model):
    """A list one can be on: 文物保护单位, 历史建筑, 国家工业遗产 …"""

    key = models.SlugField(_("key"), max_length=40, unique=True)
    label_zh = models.CharField(_("name (Chinese)"), max_length=60)
    label_en = models.CharField(_("name (English)"), max_length=120)
    standing = models.CharField(_("standing"), max_length=20, choices=SchemeStanding.choices)
    sort_order = models.PositiveIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("scheme")
        verbose_name_plural = _("schemes")
        ordering = ["sort_order", "key"]

    def __str__(self) -> str:
        return in_current_language(self.label_zh, self.label_en)


class DesignationLevel(models.TextChoices):
    """Art. 3 and 23 of the 文物保护法 for relics; blank for schemes without levels."""

    REGISTERED = "registered", _("Registered, ungraded")
    COUNTY = "county", _("County")
    CITY = "city", _("City")
    PROVINCE = "province", _("Province")
    NATIONAL = "national", _("National")
    UNKNOWN = "unknown", _("Level to be verified")


class DesignationStatus(models.TextChoices):
    """States of lifecycles B and D; the moves between them are rows of heritage.lifecycles.status."""

    CANDIDATE = "candidate", _("Candidate")
    IN_FORCE = "in_force", _("In force")
    COMPONENT_LOST = "component_lost", _("In force, part lost")
    SUPERSEDED = "superseded", _("Superseded by a higher level")
    DESTROYED = "destroyed", _("Destroyed")
    RELOCATED = "relocated", _("Relocated")
    REVOKED = "revoked", _("Revoked")
    CONVERTED = "converted", _("Converted to a relic")
    DOCUMENTED = "documented", _("In force, marked and documented")
    DEMOLISHED = "demolished", _("Demolished with approval")
    TO_VERIFY = "to_verify", _("To be verified")


IN_FORCE = (
    DesignationStatus.IN_FORCE,
    DesignationStatus.COMPONENT_LOST,
    DesignationStatus.RELOCATED,
    DesignationStatus.DOCUMENTED,
)
REPLACED = (DesignationStatus.SUPERSEDED, DesignationStatus.CONVERTED)
#: What is told to nobody outside, whoever confirms it: that somebody thinks of publishing something one day.
NEVER_TOLD = (DesignationStatus.CANDIDATE,)


class DesignationQuerySet(models.QuerySet):
    def in_force(self) -> "DesignationQuerySet":
        return self.filter(status__in=IN_FORCE)

    def confirmed(self) -> "DesignationQuerySet":
        """Those a reviewer has confirmed: only they are public. A candidate never is."""
        told = self.filter(confirmed_on__isnull=False)
        return told.exclude(status__in=NEVER_TOLD).exclude(status_until_confirmed__in=NEVER_TOLD)

    def candidates(self) -> "DesignationQuerySet":
        """Those that somebody nominated and nobody has published yet."""
        return self.filter(status=DesignationStatus.CANDIDATE)


class Designation(Announcing, ScopedModel):
    """One identity of a site or of one of its components.

    At most one of relic and historic building is in force for the same thing
    (历史文化名城名镇名村保护条例 47). Public only once a reviewer has confirmed it.
    """

    site = models.ForeignKey(
        HeritageSite, verbose_name=_("heritage site"), on_delete=models.CASCADE, related_name="designations"
    )
    component = models.ForeignKey(
        Component,
        verbose_name=_("component"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="designations",
    )
    scheme = models.ForeignKey(
        Scheme, verbose_name=_("scheme"), on_delete=models.PROTECT, related_name="designations"
    )
    level = models.CharField(_("level"), max_length=12, choices=DesignationLevel.choices, blank=True)
    level_words = models.CharField(_("level as reported"), max_length=40, blank=True)
    name_as_listed = models.CharField(_("name as listed"), max_length=160, blank=True)
    batch = models.CharField(_("batch"), max_length=40, blank=True)
    list_number = models.CharField(_("number in the list"), max_length=40, blank=True)
    decree = models.ForeignKey(
        Decree,
        verbose_name=_("decree"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="designations",
    )
    status = models.CharField(_("status"), max_length=16, choices=DesignationStatus.choices)
    is_exclusive = models.BooleanField(_("excludes other legal identities"), default=False, editable=False)
    superseded_by = models.ForeignKey(
        "self",
        verbose_name=_("superseded by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="supersedes",
    )
    status_until_confirmed = models.CharField(
        _("status still told until confirmed"),
        max_length=16,
        choices=DesignationStatus.choices,
        blank=True,
        editable=False,
    )
    origin = models.CharField(_("origin"), max_length=10, choices=Origin.choices, default=Origin.ANNOUNCED)
    confidence = models.CharField(_("confidence"), max_length=10, choices=Confidence.choices, blank=True)
    note = models.TextField(_("note for officers"), blank=True, help_text=_("Internal; never published."))
    entered_by = models.ForeignKey(
        "accounts.User",
        verbose_name=_("entered by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True)
    confirmed_by = models.ForeignKey(
        "accounts.User",
        verbose_name=_("confirmed by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = DesignationQuerySet.as_manager()

    class Meta:
        verbose_name = _("designation")
        verbose_name_plural = _("designations")
        ordering = ["-decree__announced_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["site"],
                condition=models.Q(is_exclusive=True, status__in=IN_FORCE, component=None),
                name="heritage_one_legal_identity_of_site",
            ),
            models.UniqueConstraint(
                fields=["component"],
                condition=models.Q(is_exclusive=True, status__in=IN_FORCE, component__isnull=False),
                name="heritage_one_legal_identity_of_component",
            ),
            models.CheckConstraint(
                condition=models.Q(origin=Origin.REPORTED)
                | models.Q(decree__isnull=False)
                | models.Q(status=DesignationStatus.CANDIDATE),
                name="heritage_designation_has_decree",
            ),
            models.CheckConstraint(
                condition=models.Q(origin=Origin.REPORTED) | models.Q(level="") | ~models.Q(batch=""),
                name="heritage_designation_level_has_batch",
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=IN_FORCE) | ~models.Q(level=DesignationLevel.UNKNOWN),
                name="heritage_designation_unknown_level_not_in_force",
            ),
            models.CheckConstraint(
                condition=models.Q(origin=Origin.REPORTED) | ~models.Q(status=DesignationStatus.TO_VERIFY),
                name="heritage_designation_announced_is_verified",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.get_level_display()} {self.name_as_listed}".strip()

    def save(self, *args, **kwargs) -> None:
        """Keep the collection of the site, and whether this identity excludes others."""
        self.collection_id = self.site.collection_id
        self.is_exclusive = self.scheme.standing in EXCLUSIVE
        super().save(*args, **kwargs)

    def announced_pks(self) -> list[int]:
        return [self.site_id]

    @property
    def public_status(self) -> str:
        """The status that may be told: that before a move which nobody has confirmed yet."""
        return self.status_until_confirmed or self.status

    @property
    def is_never_told(self) -> bool:
        """Whether it stays inside even when it is confirmed."""
        return self.status in NEVER_TOLD or self.public_status in NEVER_TOLD

    @property
    def is_to_verify(self) -> bool:
        """待核: whether it is told as a claim only, its standing or its level not being known."""
        return self.public_status == DesignationStatus.TO_VERIFY or self.level == DesignationLevel.UNKNOWN

    @property
    def awaits_confirmation(self) -> bool:
        return self.confirmed_on is None or bool(self.status_until_confirmed)


class DesignationCitation(Announcing, Citation):
    """A source of a designation."""

    designation = models.ForeignKey(Designation, on_delete=models.CASCADE, related_name="citations")

    def announced_pks(self) -> list[int]:
        return [self.designation.site_id]
