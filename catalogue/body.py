"""The body of an editorial page as its template shows it: words in the page's language, and live records.

Records are read once for the whole body. One that is not public any more leaves no trace on the page; the
editor is told in the form (`catalogue.hidden_records`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from catalogue.addresses import site_link
from catalogue.labels import in_english
from catalogue.lifelines import lifelines
from catalogue.locator_map import locator_map
from catalogue.photographs import Picture, pictures
from catalogue.record_events import event_rows
from catalogue.result_rows import site_row
from catalogue.source_list import source_rows
from catalogue.timeline import timeline_svg
from heritage.disclosure import (
    PublicPhotograph,
    RelatedRecord,
    SiteLife,
    disclose_life,
    may_be_named,
    site_lives,
    tell_photographs,
)


@dataclass(frozen=True)
class Words:
    """A text, and its language where that is not the page's."""

    text: str | SafeString
    language: str = ""


@dataclass(frozen=True)
class Part:
    """A block that has something to show, and what its template is given."""

    kind: str
    shown: Any

    @property
    def template(self) -> str:
        return f"catalogue/blocks/{self.kind}.html"


@dataclass(frozen=True)
class Given:
    """What the whole body has in common: the records that may be told, and those of its project."""

    sites: Mapping[int, SiteLife]
    of_project: Sequence[SiteLife]
    photographs: Mapping[int, PublicPhotograph]

    def told(self, chosen: Iterable, *, or_project: bool = False) -> list[SiteLife]:
        """The public ones among the chosen records, each once, in their order."""
        pks = dict.fromkeys(row.pk for row in chosen if row)
        if not pks and or_project:
            return list(self.of_project)
        return [self.sites[pk] for pk in pks if pk in self.sites]


def tell_body(body, of_project: Sequence[SiteLife] = ()) -> list[Part]:
    """Return the parts of a body that have something to show."""
    if not body:
        return []
    known = {site.pk: site for site in of_project}
    wanted = {row.pk for row in chosen_records(body)} - set(known)
    if wanted:
        known |= {site.pk: disclose_life(site) for site in site_lives().filter(pk__in=wanted)}
    photographs = [
        row for block in body if block.block_type == "gallery" for row in block.value["photographs"] if row
    ]
    given = Given(known, of_project, {row.pk: row for row in tell_photographs(photographs)})
    told = ((block.block_type, TELLERS[block.block_type](block.value, given)) for block in body)
    return [Part(kind, shown) for kind, shown in told if shown]


def chosen_records(body) -> list:
    """Return the heritage sites that an editor chose anywhere in a body, public or not."""
    return [
        row
        for block in body or ()
        if "records" in getattr(block.value, "keys", tuple)()
        for row in block.value["records"]
        if row
    ]


def _words(value: Mapping, *, is_rich: bool = False) -> Words:
    english = str(value["en"] or "")
    is_english = in_english() and bool(english.strip())
    text = english if is_english else str(value["zh"] or "")
    language = "zh-Hans" if in_english() and not is_english else ""
    # Rich text was cleaned by the editor's whitelist of features when it was saved.
    return Words(mark_safe(text) if is_rich else text, language)  # noqa: S308 — as said above


def _heading(value: Mapping, given: Given) -> Words:
    return _words(value)


def _prose(value: Mapping, given: Given) -> dict:
    rests_on = [_link(site) for site in given.told(value["records"])]
    return {"words": _words(value, is_rich=True), "records": rests_on}


def _records(value: Mapping, given: Given) -> list:
    return [site_row(site) for site in given.told(value["records"])]


def _map(value: Mapping, given: Given):
    return locator_map(given.told(value["records"], or_project=True))


def _timeline(value: Mapping, given: Given) -> dict | None:
    """One record is dimensioned in years; several are drawn side by side."""
    sites = given.told(value["records"], or_project=True)
    today = timezone.localdate()
    if len(sites) != 1:
        lives = lifelines(sites, today)
        return {"lives": lives} if lives else None
    (site,) = sites
    events = event_rows(site, source_rows(site.sources))
    if not events:
        return None
    return {"record": _link(site), "drawing": timeline_svg(events, today), "events": events}


def _gallery(value: Mapping, given: Given) -> list[Picture]:
    """Those of which derivatives are made; a picture without a caption is named by its kind alone."""
    chosen = (given.photographs.get(row.pk) for row in value["photographs"] if row)
    return pictures(filter(None, chosen), _("the inventory"))


def _quotation(value: Mapping, given: Given) -> dict | None:
    source = value["source"]
    if source is None or not may_be_named(source):
        return None
    return {
        "words": _words(value),
        "title": source.title,
        "url": source.url,
        "reference": "" if source.url else source.reference,
        "locator": value["locator"],
    }


def _unknowns(value: Mapping, given: Given) -> list[Words]:
    return [_words(sentence) for sentence in value["sentences"]]


def _link(site: SiteLife) -> dict:
    return site_link(RelatedRecord(site.number, site.name_zh, site.name_en))


TELLERS: dict[str, Callable[[Mapping, Given], Any]] = {
    "heading": _heading,
    "prose": _prose,
    "records": _records,
    "map": _map,
    "timeline": _timeline,
    "gallery": _gallery,
    "quotation": _quotation,
    "unknowns": _unknowns,
}
