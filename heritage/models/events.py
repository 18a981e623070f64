"""Dated facts of a site's life and the official numbers it carries."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from heritage.models.dated import Dated
from heritage.models.parts import RecordPart
from heritage.models.sites import HeritageSite


class EventKind(models.TextChoices):
    """What happened, in the order of a life."""

    DISCOVERY = "discovery", _("Discovery")
    ATTESTED = "attested", _("First attested")
    PLANNED = "planned", _("Planned")
    FOUNDED = "founded", _("Founded")
    CONSTRUCTION_START = "construction_start", _("Construction begun")
    BUILT = "built", _("Built")
    EXTENDED = "extended", _("Extended")
    COMPLETED = "completed", _("Completed")
    OPENED = "opened", _("Opened")
    PRODUCTION_START = "production_start", _("Production begun")
    FIRST_PRODUCT = "first_product", _("First product")
    PERIOD = "period", _("Period of use")
    RENAMED = "renamed", _("Renamed")
    MERGED = "merged", _("Merged or separated")
    REBUILT = "rebuilt", _("Rebuilt")
    LISTED = "listed", _("Listed")
    CLOSED = "closed", _("Closed")
    MOVED = "moved", _("Moved away")
    COMPONENT_LOST = "component_lost", _("Component lost")
    DESTROYED = "destroyed", _("Destroyed")
    LAND = "land", _("Land procedure")
    REUSED = "reused", _("Reused")
    EXCAVATED = "excavated", _("Excavated")
    OTHER = "other", _("Other event")


class SiteEvent(Dated, RecordPart):
    """A dated fact. `words_zh`/`words_en` say what happened where the kind alone does not."""

    part_of = "site"
    site = ParentalKey(HeritageSite, on_delete=models.CASCADE, related_name="events")
    uid = models.UUIDField(default=uuid.uuid4, editable=False)
    kind = models.CharField(_("what happened"), max_length=20, choices=EventKind.choices)
    words_zh = models.CharField(_("in words (Chinese)"), max_length=160, blank=True)
    words_en = models.CharField(_("in words (English)"), max_length=200, blank=True)

    class Meta(RecordPart.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def __str__(self) -> str:
        return f"{self.period_text or self.period_edtf} {self.get_kind_display()}"

    @property
    def statement(self) -> str:
        """How a citation refers to this event."""
        return f"event:{self.uid}"


class IdentifierScheme(models.TextChoices):
    CENSUS_3 = "census_3", _("Third national census")
    CENSUS_4 = "census_4", _("Fourth national census")
    LIST = "list", _("Number in a list of protected units")
    ENTERPRISE = "enterprise", _("Enterprise asset number")
    OTHER = "other", _("Other")


class SiteIdentifier(RecordPart):
    """A number given by others, kept as it was: a change of divisions never alters it, and none is minted."""

    part_of = "site"
    site = ParentalKey(HeritageSite, on_delete=models.CASCADE, related_name="identifiers")
    scheme = models.CharField(_("kind of number"), max_length=12, choices=IdentifierScheme.choices)
    value = models.CharField(_("number as given"), max_length=40)
    issued_by = models.CharField(_("given by"), max_length=120, blank=True)
    valid_from_edtf = models.CharField(_("valid from"), max_length=40, blank=True)
    valid_to_edtf = models.CharField(_("valid until"), max_length=40, blank=True)

    class Meta(RecordPart.Meta):
        verbose_name = _("official number")
        verbose_name_plural = _("official numbers")

    def __str__(self) -> str:
        return self.value
