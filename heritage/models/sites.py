"""The heritage site: the scholarly record of a plant, station, mine or cellar."""

import uuid

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.search import index

from heritage.absences import validate_absences
from heritage.geometry import CoordinateError, parse_typed_coordinates, system_choices
from heritage.models.dated import Dated
from heritage.models.named import Named
from heritage.models.numbers import RecordNumber
from heritage.models.parts import RecordPart
from heritage.models.records import Record, RecordQuerySet, record_permissions
from heritage.models.shaped import Shaped, raise_together, shape_is_declared
from heritage.models.sources import Citation
from heritage.models.vocabularies import Term, Vocabulary, term_key


class Recognition(models.TextChoices):
    """Lifecycle A (文物认定管理暂行办法 3, 6, 7, 9); `clue` is a lead and never public."""

    NOT_RECORDED = "not_recorded", _("No recognition paper known")
    CLUE = "clue", _("Lead (not public)")
    INVESTIGATING = "investigating", _("Under investigation")
    RECOGNISED = "recognised", _("Recognised")
    NOT_RECOGNISED = "not_recognised", _("Not recognised")
    PROVINCIAL_RULING = "provincial_ruling", _("Under provincial ruling")
    LOST = "lost_before_recognition", _("Lost before recognition")


class LocationDisclosure(models.TextChoices):
    """How precisely the place may be told; the uncertainty is always stated beside it."""

    EXACT = "exact", _("Exact point")
    GRID_100M = "grid_0.001", _("Rounded to 0.001°, about 100 m")
    GRID_5KM = "grid_0.05", _("Rounded to 0.05°, about 5 km")
    COUNTY = "county", _("No point, the county is named")
    HIDDEN = "hidden", _("Hidden, not even the county is named")


class Verification(models.TextChoices):
    VERIFIED = "verified_from_sources", _("Checked against sources")
    TO_VERIFY = "to_verify", _("Some facts are still to be verified")


class SiteQuerySet(RecordQuerySet):
    def built_between(self, first: int, last: int) -> "SiteQuerySet":
        """Sites whose dating overlaps the years `first` to `last`, both included."""
        return self.filter(earliest_on__year__lte=last, latest_on__year__gte=first)


