"""What is owed after a find during works, by when, and whether it is late (文物保护法 46). Pure: asks nothing."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from heritage.models.finds import Find

ART_46 = _("Cultural Relics Protection Law, Art. 46")


@dataclass(frozen=True)
class FindDeadline:
    """One thing that is owed. `due`: a moment, or a day that counts to its end; None where it cannot be told.

    `done`: the moment or day on which it was done, None while it was not.
    """

    key: str
    label: str | Promise
    due: datetime | date | None
    done: datetime | date | None
    article: str | Promise = ART_46

    def is_late(self, now: datetime) -> bool:
        """Whether it was done after its time, or is not done and its time is past."""
        return self.due is not None and _end_of(self.done or now) > _end_of(self.due)


def find_deadlines(find: Find) -> tuple[FindDeadline, ...]:
    """Return what is owed: on site in 24 hours, opinion in 7 days, of an important find also 15 days.

    The day of the report does not count (民法典 201). The State Council's department has its 15 days from
    when it received the report.
    """
    reported_on = timezone.localdate(find.reported_at)
    owed = (
        FindDeadline(
            "on_site",
            _("The department on site within 24 hours"),
            find.reported_at + timedelta(hours=24),
            find.on_site_at,
        ),
        FindDeadline(
            "opinion",
            _("The opinion of the department within 7 days"),
            reported_on + timedelta(days=7),
            find.opinion_on,
        ),
    )
    if not find.is_important:
        return owed
    received = find.reported_up_on
    return (
        *owed,
        FindDeadline(
            "state_report", _("Reported to the State Council's department at once"), reported_on, received
        ),
        FindDeadline(
            "state_opinion",
            _("The opinion of the State Council's department within 15 days of its receipt"),
            received + timedelta(days=15) if received else None,
            find.state_opinion_on,
        ),
    )


def _end_of(moment: datetime | date) -> datetime:
    """The moment itself; of a day its last."""
    if isinstance(moment, datetime):
        return moment
    return timezone.make_aware(datetime.combine(moment, time.max))
