"""Survey coverage: what has been surveyed, by whom and when, and what could not be entered and why.

Read from surveys whenever it is asked for, never stored; docs/coverage.md.
"""

from heritage.coverage.facts import CoverageState, Group, Obstacle, Part, SiteCoverage, Visit, VisitStanding
from heritage.coverage.records import site_coverages
from heritage.coverage.scopes import Coverage, coverage_of_area, coverage_of_case, coverage_of_site

__all__ = [
    "Coverage",
    "CoverageState",
    "Group",
    "Obstacle",
    "Part",
    "SiteCoverage",
    "Visit",
    "VisitStanding",
    "coverage_of_area",
    "coverage_of_case",
    "coverage_of_site",
    "site_coverages",
]