class HeritageSite(Named, Dated, Shaped, Record):
    """A site of industrial heritage, with names, dating, place, description, values and sources."""

    record_kind = "site"
    fields_of_the_row = (
        *Record.fields_of_the_row,
        "number",
        "recognition",
        "recognition_until_confirmed",
    )

    number = models.CharField(_("record number"), max_length=8, unique=True, editable=False)
    name_pinyin = models.CharField(_("name (pinyin)"), max_length=200, blank=True)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="parts",
    )
    address = models.CharField(
        _("address"), max_length=200, blank=True, help_text=_("Internal; the public sees the division.")
    )
    typed_coordinates = models.CharField(
        _("coordinates as given"),
        max_length=120,
        blank=True,
        help_text=_(
            "Longitude and latitude, or projected metres, exactly as the paper or device gives them."
        ),
    )
    coordinate_system = models.CharField(
        _("their coordinate system"), max_length=20, choices=system_choices, blank=True
    )
    longitude = models.FloatField(
        _("longitude (WGS 84)"),
        null=True,
        blank=True,
        editable=False,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    latitude = models.FloatField(
        _("latitude (WGS 84)"),
        null=True,
        blank=True,
        editable=False,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    uncertainty_m = models.PositiveIntegerField(
        _("uncertainty in metres"), null=True, blank=True, help_text=_("Radius within which the site lies.")
    )
    position_method = models.CharField(_("how the point was obtained"), max_length=300, blank=True)
    location_disclosure = models.CharField(
        _("how precisely the place may be shown"),
        max_length=12,
        choices=LocationDisclosure.choices,
        default=LocationDisclosure.GRID_100M,
    )
    description_zh = models.TextField(_("description (Chinese)"), blank=True)
    description_en = models.TextField(_("description (English)"), blank=True)
    type_words = models.CharField(
        _("type in words"),
        max_length=60,
        blank=True,
        help_text=_("What it is, as people say it: 水泥厂, 扇形机车库."),
    )
    type = term_key(Vocabulary.TYPE, verbose_name=_("type"))
    extent = term_key(Vocabulary.EXTENT, verbose_name=_("extent"))
    theme = term_key(Vocabulary.THEME, verbose_name=_("theme"))
    industry = term_key(Vocabulary.INDUSTRY, verbose_name=_("industry (GB/T 4754)"))
    industry_words = models.CharField(_("industry in words"), max_length=80, blank=True)
    census_class = term_key(Vocabulary.CENSUS_CLASS, verbose_name=_("census class"))
    eras = ParentalManyToManyField(
        Term,
        verbose_name=_("eras"),
        blank=True,
        limit_choices_to={"vocabulary": Vocabulary.ERA.value},
        related_name="+",
    )
    condition = term_key(Vocabulary.CONDITION, verbose_name=_("condition"))
    condition_note = models.CharField(_("condition in words"), max_length=300, blank=True)
    values = ParentalManyToManyField(
        Term,
        verbose_name=_("values"),
        blank=True,
        limit_choices_to={"vocabulary": Vocabulary.VALUE.value},
        related_name="+",
    )
    values_note = models.TextField(_("values in words"), blank=True)
    current_use = models.CharField(_("present use"), max_length=200, blank=True)
    recognition = models.CharField(
        _("recognition"), max_length=24, choices=Recognition.choices, default=Recognition.NOT_RECORDED
    )
    recognition_until_confirmed = models.CharField(
        _("recognition still told until confirmed"),
        max_length=24,
        choices=Recognition.choices,
        blank=True,
        editable=False,
    )
    verification = models.CharField(
        _("verification"), max_length=24, choices=Verification.choices, default=Verification.TO_VERIFY
    )
    absences = models.JSONField(
        _("why a value is missing"), default=dict, blank=True, validators=[validate_absences]
    )
    note = models.TextField(_("note for officers"), blank=True, help_text=_("Internal; never published."))
    sample_key = models.SlugField(
        max_length=60, unique=True, null=True, blank=True, editable=False, allow_unicode=False
    )

    objects = SiteQuerySet.as_manager()

    search_fields = [
        *Record.search_fields,
        index.SearchField("name_zh", boost=5),
        index.AutocompleteField("name_zh"),
        index.SearchField("name_en", boost=2),
        index.SearchField("number", boost=5),
        index.SearchField("description_zh"),
        index.RelatedFields("names", [index.SearchField("name", boost=4)]),
        index.FilterField("recognition"),
    ]

    class Meta:
        verbose_name = _("heritage site")
        verbose_name_plural = _("heritage sites")
        ordering = ["-pk"]
        permissions = record_permissions("heritagesite")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(longitude=None, latitude=None)
                | (
                    models.Q(longitude__range=(-180, 180), latitude__range=(-90, 90))
                    & ~models.Q(coordinate_system="")
                ),
                name="heritage_site_point_is_declared",
            ),
            shape_is_declared("heritage_site_shape_is_declared"),
            models.CheckConstraint(
                condition=models.Q(live=False)
                | (~models.Q(name_zh="") & ~models.Q(recognition=Recognition.CLUE)),
                name="heritage_site_live_is_no_lead",
            ),
            models.CheckConstraint(
                condition=models.Q(earliest_on=None, latest_on=None)
                | models.Q(earliest_on__lte=models.F("latest_on")),
                name="heritage_site_dates_in_order",
            ),
        ]
        indexes = [
            models.Index(fields=["live", "name_pinyin"], name="heritage_site_az"),
            models.Index(fields=["earliest_on"], name="heritage_site_earliest"),
            models.Index(fields=["latitude", "longitude"], name="heritage_site_place"),
        ]

    def __str__(self) -> str:
        return self.name_zh or self.number or str(_("Unnamed site"))

    def save(self, *args, **kwargs) -> None:
        """Draw the record number on the first save."""
        if not self.number:
            self.number = RecordNumber.draw()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        raise_together(super().clean, self.clean_point, self.read_shape, self.clean_parent)

    def clean_parent(self) -> None:
        if self.parent_id and self.parent_id == self.pk:
            raise ValidationError({"parent": _("A site cannot be a part of itself.")})

    def clean_point(self) -> None:
        """Read the typed coordinates in their declared system; keep them and store WGS 84 beside."""
        if not self.typed_coordinates:
            self.longitude = self.latitude = None
            return
        if not self.coordinate_system:
            raise ValidationError(
                {
                    "coordinate_system": _(
                        "Say in which system these coordinates are; without it they are refused."
                    )
                }
            )
        try:
            point = parse_typed_coordinates(self.typed_coordinates, self.coordinate_system)
        except CoordinateError as error:
            raise ValidationError({"typed_coordinates": str(error)}) from error
        self.longitude, self.latitude = point.longitude, point.latitude

    @property
    def public_recognition(self) -> str:
        """The recognition that may be told: that before a step which nobody has confirmed yet."""
        return self.recognition_until_confirmed or self.recognition

    @property
    def is_lead(self) -> bool:
        """Whether it is a lead, or was one until a step that nobody has confirmed yet."""
        return self.recognition == Recognition.CLUE or self.is_lead_until_confirmed

    @property
    def is_lead_until_confirmed(self) -> bool:
        """Whether a step out of the lead waits for its confirmation."""
        is_out = self.recognition != Recognition.CLUE
        return is_out and self.recognition_until_confirmed == Recognition.CLUE


