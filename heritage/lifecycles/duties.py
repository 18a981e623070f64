"""What an announcement obliges to, and by when: the “four haves” 四有 and the filing of the announcement."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from heritage.lifecycles.status import ART_23, GRADES
from heritage.models.designations import DesignationLevel

ART_26 = _("Cultural Relics Protection Law, Art. 26")
IMPLEMENTING_8 = _("Implementing Regulations of the Cultural Relics Protection Law, Art. 8")


@dataclass(frozen=True)
class Duty:
    """One thing that must exist; `years` after the approval, None where the law gives no term."""

    key: str
    label: str | Promise
    levels: tuple[str, ...]
    years: int | None
    article: str | Promise


@dataclass(frozen=True)
class DueDuty:
    duty: Duty
    due_on: date | None


#: The “four haves” 四有; of a registered relic three are asked. The filing is a duty beside them.
HAVES = ("zone", "marker", "archive", "custodian")
FILING = "filing"

#: Years that the law gives for what it gives a term.
TERM = 1

REGISTERED = (DesignationLevel.REGISTERED,)
PROTECTED = tuple(level for level in GRADES if level not in REGISTERED)

DUTIES = (
    Duty("zone", _("Protection zone"), PROTECTED, TERM, IMPLEMENTING_8),
    Duty("marker", _("Marker with its description"), PROTECTED, TERM, IMPLEMENTING_8),
    Duty("archive", _("Record archive"), PROTECTED, TERM, IMPLEMENTING_8),
    Duty("custodian", _("Responsible body or person"), PROTECTED, TERM, IMPLEMENTING_8),
    Duty("marker", _("Marker with its description"), REGISTERED, None, ART_26),
    Duty("archive", _("Record archive"), REGISTERED, None, ART_26),
    Duty("custodian", _("Responsible person"), REGISTERED, None, ART_26),
    Duty("filing", _("Filing of the announcement with the authority above"), GRADES[:-1], None, ART_23),
)


def duties_at(level: str, *, approved_on: date | None) -> tuple[DueDuty, ...]:
    """Return what a designation of this level obliges to, each with its last day where both are known."""
    return tuple(
        DueDuty(duty, _years_after(approved_on, duty.years)) for duty in DUTIES if level in duty.levels
    )


def late_if_announced_before(today: date, years: int) -> date:
    """Return the day before which an announcement made what is due `years` after it late by today.

    The inverse of the term: what was announced on 29 February falls due on the 28th.
    """
    try:
        return today.replace(year=today.year - years)
    except ValueError:  # 29 February
        return date(today.year - years, 3, 1)


def _years_after(day: date | None, years: int | None) -> date | None:
    """The corresponding day, or the last of the month where there is none (民法典 202)."""
    if day is None or years is None:
        return None
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return date(day.year + years, 2, 28)
