"""Doubts about the place: the rule of the inventory's form, asked of every record again."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from heritage.geometry import Whereabouts, point_geometry, whereabouts
from heritage.models.quality_flags import FlagKind
from heritage.quality.facts import SiteFacts
from heritage.quality.findings import Found, Rule

DECIMALS = 4  # degrees, about 10 m: a finer change is no other place


def outside_division(site: SiteFacts) -> Iterable[Found]:
    return _places(site, Whereabouts.OUTSIDE_DIVISION)


def outside_province(site: SiteFacts) -> Iterable[Found]:
    return _places(site, Whereabouts.OUTSIDE_PROVINCE)


def _places(site: SiteFacts, wanted: Whereabouts) -> Iterable[Found]:
    """The point and the shapes of a site and of its components that lie where they are not expected."""
    values: dict[str, Any] = {"division": site.division_name, "code": site.division_code}
    if site.point and whereabouts(point_geometry(*site.point), site.outline) is wanted:
        at = [round(degrees, DECIMALS) for degrees in site.point]
        yield Found("typed_coordinates", "point", values | {"what": "", "at": at})
    for row in site.shapes:
        if whereabouts(row.geometry, site.outline) is wanted:
            field = "components" if row.pk else "typed_shape"
            about = f"component:{row.pk}" if row.pk else "shape"
            yield Found(field, about, values | {"what": row.name, "component_pk": row.pk})


PLACE_RULES = (
    Rule(
        "outside_division",
        FlagKind.OUTSIDE_DIVISION,
        _("%(what)s lies outside %(division)s. Check the values, the system and the division."),
        outside_division,
    ),
    Rule(
        "outside_province",
        FlagKind.OUTSIDE_DIVISION,
        _("%(what)s lies outside 121–132° E, 40–47° N. Check the values and the system."),
        outside_province,
    ),
)