class NameKind(models.TextChoices):
    FORMER = "former", _("Former name")
    CODE = "code", _("Code name")
    ALTERNATIVE = "alternative", _("Also called")
    LISTED = "listed", _("Name as listed")


class NameLanguage(models.TextChoices):
    CHINESE = "zh", _("Chinese")
    ENGLISH = "en", _("English")
    JAPANESE = "ja", _("Japanese")
    RUSSIAN = "ru", _("Russian")
    KOREAN = "ko", _("Korean")


class NameScript(models.TextChoices):
    """ISO 15924."""

    SIMPLIFIED = "Hans", _("Simplified Chinese")
    TRADITIONAL = "Hant", _("Traditional Chinese")
    JAPANESE = "Jpan", _("Japanese script")
    CYRILLIC = "Cyrl", _("Cyrillic")
    LATIN = "Latn", _("Latin script")
    HANGUL = "Kore", _("Korean script")


class SiteName(Dated, RecordPart):
    """Another name of a site, with its period, language and script. None is ever lost."""

    part_of = "site"
    site = ParentalKey(HeritageSite, on_delete=models.CASCADE, related_name="names")
    uid = models.UUIDField(default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=12, choices=NameKind.choices, default=NameKind.FORMER)
    language = models.CharField(
        _("language"), max_length=2, choices=NameLanguage.choices, default=NameLanguage.CHINESE
    )
    script = models.CharField(
        _("script"), max_length=4, choices=NameScript.choices, default=NameScript.SIMPLIFIED
    )
    note = models.CharField(_("note for officers"), max_length=200, blank=True)

    class Meta(RecordPart.Meta):
        verbose_name = _("other name")
        verbose_name_plural = _("other names")

    def __str__(self) -> str:
        return self.name

    @property
    def statement(self) -> str:
        """How a citation refers to this name."""
        return f"name:{self.uid}"


class SitePhotograph(RecordPart):
    """A photograph placed on a site."""

    part_of = "site"
    site = ParentalKey(HeritageSite, on_delete=models.CASCADE, related_name="photographs")
    photograph = models.ForeignKey(
        "media.Photograph",
        verbose_name=_("photograph"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="site_uses",
    )

    class Meta(RecordPart.Meta):
        verbose_name = _("photograph of the site")
        verbose_name_plural = _("photographs of the site")

    def __str__(self) -> str:
        return str(self.photograph or "—")


class SiteCitation(RecordPart, Citation):
    """A source of a site or of one of its statements."""

    part_of = "site"
    site = ParentalKey(HeritageSite, on_delete=models.CASCADE, related_name="citations")

    class Meta(RecordPart.Meta):
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
