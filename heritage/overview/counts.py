"""The numbers of a desk by collection, from aggregates: no more queries for 50,000 sites than for three.

The gates of cases are the exception: they are computed case by case, of no more than
`heritage.gates.cases.MOST_CASES` (see there), and still in a constant number of queries.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef

from heritage.coverage.counted import counted_surveys
from heritage.four_haves import FourHavesCounts, four_haves_counts
from heritage.gates.cases import CaseReading, read_first_cases
from heritage.lifecycles.status import GRADES
from heritage.models import Designation, HeritageSite, RelocationCase
from heritage.models.designations import SchemeStanding
from heritage.models.gate_overrides import GateKey
from heritage.models.sites import Recognition

#: The four haves by the words of `FourHavesCounts`; `late` overlaps `partly` and `none`.
HAVES = ("complete", "partly", "none", "late")


@dataclass(frozen=True)
class DivisionCounts:
    """What some collections hold. `levels` and `haves` count identities as a relic, all else sites or cases.

    `gates`: how many cases stand so at a gate, by gate and GateState. `alarms`: cases with an alarm.
    """

    sites: int
    surveyed: int
    recognised: int
    levels: dict[str, int]
    haves: dict[str, int]
    cases: int
    gates: dict[tuple[str, str], int]
    closed: dict[str, int]
    alarms: int

    @property
    def unsurveyed(self) -> int:
        return self.sites - self.surveyed

    @property
    def relics(self) -> int:
        return sum(self.levels.values())


@dataclass(frozen=True)
class OverviewCounts:
    """The tallies of all collections of a desk. `is_cut`: there are more cases than were read."""

    sites: Counter[tuple[int, bool, bool]]  # (collection, is surveyed, is recognised) → how many
    levels: Counter[tuple[int, str]]
    haves: dict[int, FourHavesCounts]
    cases: tuple[CaseReading, ...]
    is_cut: bool

    def within(self, collection_ids: Iterable[int]) -> DivisionCounts:
        """Add up the numbers of these collections."""
        ids = set(collection_ids)
        sites = [(key, count) for key, count in self.sites.items() if key[0] in ids]
        cases = [reading for reading in self.cases if reading.case.collection_id in ids]
        haves = [counts for collection, counts in self.haves.items() if collection in ids]
        return DivisionCounts(
            sites=sum(count for _key, count in sites),
            surveyed=sum(count for (_pk, is_surveyed, _r), count in sites if is_surveyed),
            recognised=sum(count for (_pk, _s, is_recognised), count in sites if is_recognised),
            levels={level: sum(self.levels[pk, level] for pk in ids) for level in GRADES},
            haves={name: sum(getattr(counts, name) for counts in haves) for name in HAVES},
            cases=len(cases),
            gates=Counter((gate.key, str(gate.state.value)) for reading in cases for gate in reading.gates),
            closed={gate: sum(reading.is_closed(gate) for reading in cases) for gate in GateKey.values},
            alarms=sum(bool(reading.alarms) for reading in cases),
        )


def overview_counts(collection_ids: Iterable[int]) -> OverviewCounts:
    """Return the tallies of these collections: four aggregates, and the evidence of the cases."""
    ids = list(collection_ids)
    cases, is_cut = read_first_cases(RelocationCase.objects.filter(collection_id__in=ids))
    return OverviewCounts(
        sites=_sites(ids),
        levels=_levels(ids),
        haves=four_haves_counts(ids),
        cases=tuple(cases),
        is_cut=is_cut,
    )


def _sites(ids: list[int]) -> Counter[tuple[int, bool, bool]]:
    rows = (
        HeritageSite.objects.filter(collection_id__in=ids)
        .annotate(is_surveyed=Exists(counted_surveys().filter(site=OuterRef("pk"))))
        .order_by()
        .values_list("collection_id", "is_surveyed", "recognition")
        .annotate(count=Count("pk"))
    )
    found: Counter[tuple[int, bool, bool]] = Counter()
    for collection, is_surveyed, recognition, count in rows:
        found[collection, bool(is_surveyed), recognition == Recognition.RECOGNISED] += count
    return found


def _levels(ids: list[int]) -> Counter[tuple[int, str]]:
    """Identities as a relic that are in force, confirmed or not, by their level."""
    relics = Designation.objects.in_force().filter(
        collection_id__in=ids, scheme__standing=SchemeStanding.RELIC
    )
    rows = relics.order_by().values_list("collection_id", "level").annotate(count=Count("pk"))
    return Counter({(collection, level): count for collection, level, count in rows})
