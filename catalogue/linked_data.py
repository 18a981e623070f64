"""A record as JSON-LD with its context inline: schema.org for search engines, CIDOC-CRM for museums."""

from django.conf import settings
from django.urls import reverse

from heritage.disclosure import Event, PublicPhotograph, PublicSite
from media.licences import DEEDS

LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
CONTEXT = {
    "schema": "https://schema.org/",
    "crm": "http://www.cidoc-crm.org/cidoc-crm/",
    "name": {"@id": "schema:name", "@container": "@set"},
    "alternateName": {"@id": "schema:alternateName", "@container": "@set"},
    "description": {"@id": "schema:description", "@container": "@set"},
    "identifier": "schema:identifier",
    "license": {"@id": "schema:license", "@type": "@id"},
    "dateModified": "schema:dateModified",
    "geo": "schema:geo",
    "latitude": "schema:latitude",
    "longitude": "schema:longitude",
    "containedInPlace": "schema:containedInPlace",
    "isPartOf": {"@id": "schema:isPartOf", "@type": "@id"},
    "hasPart": {"@id": "schema:hasPart", "@type": "@id"},
    "citation": "schema:citation",
    "image": "schema:image",
    "contentUrl": {"@id": "schema:contentUrl", "@type": "@id"},
    "caption": "schema:caption",
    "creditText": "schema:creditText",
    "timeSpan": "crm:P4_has_time-span",
    "wasPresentAt": "crm:P12i_was_present_at",
    "broughtIntoExistenceBy": "crm:P92i_was_brought_into_existence_by",
    "rightsBy": "crm:P104_is_subject_to",
    "beginOfTheBegin": "crm:P82a_begin_of_the_begin",
    "endOfTheEnd": "crm:P82b_end_of_the_end",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
}


def record_jsonld(site: PublicSite) -> dict:
    """Return the graph of one record; what is not known is absent, never guessed."""
    address = _absolute(reverse("site", args=[site.number]))
    graph = {
        "@context": CONTEXT,
        "@id": address,
        "@type": ["schema:LandmarksOrHistoricalBuildings", "crm:E24_Physical_Human-Made_Thing"],
        "identifier": site.number,
        "name": _texts(site.name_zh, site.name_en),
        "alternateName": [{"@value": name.name, "@language": name.language} for name in site.names],
        "description": _texts(site.description_zh, site.description_en),
        "containedInPlace": _place(site),
        "geo": _point(site),
        "broughtIntoExistenceBy": {"@type": "crm:E12_Production", "timeSpan": _span(site)}
        if site.period_edtf
        else None,
        "wasPresentAt": [_event(event) for event in site.events],
        "rightsBy": [
            {"@type": "crm:E30_Right", "label": f"{row.scheme_zh} {row.name_as_listed}".strip()}
            for row in site.designations
            if row.is_in_force
        ],
        "isPartOf": _absolute(reverse("site", args=[site.parent.number])) if site.parent else None,
        "hasPart": [_absolute(reverse("site", args=[part.number])) for part in site.parts],
        "image": [_image(photograph) for photograph in site.photographs if photograph.renditions],
        "citation": [source.url or source.title for source in site.sources],
        "dateModified": site.last_changed_at.isoformat() if site.last_changed_at else None,
        "license": LICENCE_ADDRESS,
    }
    return {name: value for name, value in graph.items() if value not in (None, [], "")}


def _image(photograph: PublicPhotograph) -> dict:
    """The largest derivative that every reader opens, with its credit line and the deed of its licence."""
    largest = [rendition for rendition in photograph.renditions if rendition.format == "jpeg"][-1:]
    found = {
        "@type": "schema:ImageObject",
        "contentUrl": _absolute(largest[0].url) if largest else None,
        "caption": _texts(photograph.caption_zh, photograph.caption_en),
        "creditText": photograph.credit,
        "license": DEEDS.get(photograph.licence),
    }
    return {name: value for name, value in found.items() if value}


def _texts(chinese: str, english: str) -> list[dict]:
    pairs = ((chinese, "zh-Hans"), (english, "en"))
    return [{"@value": text, "@language": language} for text, language in pairs if text]


def _place(site: PublicSite) -> dict | None:
    division = site.place.division
    if division is None:
        return None
    return {
        "@type": "schema:AdministrativeArea",
        "identifier": division.code,
        "name": _texts("".join(above.name_zh for above in division.chain), division.name_en),
    }


def _point(site: PublicSite) -> dict | None:
    place = site.place
    if place.longitude is None or place.latitude is None:
        return None
    return {
        "@type": "schema:GeoCoordinates",
        "longitude": round(place.longitude, place.decimals),
        "latitude": round(place.latitude, place.decimals),
    }


def _event(event: Event) -> dict:
    found = {
        "@type": "crm:E5_Event",
        "label": event.words_zh or event.kind,
        "timeSpan": _span(event) if event.period_edtf else None,
    }
    return {name: value for name, value in found.items() if value}


def _span(dated: Event | PublicSite) -> dict:
    span = {
        "@type": "crm:E52_Time-Span",
        "label": dated.period_edtf,
        "beginOfTheBegin": dated.earliest_on.isoformat() if dated.earliest_on else None,
        "endOfTheEnd": dated.latest_on.isoformat() if dated.latest_on else None,
    }
    return {name: value for name, value in span.items() if value}


def _absolute(path: str) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL}{path}"
