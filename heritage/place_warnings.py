"""What is to be said of a place that may be wrong: beside its field, after saving, and in quality flags."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from heritage.geometry import Whereabouts, point_geometry, whereabouts
from heritage.models import Component, Division, DivisionOutline, HeritageSite

PlacedRecord = HeritageSite | Component


@dataclass(frozen=True)
class PlaceWarning:
    """A sentence for the officer and the field it belongs to. Nothing is refused for it."""

    field: str
    message: str


def place_warnings(record: PlacedRecord) -> list[PlaceWarning]:
    """Return what is doubtful about the point and the shape of a record, as it holds them.

    One query where there is a place, none without.
    """
    division = division_of(record)
    places = {"typed_coordinates": _point_of(record), "typed_shape": record.shape}
    return [
        PlaceWarning(field, message)
        for field, geometry in places.items()
        if geometry and (message := warning_about(geometry, division))
    ]


def warning_about(geometry: dict[str, Any], division: Division | None) -> str:
    """Return the warning about a GeoJSON geometry (WGS 84) in a division, blank where there is none."""
    match whereabouts(geometry, outline_of(division)):
        case Whereabouts.OUTSIDE_DIVISION:
            return _(
                "This lies outside %(division)s. Check the values, the system and the division; "
                "it can be saved."
            ) % {"division": division}
        case Whereabouts.OUTSIDE_PROVINCE if geometry["type"] == "Point":
            return _(
                "This point lies outside 121–132° E, 40–47° N. "
                "Check the values and the system; it can be saved."
            )
        case Whereabouts.OUTSIDE_PROVINCE:
            return _(
                "A part of this lies outside 121–132° E, 40–47° N. "
                "Check the values and the system; it can be saved."
            )
    return ""


def outline_of(division: Division | None) -> dict[str, Any] | None:
    """Return the outline that was loaded for the division, or None."""
    if division is None:
        return None
    return DivisionOutline.objects.filter(division=division).values_list("geometry", flat=True).first()


def division_of(record: PlacedRecord) -> Division | None:
    """Return the division of a record, also of a component not saved yet: it is that of its site."""
    if isinstance(record, Component) and record.site_id:
        return record.site.division
    return record.division if record.division_id else None


def _point_of(record: PlacedRecord) -> dict[str, Any] | None:
    if isinstance(record, Component) or record.longitude is None or record.latitude is None:
        return None
    return point_geometry(record.longitude, record.latitude)
