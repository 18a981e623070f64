"""Sites that could be the same thing twice, found without comparing every site with every other.

Compared is what lies in the same division, or near a point. Both sides are read alike, so that a pair is
found from either end.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from math import cos, floor, radians

from django.db.models import F, Q

from heritage.geometry import METRES_PER_DEGREE
from heritage.models import HeritageSite, SiteMerge, SiteName

NEAR_M = 2000
FEW = 20  # up to so many points each has a box of its own, more of them share those of a grid
CELL = 0.1  # degrees, about 10 km: a county has some thirty such cells


@dataclass(frozen=True)
class Candidate:
    """What of a site is compared with others. The point in degrees, WGS 84; the radius in metres."""

    pk: int
    number: str
    collection_id: int
    division_id: int
    parent_id: int | None
    is_training: bool
    names: tuple[str, ...]
    point: tuple[float, float] | None
    uncertainty_m: int
    earliest: date | None
    latest: date | None
    industry_id: int | None


def candidates_for(pks: Collection[int]) -> tuple[list[Candidate], list[Candidate]]:
    """Return these sites, and those together with all they are to be compared with. Three queries."""
    own = list(HeritageSite.objects.filter(pk__in=pks).values_list("division_id", "longitude", "latitude"))
    points = [(longitude, latitude) for _division, longitude, latitude in own if longitude is not None]
    around = Q(division_id__in={division for division, *_point in own})
    for west, south, east, north in _boxes(points):
        around |= Q(latitude__range=(south, north), longitude__range=(west, east))
    found = _read(HeritageSite.objects.filter(Q(pk__in=pks) | around))
    wanted = set(pks)
    return [site for site in found if site.pk in wanted], found


def _boxes(points: Sequence[tuple[float, float]]) -> list[tuple[float, float, float, float]]:
    """Boxes around the points, as far as anything near can lie; west, south, east, north in degrees."""
    if len(points) <= FEW:
        return [_widened(longitude, latitude, longitude, latitude) for longitude, latitude in points]
    cells = {(floor(longitude / CELL), floor(latitude / CELL)) for longitude, latitude in points}
    corners = ((column * CELL, row * CELL) for column, row in sorted(cells))
    return [_widened(west, south, west + CELL, south + CELL) for west, south in corners]


def _widened(west: float, south: float, east: float, north: float) -> tuple[float, float, float, float]:
    high = NEAR_M / METRES_PER_DEGREE
    wide = high / cos(radians(min(abs(north) + high, 89)))
    return west - wide, south - high, east + wide, north + high


def _read(sites) -> list[Candidate]:
    """Read the sites with all names they ever had. One merged into another is not there any more."""
    merged = SiteMerge.objects.filter(undone_at=None).values("merged")
    rows = list(
        sites.exclude(pk__in=merged)
        .order_by("pk")
        .values(
            "pk",
            "number",
            "collection_id",
            "division_id",
            "parent_id",
            "live",
            "name_zh",
            "longitude",
            "latitude",
            "uncertainty_m",
            "earliest_on",
            "latest_on",
            "industry_id",
            is_training=F("division__is_training"),
            draft=F("latest_revision__object_str"),
        )
    )
    names: dict[int, list[str]] = defaultdict(list)
    of_these = SiteName.objects.filter(site__in=sites.order_by().values("pk")).order_by("pk")
    for site_id, name in of_these.values_list("site_id", "name"):
        names[site_id].append(name)
    return [
        Candidate(
            pk=row["pk"],
            number=row["number"],
            collection_id=row["collection_id"],
            division_id=row["division_id"],
            parent_id=row["parent_id"],
            is_training=row["is_training"],
            names=_names(row, names[row["pk"]]),
            point=None if row["longitude"] is None else (row["longitude"], row["latitude"]),
            uncertainty_m=row["uncertainty_m"] or 0,
            earliest=row["earliest_on"],
            latest=row["latest_on"],
            industry_id=row["industry_id"],
        )
        for row in rows
    ]


def _names(row: dict, others: list[str]) -> tuple[str, ...]:
    """Its name, of what was never public that of the newest draft, and all other names."""
    name = row["name_zh"] if row["live"] else row["draft"] or row["name_zh"]
    return tuple(dict.fromkeys(filter(None, (name, *others))))
