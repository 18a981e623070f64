"""Deadlines as a calendar in the format of RFC 5545, which any calendar program can subscribe to."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from heritage.worklist.entries import Entry

REFRESH = "PT6H"  # how often a program should ask, as a duration of ISO 8601


def calendar_of(entries: Iterable[Entry], *, base_url: str, host: str, stamped_at: datetime) -> bytes:
    """Return the calendar of these entries, one whole day each.

    The UID of an event is the key of its entry: a calendar program moves what changed its day.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//jilin-industrial-heritage//deadlines//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _("Deadlines of industrial heritage"))
    calendar.add("x-published-ttl", REFRESH)
    for entry in entries:
        if entry.due_on is not None:
            calendar.add_component(_event(entry, entry.due_on, base_url, host, stamped_at))
    return calendar.to_ical()


def _event(entry: Entry, day: date, base_url: str, host: str, stamped_at: datetime) -> Event:
    url = f"{base_url}{entry.url}"
    event = Event()
    event.add("uid", f"{entry.key}@{host}")
    event.add("dtstamp", stamped_at)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", f"{entry.title}：{entry.words}")
    event.add("description", f"{entry.words}\n{url}")
    event.add("url", url)
    event.add("transp", "TRANSPARENT")
    return event
