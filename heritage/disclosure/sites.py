"""What the public may know of a site: a summary for lists, and all of it for its page."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch

from heritage.disclosure.components import PublicComponent, disclose_component, public_components
from heritage.disclosure.designations import PublicDesignation, confirmed_designations, disclose_designations
from heritage.disclosure.parts import (
    Event,
    Identifier,
    Name,
    PublicReuse,
    Visit,
    disclose_events,
    disclose_identifier,
    disclose_name,
    disclose_reuse,
    disclose_surveys,
)
from heritage.disclosure.photographs import PublicPhotograph, disclose_photographs, placed_photographs
from heritage.disclosure.places import Place, disclose_place
from heritage.disclosure.records import (
    OF_A_SITE,
    LinkedRecord,
    RelatedRecord,
    Word,
    is_place_told,
    is_public,
    is_public_record,
    linked,
    may_be_told,
    related_site,
    word,
)
from heritage.disclosure.sources import CitedSource, Disagreement, Evidence
from heritage.models import (
    Enterprise,
    HeritageProject,
    HeritageSite,
    Reuse,
    SiteCitation,
    Survey,
)
from heritage.models.sites import LocationDisclosure, SiteQuerySet

TERMS = ("type", "extent", "theme", "industry", "census_class", "condition")


@dataclass(frozen=True)
class SiteSummary:
    """What a list may say of a site."""

    pk: int
    number: str
    name_zh: str
    name_en: str
    name_pinyin: str
    names: tuple[Name, ...]
    place: Place
    period_text: str
    period_edtf: str
    earliest_on: date | None
    latest_on: date | None
    description_zh: str
    description_en: str
    type_words: str
    industry_words: str
    type: Word | None
    extent: Word | None
    theme: Word | None
    industry: Word | None
    census_class: Word | None
    condition: Word | None
    condition_note: str
    current_use: str
    recognition: str
    verification: str
    absences: dict[str, str]
    designations: tuple[PublicDesignation, ...]
    sources: tuple[CitedSource, ...]
    disagreements: tuple[Disagreement, ...]
    statement_sources: dict[str, tuple[int, ...]]
    last_changed_at: datetime | None


@dataclass(frozen=True)
class SiteLife(SiteSummary):
    """A summary with what happened when."""

    events: tuple[Event, ...]


@dataclass(frozen=True)
class PublicSite(SiteLife):
    """All that the public may know of a site."""

    eras: tuple[Word, ...]
    values: tuple[Word, ...]
    values_note: str
    reuses: tuple[PublicReuse, ...]
    identifiers: tuple[Identifier, ...]
    visits: tuple[Visit, ...]
    components: tuple[PublicComponent, ...]
    projects: tuple[LinkedRecord, ...]
    enterprises: tuple[LinkedRecord, ...]
    parent: RelatedRecord | None
    parts: tuple[RelatedRecord, ...]
    photographs: tuple[PublicPhotograph, ...]

    @property
    def has_photograph(self) -> bool:
        return bool(self.photographs)


def site_summaries() -> SiteQuerySet:
    """Sites of which the public may be told, with what a list needs prefetched."""
    return (
        HeritageSite.objects.filter(is_public())
        .select_related("division__parent__parent", "parent__division", *TERMS)
        .prefetch_related(
            "names",
            Prefetch("citations", SiteCitation.objects.select_related("source")),
            confirmed_designations(),
        )
    )


def site_lives() -> SiteQuerySet:
    """The same, with their events."""
    return site_summaries().prefetch_related("events")


def public_sites() -> SiteQuerySet:
    """Sites of which the public may be told, with all that telling needs prefetched."""
    parts = HeritageSite.objects.filter(is_public()).select_related("division").only(*OF_A_SITE)
    relations: list[Prefetch] = [
        Prefetch("reuses", Reuse.objects.select_related("kind")),
        Prefetch("surveys", Survey.objects.filter(confirmed_on__isnull=False)),
        Prefetch("components", public_components()),
        Prefetch("projects", HeritageProject.objects.filter(is_public_record()).select_related("division")),
        Prefetch("enterprises", Enterprise.objects.filter(is_public_record()).select_related("division")),
        Prefetch("parts", parts),
        Prefetch("photographs", placed_photographs()),
    ]
    return site_lives().prefetch_related("identifiers", "eras", "values", *relations)


def summarise(site: HeritageSite) -> SiteSummary:
    """Return what a list may say of a site; the caller has asked `site_summaries`."""
    return SiteSummary(**_summary(site, _evidence(site)))


def disclose_life(site: HeritageSite) -> SiteLife:
    """Return a summary with the events; the caller has asked `site_lives`."""
    evidence = _evidence(site)
    return SiteLife(**_summary(site, evidence), events=disclose_events(site.events.all(), evidence))


def disclose(site: HeritageSite) -> PublicSite:
    """Return what the public may know of a site; the caller has asked `may_be_told` or `public_sites`.

    Also used for previews of drafts, which only officers of the record's jurisdiction reach.
    """
    evidence = _evidence(site)
    return PublicSite(**_summary(site, evidence), **_details(site, evidence))


def _evidence(site: HeritageSite) -> Evidence:
    """A claim about the place may be more precise than the record: only the source is named then."""
    is_exact = site.location_disclosure == LocationDisclosure.EXACT
    return Evidence.of(site.citations.all(), claims_withheld=() if is_exact else ("place",))


def _summary(site: HeritageSite, evidence: Evidence) -> dict[str, Any]:
    is_dating_told = evidence.tells("dating")
    place = disclose_place(site)
    return {
        "pk": site.pk,
        "number": site.number,
        "name_zh": site.name_zh,
        "name_en": site.name_en,
        "name_pinyin": site.name_pinyin,
        "names": tuple(
            disclose_name(name, evidence) for name in site.names.all() if evidence.tells(name.statement)
        ),
        "place": place if evidence.tells("place") else place.without_point,
        "period_text": evidence.text("dating", site.period_text),
        "period_edtf": evidence.text("dating", site.period_edtf),
        "earliest_on": site.earliest_on if is_dating_told else None,
        "latest_on": site.latest_on if is_dating_told else None,
        "description_zh": evidence.text("description", site.description_zh),
        "description_en": evidence.text("description", site.description_en),
        "type_words": evidence.text("type", site.type_words),
        "industry_words": evidence.text("industry", site.industry_words),
        **{name: word(getattr(site, name)) if evidence.tells(name) else None for name in TERMS},
        "condition_note": evidence.text("condition", site.condition_note),
        "current_use": evidence.text("current_use", site.current_use),
        "recognition": site.public_recognition,
        "verification": site.verification,
        "absences": dict(site.absences),
        "designations": disclose_designations(site.designations.all()) if site.pk else (),
        "sources": evidence.sources,
        "disagreements": evidence.disagreements,
        "statement_sources": evidence.indexes,
        "last_changed_at": site.last_published_at,
    }


def _details(site: HeritageSite, evidence: Evidence) -> dict[str, Any]:
    return {
        "eras": tuple(word(term) for term in site.eras.all()) if evidence.tells("eras") else (),
        "values": tuple(word(term) for term in site.values.all()) if evidence.tells("values") else (),
        "values_note": evidence.text("values", site.values_note),
        "events": disclose_events(site.events.all(), evidence),
        "reuses": tuple(disclose_reuse(row) for row in site.reuses.all()),
        "identifiers": tuple(disclose_identifier(row) for row in site.identifiers.all()),
        "parent": related_site(site.parent) if site.parent and may_be_told(site.parent) else None,
        "photographs": disclose_photographs(site.photographs.all()),
        **(_of_a_saved_site(site) if site.pk else _NOTHING_RELATED),
    }


_NOTHING_RELATED: dict[str, Any] = dict.fromkeys(
    ("visits", "components", "projects", "enterprises", "parts"), ()
)


def _of_a_saved_site(site: HeritageSite) -> dict[str, Any]:
    """What other rows say of a site; what names a district is not tied to a site whose place is hidden."""
    is_tied = is_place_told(site)
    return {
        "visits": disclose_surveys(site.surveys.all()),
        "components": tuple(
            disclose_component(component) for component in site.components.all() if may_be_told(component)
        ),
        "projects": tuple(linked(row) for row in site.projects.all() if is_tied and may_be_told(row)),
        "enterprises": tuple(linked(row) for row in site.enterprises.all() if is_tied and may_be_told(row)),
        "parts": tuple(related_site(part) for part in site.parts.all() if may_be_told(part)),
    }
