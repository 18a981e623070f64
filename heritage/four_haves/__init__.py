"""The “four haves” 四有: what each designation in force obliges to, read from evidence, never stored."""

from heritage.four_haves.counting import FourHavesCounts, four_haves_counts
from heritage.four_haves.open_duties import OpenDuty, count_open_duties, open_duties
from heritage.four_haves.readings import DutyReading, DutyState, is_complete, read_duties
from heritage.four_haves.records import duties_of

__all__ = [
    "DutyReading",
    "DutyState",
    "FourHavesCounts",
    "OpenDuty",
    "count_open_duties",
    "duties_of",
    "four_haves_counts",
    "is_complete",
    "open_duties",
    "read_duties",
]
