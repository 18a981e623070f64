"""By when an application for recognition is to be decided, where the installation knows of a term.

No term was found in the text of the 文物认定管理暂行办法; HERITAGE_RECOGNITION_DAYS sets one, none by default.
"""

from datetime import date, timedelta

SATURDAY = 5


def last_working_day(applied_on: date, working_days: int) -> date:
    """Return the last of so many working days after the application.

    Monday to Friday; public holidays are not known here, so that the day is rather too early than too late.
    """
    day = applied_on
    while working_days > 0:
        day += timedelta(days=1)
        working_days -= day.weekday() < SATURDAY
    return day


def last_application(decided_by: date, working_days: int) -> date:
    """Return the last day on which an application is still to be decided by a day, or before it."""
    day = decided_by
    while last_working_day(day, working_days) > decided_by:
        day -= timedelta(days=1)
    return day
