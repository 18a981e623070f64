"""The extent of a record as a line or an area, beside its point. Internal: no public door tells it."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.geometry import CoordinateError, parse_typed_shape, system_choices
from heritage.models.named import in_current_language


class Shaped(models.Model):
    """A line or an area as it was typed or drawn; the GeoJSON in WGS 84 always follows from it.

    `shape` is a LineString, MultiLineString, Polygon or MultiPolygon, checked by `heritage.geometry`.
    """

    typed_shape = models.TextField(
        _("line or area"),
        blank=True,
        help_text=_(
            "Internal, even where the exact point is shown to the public. Draw it, or give GeoJSON, or one "
            "point a line; for an area repeat the first point at the end, a blank line begins another part."
        ),
    )
    shape_system = models.CharField(
        _("coordinate system of the line or area"), max_length=20, choices=system_choices, blank=True
    )
    shape = models.JSONField(
        _("line or area (GeoJSON, WGS 84)"), null=True, blank=True, default=None, editable=False
    )

    class Meta:
        abstract = True

    def read_shape(self) -> None:
        """Derive the GeoJSON from what was typed; a ValidationError lands at the field at fault."""
        if not self.typed_shape.strip():
            self.shape = None
            return
        if not self.shape_system:
            raise ValidationError(
                {"shape_system": _("Say in which system these coordinates are; without it they are refused.")}
            )
        try:
            self.shape = parse_typed_shape(self.typed_shape, self.shape_system)
        except CoordinateError as error:
            words = in_current_language(error.message_zh, error.message_en)
            raise ValidationError({"typed_shape": words}) from error


def shape_is_declared(name: str) -> models.CheckConstraint:
    """Return the constraint that a shape has a declared coordinate system, as a point has."""
    return models.CheckConstraint(
        condition=models.Q(shape__isnull=True) | ~models.Q(shape_system=""), name=name
    )


def raise_together(*checks: Callable[[], None]) -> None:
    """Run every check and raise what all of them found, so that each fault stands at its field at once."""
    found: dict = {}
    for check in checks:
        try:
            check()
        except ValidationError as error:
            found = error.update_error_dict(found)
    if found:
        raise ValidationError(found)
