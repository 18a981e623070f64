"""What the screens and the evidence sheet of coverage show, beside the coverage itself."""

from dataclasses import dataclass

from django.utils.functional import cached_property

from heritage.charts import Segment, stacked
from heritage.coverage.drawing import CoverageMap, draw_coverage, number_of
from heritage.coverage.facts import CoverageState, Part, SiteCoverage
from heritage.coverage.scopes import Coverage


@dataclass(frozen=True)
class SiteRow:
    """A site of the list with its number on the map, and the enterprises to which it belongs."""

    number: int
    site: SiteCoverage
    enterprises: tuple[str, ...]

    @property
    def parts(self) -> list[tuple[str, Part]]:
        return [(number_of(self.number, part), part) for part in self.site.parts]


class CoverageScreen:
    """A coverage made ready for a template."""

    def __init__(self, coverage: Coverage) -> None:
        self.coverage = coverage

    @cached_property
    def map(self) -> CoverageMap | None:
        return draw_coverage(self.coverage.sites)

    @cached_property
    def rows(self) -> list[SiteRow]:
        return [
            SiteRow(number, site, tuple(group.name for group in self.coverage.groups if site in group.sites))
            for number, site in enumerate(self.coverage.sites, start=1)
        ]

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """The components by state; what is lost is not counted."""
        counts = self.coverage.part_counts
        return stacked(
            (state.value, state.label, counts[state])
            for state in CoverageState
            if state != CoverageState.GONE
        )

    @property
    def gone_count(self) -> int:
        return self.coverage.part_counts[CoverageState.GONE]

    @property
    def percentage(self) -> str:
        """The share of the known components that are surveyed, rounded down: a hundred means all."""
        known = self.coverage.known_count
        return f"{100 * self.coverage.surveyed_count // known if known else 0}%"
