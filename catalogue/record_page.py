"""A site's page as values: everything in it comes out of the disclosed record."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from catalogue.addresses import record_link, site_link
from catalogue.citations import Citations, citations_of
from catalogue.claims import disagreement_rows
from catalogue.designation_words import Identity, identity
from catalogue.drawings import detailed_drawing_of
from catalogue.labels import in_english
from catalogue.photographs import Picture, pictures
from catalogue.record_events import event_rows
from catalogue.record_parts import (
    arrival_row,
    component_row,
    name_row,
    reuse_row,
    type_line,
    visit_row,
    word_label,
)
from catalogue.related_records import related_rows
from catalogue.source_list import marks_of, source_rows
from catalogue.timeline import timeline_svg
from catalogue.wording import period_words, place_words, precision_words, unknowns
from heritage.disclosure import PublicSite, arrivals
from heritage.models.events import IdentifierScheme
from heritage.models.named import in_current_language
from heritage.models.sites import Recognition, Verification


@dataclass(frozen=True)
class RecordPage:
    """What the template of a record shows; see templates/catalogue/site_detail.html."""

    number: str
    name_zh: str
    name_en: str
    name_pinyin: str
    names: list[dict]
    type_line: str
    period: str
    place_words: str
    precision_words: str
    uncertainty_m: int | None
    point: tuple[str, str] | None
    description: list[list[dict]]
    description_lang: str
    designations: list[Identity]
    components: list[dict]
    reuses: list[dict]
    identifiers: list[dict]
    visits: list[dict]
    projects: list[dict]
    enterprises: list[dict]
    arrivals: list[dict]
    related: list[dict]
    sources: list[dict]
    disagreements: list[dict]
    pictures: list[Picture]
    unknowns: list[str]
    to_verify: bool
    recognition_label: str
    parent: dict | None
    children: list[dict]
    current_use: str
    condition_label: str
    condition_note: str
    values_label: str
    values_note: str
    last_changed: object
    citations: Citations
    address: str
    printed_on: date
    twins: list[dict]
    schematic: SafeString
    schematic_notes: list[str]
    events: list[dict]
    timeline: SafeString


def record_page(site: PublicSite) -> RecordPage:
    """Put a disclosed record into the words of the page's language."""
    place = site.place
    drawing = detailed_drawing_of(site)
    sources = source_rows(site.sources)
    events = event_rows(site, sources)
    changed_on = timezone.localdate(site.last_changed_at) if site.last_changed_at else None
    return RecordPage(
        number=site.number,
        name_zh=site.name_zh,
        name_en=site.name_en,
        name_pinyin=site.name_pinyin,
        names=[name_row(name, sources) for name in site.names],
        type_line=type_line(site),
        period=period_words(site),
        place_words=place_words(place),
        precision_words=precision_words(place),
        uncertainty_m=place.uncertainty_m,
        point=_point(site),
        description=_description(site, sources),
        description_lang="en" if _reads_english(site) else "zh-Hans",
        designations=[identity(row, sources) for row in site.designations],
        components=[component_row(component) for component in site.components],
        reuses=[reuse_row(reuse) for reuse in site.reuses],
        identifiers=[
            {
                "label": str(IdentifierScheme(row.scheme).label),
                "value": row.value,
                "issued_by": row.issued_by,
            }
            for row in site.identifiers
        ],
        visits=[visit_row(visit) for visit in site.visits],
        projects=[record_link(project) for project in site.projects],
        enterprises=[record_link(enterprise) for enterprise in site.enterprises],
        arrivals=[arrival_row(component) for component in arrivals(site)],
        related=related_rows(site),
        sources=sources,
        disagreements=disagreement_rows(site.disagreements, sources),
        pictures=pictures(site.photographs, in_current_language(site.name_zh, site.name_en)),
        unknowns=[*unknowns(site), *_unknown_identities(site)],
        to_verify=site.verification == Verification.TO_VERIFY,
        recognition_label=str(Recognition(site.recognition).label),
        parent=site_link(site.parent) if site.parent else None,
        children=[site_link(part) for part in site.parts],
        current_use=site.current_use,
        condition_label=word_label(site.condition),
        condition_note=site.condition_note,
        values_label=pgettext("list", ", ").join(word_label(value) for value in site.values),
        values_note=site.values_note,
        last_changed=changed_on,
        citations=citations_of(site),
        address=f"{settings.WAGTAILADMIN_BASE_URL}{reverse('site', args=[site.number])}",
        printed_on=timezone.localdate(),
        twins=_twins(site),
        schematic=drawing.svg(),
        schematic_notes=drawing.notes(),
        events=events,
        timeline=timeline_svg(events, timezone.localdate()),
    )


def _twins(site: PublicSite) -> list[dict]:
    return [
        {"label": label, "url": reverse(name, args=[site.number]), "media_type": media_type}
        for label, name, media_type in (
            ("JSON", "site_json", "application/json"),
            ("JSON-LD", "site_jsonld", "application/ld+json"),
            ("GeoJSON", "site_geojson", "application/geo+json"),
        )
    ]


def _unknown_identities(site: PublicSite) -> list[str]:
    if not site.designations:
        return [
            pgettext(
                "public site", "Protection: no announcement was found; this does not mean that there is none"
            )
        ]
    return [
        pgettext("public site", "%(scheme)s: the level or its paper is still to be verified")
        % {"scheme": in_current_language(row.scheme_zh, row.scheme_en)}
        for row in site.designations
        if row.is_to_verify
    ]


def _point(site: PublicSite) -> tuple[str, str] | None:
    place = site.place
    if not place.has_point:
        return None
    return f"{place.longitude:.{place.decimals}f}", f"{place.latitude:.{place.decimals}f}"


def _reads_english(site: PublicSite) -> bool:
    return bool(in_english() and site.description_en)


def _description(site: PublicSite, sources: list[dict]) -> list[list[dict]]:
    """Paragraphs of segments in the language of the page, the Chinese where there is no other.

    The sources of the description as a whole stand behind its last word.
    """
    text = site.description_en if _reads_english(site) else site.description_zh
    paragraphs = [paragraph.strip() for paragraph in text.splitlines() if paragraph.strip()]
    marks = marks_of(sources, site.statement_sources, "description")
    last = len(paragraphs) - 1
    return [
        [{"text": paragraph, "marks": marks if position == last else []}]
        for position, paragraph in enumerate(paragraphs)
    ]
