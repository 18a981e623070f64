"""Bars that the server draws: places and widths in per cent, so that they fit any screen and paper."""

from heritage.charts.bars import Bar, Segment, bars, stacked

__all__ = ["Bar", "Segment", "bars", "stacked"]
