"""Where a record lies, as precisely as it may be told."""

from dataclasses import dataclass, replace
from math import ceil, hypot, log10

from heritage.geometry import METRES_PER_DEGREE, snap
from heritage.models import Division, HeritageSite
from heritage.models.sites import LocationDisclosure

SNAP_DEGREES: dict[str, float | None] = {
    LocationDisclosure.EXACT: None,
    LocationDisclosure.GRID_100M: 0.001,
    LocationDisclosure.GRID_5KM: 0.05,
}


@dataclass(frozen=True)
class Place:
    """A place as it may be told: a point of WGS 84 in degrees with its radius of doubt in metres."""

    division: Division | None
    longitude: float | None
    latitude: float | None
    uncertainty_m: int | None
    decimals: int
    precision: str

    @property
    def has_point(self) -> bool:
        return self.longitude is not None

    @property
    def without_point(self) -> "Place":
        return replace(self, longitude=None, latitude=None, uncertainty_m=None, decimals=0)


def disclose_place(site: HeritageSite) -> Place:
    """Tell the point as `snapped_point` does, with the division unless even that is hidden."""
    precision = site.location_disclosure
    division = None if precision == LocationDisclosure.HIDDEN else site.division
    point = snapped_point(site.longitude, site.latitude, site.uncertainty_m, precision)
    return replace(point, division=division)


def snapped_point(
    longitude: float | None, latitude: float | None, uncertainty_m: int | None, precision: str
) -> Place:
    """Snap a point to the chosen precision; the stated radius is never smaller than the snap."""
    if longitude is None or latitude is None or precision not in SNAP_DEGREES:
        return Place(None, None, None, None, 0, precision)
    step = SNAP_DEGREES[precision]
    if step:
        longitude, latitude = snap(longitude, latitude, step)
    half_diagonal = hypot(step, step) / 2 * METRES_PER_DEGREE if step else 0
    uncertainty = max(uncertainty_m or 0, round(half_diagonal)) or None
    return Place(None, longitude, latitude, uncertainty, _decimals(uncertainty, step), precision)


def _decimals(uncertainty_m: int | None, step: float | None) -> int:
    """No more decimals of a degree than the uncertainty and the snap allow: 0.001° is about 100 m."""
    steps = [(10, 5), (100, 4), (1_000, 3), (10_000, 2)]
    known = next((decimals for limit, decimals in steps if (uncertainty_m or 0) < limit), 1)
    return min(known, ceil(-log10(step))) if step else known
