"""Dates that contradict each other: only what is certain from the bounds, whatever within them is true."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from heritage.models.events import EventKind
from heritage.models.quality_flags import FlagKind
from heritage.models.sites import NameKind
from heritage.quality.facts import EventFact, SiteFacts, Span
from heritage.quality.findings import Found, Rule

#: What cannot be before a plant is founded. Not: what was found, planned, bought or built for it.
AFTER_FOUNDING = (
    EventKind.OPENED,
    EventKind.PRODUCTION_START,
    EventKind.FIRST_PRODUCT,
    EventKind.EXTENDED,
    EventKind.RENAMED,
    EventKind.CLOSED,
    EventKind.REBUILT,
    EventKind.DESTROYED,
)
#: What cannot be after the last closing. A closed plant may still open again as a museum.
BEFORE_CLOSING = (EventKind.FOUNDED, EventKind.FIRST_PRODUCT, EventKind.PRODUCTION_START)
#: What cannot be after it was destroyed: nothing is rebuilt on its site (文物保护法 33).
BEFORE_DESTRUCTION = (EventKind.OPENED, EventKind.EXTENDED, *BEFORE_CLOSING)
BORNE = (NameKind.FORMER, NameKind.CODE)


def before_founding(site: SiteFacts) -> Iterable[Found]:
    """Events before every date that is given for the founding."""
    founded = site.events_of(EventKind.FOUNDED)
    for event in site.events_of(*AFTER_FOUNDING):
        if founded and all(event.span.is_certainly_before(first.span) for first in founded):
            yield _events(event, founded[0])


def built_before_begun(site: SiteFacts) -> Iterable[Found]:
    begun = site.events_of(EventKind.CONSTRUCTION_START)
    for event in site.events_of(EventKind.BUILT, EventKind.COMPLETED):
        if begun and all(event.span.is_certainly_before(start.span) for start in begun):
            yield _events(event, begun[0])


def after_closing(site: SiteFacts) -> Iterable[Found]:
    return _after_the_last(site, EventKind.CLOSED, BEFORE_CLOSING)


def after_destruction(site: SiteFacts) -> Iterable[Found]:
    return _after_the_last(site, EventKind.DESTROYED, BEFORE_DESTRUCTION)


def name_before_founding(site: SiteFacts) -> Iterable[Found]:
    """A former or code name that was given up before every founding that is known."""
    founded = site.events_of(EventKind.FOUNDED)
    for name in site.names:
        is_early = founded and all(name.span.is_certainly_before(first.span) for first in founded)
        if is_early and name.kind in BORNE:
            yield Found("names", name.uid, _dates({"name": name.name}, name.span, founded[0].span))


def name_after_destruction(site: SiteFacts) -> Iterable[Found]:
    destroyed = site.events_of(EventKind.DESTROYED)
    for name in site.names:
        is_late = destroyed and all(last.span.is_certainly_before(name.span) for last in destroyed)
        if is_late and name.kind in BORNE:
            yield Found("names", name.uid, _dates({"name": name.name}, name.span, destroyed[0].span))


def surveyed_before_built(site: SiteFacts) -> Iterable[Found]:
    for survey in site.surveys:
        if survey.on.is_certainly_before(site.dating):
            yield Found("surveys", str(survey.pk), _dates({"survey_pk": survey.pk}, survey.on, site.dating))


def listed_before_built(site: SiteFacts) -> Iterable[Found]:
    for row in site.designations:
        if row.decree and row.decree.announced.is_certainly_before(site.dating):
            values = _dates({"designation": row.words}, row.decree.announced, site.dating)
            yield Found("designations", str(row.pk), values)


def superseded_before_listed(site: SiteFacts) -> Iterable[Found]:
    """A designation that gave way to one whose decree is older than its own."""
    for row in site.designations:
        if row.decree and row.superseded_by.is_certainly_before(row.decree.announced):
            values = _dates({"designation": row.words}, row.superseded_by, row.decree.announced)
            yield Found("designations", str(row.pk), values)


def reused_before_built(site: SiteFacts) -> Iterable[Found]:
    for reuse in site.reuses:
        if reuse.span.is_certainly_before(site.dating):
            yield Found("reuses", reuse.words, _dates({"reuse": reuse.words}, reuse.span, site.dating))


def _after_the_last(site: SiteFacts, end: EventKind, kinds: tuple[EventKind, ...]) -> Iterable[Found]:
    ends = site.events_of(end)
    for event in site.events_of(*kinds):
        if ends and all(last.span.is_certainly_before(event.span) for last in ends):
            yield _events(event, ends[-1])


def _events(event: EventFact, other: EventFact) -> Found:
    values = {"event": event.kind, "other_event": other.kind}
    return Found("events", event.uid, _dates(values, event.span, other.span))


def _dates(values: dict[str, Any], found: Span, other: Span) -> dict[str, Any]:
    return {**values, "when": str(found), "other_when": str(other)}


_KIND = FlagKind.DATES_CONTRADICT
_OF_EVENTS = _("“%(event)s” (%(when)s) lies before “%(other_event)s” (%(other_when)s).")
_AFTER = _("“%(event)s” (%(when)s) lies after “%(other_event)s” (%(other_when)s).")
DATE_RULES = (
    Rule("before_founding", _KIND, _OF_EVENTS, before_founding),
    Rule("built_before_begun", _KIND, _OF_EVENTS, built_before_begun),
    Rule("after_closing", _KIND, _AFTER, after_closing),
    Rule("after_destruction", _KIND, _AFTER, after_destruction),
    Rule(
        "name_before_founding",
        _KIND,
        _("The name “%(name)s” (%(when)s) was given up before the founding (%(other_when)s)."),
        name_before_founding,
    ),
    Rule(
        "name_after_destruction",
        _KIND,
        _("The name “%(name)s” (%(when)s) was borne only after the destruction (%(other_when)s)."),
        name_after_destruction,
    ),
    Rule(
        "surveyed_before_built",
        _KIND,
        _("The survey of %(when)s lies before the dating of the site (%(other_when)s)."),
        surveyed_before_built,
    ),
    Rule(
        "listed_before_built",
        _KIND,
        _("The designation “%(designation)s” (%(when)s) is older than the site's dating (%(other_when)s)."),
        listed_before_built,
    ),
    Rule(
        "superseded_before_listed",
        _KIND,
        _("“%(designation)s” (%(other_when)s) was superseded by a decree that is older (%(when)s)."),
        superseded_before_listed,
    ),
    Rule(
        "reused_before_built",
        _KIND,
        _("The reuse “%(reuse)s” (%(when)s) ended before the dating of the site (%(other_when)s)."),
        reused_before_built,
    ),
)
