"""Which sites may be the same thing twice, with the reasons: name, distance, decade, industry."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from math import cos, hypot, radians
from typing import Any

from heritage.geometry import METRES_PER_DEGREE
from heritage.models.quality_flags import FlagKind
from heritage.quality.findings import Finding
from heritage.quality.names import bigrams, likeness
from heritage.quality.neighbours import NEAR_M, Candidate, candidates_for

ALIKE = 0.65
SAME = 1.0
ROUNDED_M = 100  # a point moved by less is no other reason


@dataclass(frozen=True)
class Resemblance:
    """Two sites that may be one. `score` from 0 to 100; its parts are told apart in `reasons`."""

    site: Candidate
    other: Candidate
    score: int
    reasons: dict[str, Any]

    def findings(self) -> list[tuple[Candidate, Finding]]:
        """The same doubt on either site, each naming the other."""
        turned = {**self.reasons, "name": self.reasons["other_name"], "other_name": self.reasons["name"]}
        return [
            (self.site, _finding(self.other, self.reasons | {"score": self.score})),
            (self.other, _finding(self.site, turned | {"score": self.score})),
        ]


def resemblances_of(pks: Collection[int]) -> list[Resemblance]:
    """Return every pair with one of these sites in it, each pair once. Three queries."""
    own, around = candidates_for(pks)
    sharing = _by_bigram(around)
    found: dict[tuple[int, int], Resemblance] = {}
    for site in own:
        for other in _with_shared_bigrams(site, sharing):
            first, second = sorted((site, other), key=lambda row: row.pk)
            if (first.pk, second.pk) not in found and (resemblance := compare(first, second)):
                found[first.pk, second.pk] = resemblance
    return list(found.values())


def compare(site: Candidate, other: Candidate) -> Resemblance | None:
    """Return why two sites may be one, or None.

    Their names are alike, and they lie near each other, or in one division where a point is missing. Under
    the very same name it is enough that they lie in one division. A part is not its whole.
    """
    if site.pk == other.pk or site.is_training != other.is_training:
        return None
    if site.pk == other.parent_id or other.pk == site.parent_id:
        return None
    away = _metres(site, other)
    is_one_division = site.division_id == other.division_id
    is_near = is_one_division if away is None else away <= NEAR_M
    if not is_near and not is_one_division:
        return None
    pairs = ((likeness(one, two), one, two) for one in site.names for two in other.names)
    alike, name, other_name = max(pairs, default=(0.0, "", ""))
    if alike < (ALIKE if is_near else SAME):
        return None
    is_one_decade = _shares_decade(site, other)
    is_one_industry = site.industry_id is not None and site.industry_id == other.industry_id
    nearness = 0.0 if away is None else max(0.0, 1 - away / NEAR_M)
    return Resemblance(
        site,
        other,
        score=round(60 * alike + 25 * nearness + 10 * is_one_decade + 5 * is_one_industry),
        reasons={
            "name": name,
            "other_name": other_name,
            "alike": round(100 * alike),
            "away_m": None if away is None else ROUNDED_M * round(away / ROUNDED_M),
            "decade": is_one_decade,
            "industry": is_one_industry,
        },
    )


def _finding(other: Candidate, reasons: dict[str, Any]) -> Finding:
    return Finding(
        FlagKind.RESEMBLES.value, "name_zh", other.number, {"rule": "resembles", **reasons}, other.pk
    )


def _by_bigram(sites: Iterable[Candidate]) -> dict[str, list[Candidate]]:
    found: dict[str, list[Candidate]] = defaultdict(list)
    for site in sites:
        for pair in frozenset().union(*(bigrams(name) for name in site.names)):
            found[pair].append(site)
    return found


def _with_shared_bigrams(site: Candidate, sharing: dict[str, list[Candidate]]) -> Iterable[Candidate]:
    pairs = frozenset().union(*(bigrams(name) for name in site.names))
    return {other.pk: other for pair in sorted(pairs) for other in sharing[pair]}.values()


def _metres(site: Candidate, other: Candidate) -> float | None:
    """How far apart they lie at the least, their uncertainties taken off."""
    if site.point is None or other.point is None:
        return None
    (east, north), (other_east, other_north) = site.point, other.point
    wide = cos(radians((north + other_north) / 2))
    away = METRES_PER_DEGREE * hypot((east - other_east) * wide, north - other_north)
    return max(0.0, away - site.uncertainty_m - other.uncertainty_m)


def _shares_decade(site: Candidate, other: Candidate) -> bool:
    if not (site.earliest and site.latest and other.earliest and other.latest):
        return False
    begins_before_it_ends = site.earliest.year // 10 <= other.latest.year // 10
    return begins_before_it_ends and other.earliest.year // 10 <= site.latest.year // 10
