"""The outline of a division, by which places are checked. It never leaves the house."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.geometry import CoordinateError, validate_geojson_geometry
from heritage.geometry.typed_shapes import AREAS
from heritage.models.divisions import Division
from heritage.models.named import in_current_language


class DivisionOutline(models.Model):
    """A polygon as an administrator loaded it: GeoJSON, WGS 84. None ships with the product.

    A row of its own, so that no list of divisions reads thousands of positions. 地图管理条例 (2015), article
    15: an outline is shown only once its map has a review number, so nothing here is ever shown.
    """

    division = models.OneToOneField(
        Division, verbose_name=_("division"), on_delete=models.CASCADE, related_name="outline"
    )
    geometry = models.JSONField(_("outline (GeoJSON, WGS 84)"))
    loaded_at = models.DateTimeField(_("loaded at"), auto_now=True)

    class Meta:
        verbose_name = _("outline of a division")
        verbose_name_plural = _("outlines of divisions")

    def __str__(self) -> str:
        return str(self.division)

    def clean(self) -> None:
        """Accept a polygon or several, and nothing else."""
        super().clean()
        try:
            checked = validate_geojson_geometry(self.geometry)
            if checked["type"] not in AREAS:
                raise CoordinateError("not_geometry", checked["type"], "Polygon, MultiPolygon")
        except CoordinateError as error:
            words = in_current_language(error.message_zh, error.message_en)
            raise ValidationError({"geometry": words}) from error
        self.geometry = checked
