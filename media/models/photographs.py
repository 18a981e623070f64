"""Images and their derivatives. Masters and EXIF are never public; a licence decides the rest."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from media.licences import PUBLISHABLE, Licence
from media.renditions import StrippedFilter


class Photograph(AbstractImage):
    """A photograph, drawing, map or rubbing. Wagtail allows one image model, so `kind` tells."""

    class Kind(models.TextChoices):
        PHOTO = "photo", _("Photograph")
        DRAWING = "drawing", _("Drawing")
        MAP = "map", _("Map")
        RUBBING = "rubbing", _("Rubbing")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.PHOTO)
    caption_zh = models.CharField(_("caption (Chinese)"), max_length=200, blank=True)
    caption_en = models.CharField(_("caption (English)"), max_length=200, blank=True)
    taken_on = models.DateField(_("taken on"), null=True, blank=True)
    photographer = models.CharField(
        _("photographer"), max_length=80, blank=True, help_text=_("Internal; never published.")
    )
    credit = models.CharField(
        _("credit line"), max_length=120, blank=True, help_text=_("Shown with the photograph.")
    )
    licence = models.CharField(_("licence"), max_length=20, choices=Licence.choices, default=Licence.NONE)

    admin_form_fields = (
        *Image.admin_form_fields,
        "kind",
        "caption_zh",
        "caption_en",
        "taken_on",
        "photographer",
        "credit",
        "licence",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("photograph")
        verbose_name_plural = _("photographs")

    @property
    def is_publishable(self) -> bool:
        """Whether its licence and credit line allow it to be shown to the public."""
        return self.licence in PUBLISHABLE and bool(self.credit)

    def generate_rendition_file(self, filter, *, source=None):
        """Make a derivative that holds nothing of what the camera wrote beside the pixels."""
        return super().generate_rendition_file(StrippedFilter(spec=filter.spec), source=source)


class Rendition(AbstractRendition):
    """A derivative. Its address is a view that asks who is looking, not the storage."""

    image = models.ForeignKey(Photograph, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="media_rendition_once"
            )
        ]

    @property
    def url(self) -> str:
        """The address of the checked view."""
        return reverse(settings.MEDIA_FILE_VIEWS["rendition"], args=[self.pk])

    @property
    def full_url(self) -> str:
        """The same with the host, as Wagtail's previews ask for it."""
        return f"{settings.WAGTAILADMIN_BASE_URL}{self.url}"
