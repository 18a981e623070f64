"""The dated events of a site's life: for the drawn time line and for the list."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from catalogue.designation_words import identity
from catalogue.labels import in_english
from catalogue.source_list import marks_of
from catalogue.wording import edtf_words, period_words
from heritage.disclosure import Event, SiteLife
from heritage.models.events import EventKind

BEGINNINGS = {EventKind.FOUNDED, EventKind.CONSTRUCTION_START, EventKind.BUILT, EventKind.COMPLETED}
UNSURE = "~?%X"


def event_rows(site: SiteLife, sources: list[dict]) -> list[dict]:
    """Return the events in the order of time: the dating, what happened since, and the announcements."""
    rows = [_event(event, site, sources) for event in site.events]
    if site.earliest_on and not any(_says_the_dating(event, site) for event in site.events):
        rows.append(_dating(site, sources))
    if not any(event.kind == EventKind.LISTED for event in site.events):
        rows += _announcements(site)
    return sorted(rows, key=lambda row: (row["earliest_year"] is None, row["sort_on"]))


def _says_the_dating(event: Event, site: SiteLife) -> bool:
    return event.kind in BEGINNINGS and event.earliest_on == site.earliest_on


def _event(event: Event, site: SiteLife, sources: list[dict]) -> dict:
    kind = str(EventKind(event.kind).label)
    words = (event.words_en if in_english() else event.words_zh) or kind
    by_index = {source["index"]: source for source in sources}
    return {
        **_row(words, event),
        "kind": event.kind,
        "marks": [by_index[index] for index in event.source_indexes],
    }


def _dating(site: SiteLife, sources: list[dict]) -> dict:
    marks = marks_of(sources, site.statement_sources, "dating")
    return _row(_("built"), site) | {"kind": "dating", "marks": marks}


def _row(label: str, dated: Event | SiteLife) -> dict:
    return {
        "label": label,
        "period": period_words(dated),
        "earliest_year": dated.earliest_on.year if dated.earliest_on else None,
        "latest_year": dated.latest_on.year if dated.latest_on else None,
        "is_approximate": any(mark in dated.period_edtf for mark in UNSURE),
        "sort_on": dated.earliest_on.toordinal() if dated.earliest_on else 0,
    }


def _announcements(site: SiteLife) -> list[dict]:
    """One event a decree whose day is known, with all that it made of the site."""
    by_decree: dict[tuple[date, str], list[str]] = {}
    for row in site.designations:
        if row.decree and row.decree.announced_on and not row.is_to_verify:
            paper = (row.decree.announced_on, row.decree.announced_edtf)
            by_decree.setdefault(paper, []).append(identity(row).tag)
    return [
        {
            "label": pgettext("public site", "listed: %(what)s")
            % {"what": pgettext("list", ", ").join(dict.fromkeys(what))},
            "period": edtf_words(edtf or day.isoformat()),
            "earliest_year": day.year,
            "latest_year": day.year,
            "is_approximate": False,
            "sort_on": day.toordinal(),
            "kind": EventKind.LISTED,
            "marks": None,
        }
        for (day, edtf), what in by_decree.items()
    ]
