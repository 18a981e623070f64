"""Datings of the inventory: words → EDTF → first and last day, and back to words.

Pure: knows no model, no request and no translation catalogue. What is understood, and which bounds
are our own choice, is in docs/dating.md.
"""

from heritage.dating.edtf_bounds import OPEN_BEGINNING, bounds, is_approximate, is_uncertain
from heritage.dating.errors import PeriodError
from heritage.dating.numerals import fold_year_numerals
from heritage.dating.parser import Period, parse_period
from heritage.dating.wording import describe

__all__ = [
    "OPEN_BEGINNING",
    "Period",
    "PeriodError",
    "bounds",
    "describe",
    "fold_year_numerals",
    "is_approximate",
    "is_uncertain",
    "parse_period",
]
