"""How a province, a city or a county stands: counted in aggregates, drawn, told apart by division."""

from heritage.overview.counts import DivisionCounts, OverviewCounts, overview_counts
from heritage.overview.figures import Overview, overview_of

__all__ = ["DivisionCounts", "Overview", "OverviewCounts", "overview_counts", "overview_of"]
