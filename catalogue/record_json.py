"""The JSON twins of pages: the same facts, from the same disclosure."""

from django.urls import reverse

from catalogue.addresses import component_address
from catalogue.evidence_json import disagreements_json, photographs_json, sources_json
from catalogue.wording import place_words, precision_words
from heritage.disclosure import (
    LinkedRecord,
    Neighbour,
    Place,
    PublicComponent,
    PublicDesignation,
    PublicSite,
    RelatedRecord,
    Word,
    arrivals,
    neighbours,
)

LICENCE = "CC BY 4.0"


def record_json(site: PublicSite) -> dict:
    """Return the record as plain values; a place without a point has `"point": null`."""
    return {
        "kind": "site",
        "number": site.number,
        "url": reverse("site", args=[site.number]),
        "name": site.name_zh,
        "name_en": site.name_en,
        "name_pinyin": site.name_pinyin,
        "names": [
            {
                "name": name.name,
                "kind": name.kind,
                "language": name.language,
                "script": name.script,
                "period": _period(name),
                "sources": list(name.source_indexes),
            }
            for name in site.names
        ],
        "dating": _dating(site),
        "place": _place(site.place),
        "description": site.description_zh,
        "description_en": site.description_en,
        "type_words": site.type_words,
        "industry_words": site.industry_words,
        **{
            name: _word(getattr(site, name))
            for name in ("type", "extent", "theme", "industry", "census_class", "condition")
        },
        "eras": [_word(era) for era in site.eras],
        "values": [_word(value) for value in site.values],
        "values_note": site.values_note,
        "condition_note": site.condition_note,
        "current_use": site.current_use,
        "recognition": site.recognition,
        "verification": site.verification,
        "absences": site.absences,
        "events": [
            {
                "kind": event.kind,
                "words": event.words_zh,
                "words_en": event.words_en,
                "dating": _dating(event),
                "sources": list(event.source_indexes),
            }
            for event in site.events
        ],
        "designations": [_designation(row) for row in site.designations],
        "identifiers": [
            {"scheme": row.scheme, "value": row.value, "issued_by": row.issued_by} for row in site.identifiers
        ],
        "reuses": [
            {
                "kind": _word(reuse.kind),
                "words": reuse.words_zh,
                "words_en": reuse.words_en,
                "openness": reuse.openness,
                "granted_by": reuse.granted_by,
                "period": _period(reuse),
            }
            for reuse in site.reuses
        ],
        "surveys": [
            {"surveyed_on": visit.surveyed_on.isoformat(), "purpose": visit.purpose} for visit in site.visits
        ],
        "components": [component_json(component) for component in site.components],
        "projects": [linked_json(project) for project in site.projects],
        "enterprises": [linked_json(enterprise) for enterprise in site.enterprises],
        "part_of": related_json(site.parent) if site.parent else None,
        "parts": [related_json(part) for part in site.parts],
        "arrivals": [arrival_json(component) for component in arrivals(site)],
        "related": [neighbour_json(neighbour) for neighbour in neighbours(site)],
        "photographs": photographs_json(site.photographs),
        "sources": sources_json(site.sources),
        "statement_sources": {name: list(indexes) for name, indexes in site.statement_sources.items()},
        "disagreements": disagreements_json(site.disagreements),
        "last_changed_at": site.last_changed_at.isoformat() if site.last_changed_at else None,
        "licence": LICENCE,
    }


def component_json(component: PublicComponent) -> dict:
    return {
        "kind": "component",
        "ordinal": component.ordinal,
        "url": component_address(component),
        "name": component.name_zh,
        "name_en": component.name_en,
        "component_kind": component.kind,
        "type": _word(component.type),
        "quantity": component.quantity,
        "dating": _dating(component),
        "description": component.description_zh,
        "description_en": component.description_en,
        "destiny": component.destiny,
        "destiny_since": component.destiny_on_edtf,
        "received_by": component.received_by_zh,
        "moved_to": related_json(component.moved_to) if component.moved_to else None,
        "sources": sources_json(component.sources),
        "disagreements": disagreements_json(component.disagreements),
    }


def arrival_json(component: PublicComponent) -> dict:
    """A component that is here now, and the site where it stood."""
    return {
        "url": component_address(component),
        "name": component.name_zh,
        "name_en": component.name_en,
        "stood_at": related_json(component.site),
    }


def neighbour_json(neighbour: Neighbour) -> dict:
    """A related record; `shared_project` is null where it lies in the same prefecture."""
    return related_json(neighbour.record) | {"shared_project": neighbour.project or None}


def related_json(record: RelatedRecord) -> dict:
    return {
        "number": record.number,
        "url": reverse("site", args=[record.number]),
        "name": record.name_zh,
        "name_en": record.name_en,
    }


def linked_json(record: LinkedRecord) -> dict:
    return {
        "kind": record.kind,
        "url": reverse(record.kind, args=[record.slug]),
        "name": record.name_zh,
        "name_en": record.name_en,
    }


def _place(place: Place) -> dict:
    return {
        "division": place.division.code if place.division else None,
        "words": place_words(place),
        "precision": place.precision,
        "precision_words": precision_words(place),
        "uncertainty_m": place.uncertainty_m,
        "point": {
            "crs": "EPSG:4326",
            "longitude": round(place.longitude, place.decimals),
            "latitude": round(place.latitude, place.decimals),
        }
        if place.longitude is not None and place.latitude is not None
        else None,
    }


def _designation(row: PublicDesignation) -> dict:
    decree = row.decree
    return {
        "scheme": row.scheme,
        "scheme_name": row.scheme_zh,
        "scheme_name_en": row.scheme_en,
        "standing": row.standing,
        "level": row.level,
        "level_words": row.level_words,
        "status": row.status,
        "in_force": row.is_in_force,
        "to_verify": row.is_to_verify,
        "name_as_listed": row.name_as_listed,
        "batch": row.batch,
        "list_number": row.list_number,
        "component": row.component or None,
        "confidence": row.confidence,
        "decree": {
            "document_number": decree.document_number or None,
            "issued_by": decree.issued_by_zh or None,
            "issued_by_en": decree.issued_by_en or None,
            "announced": decree.announced_edtf
            or (decree.announced_on.isoformat() if decree.announced_on else None),
        }
        if decree
        else None,
        "sources": list(row.sources),
    }


def _dating(dated) -> dict:
    return {
        "text": dated.period_text,
        "edtf": dated.period_edtf,
        "not_before": dated.earliest_on.isoformat() if dated.earliest_on else None,
        "not_after": dated.latest_on.isoformat() if dated.latest_on else None,
    }


def _period(dated) -> dict:
    return {"text": dated.period_text, "edtf": dated.period_edtf}


def _word(word: Word | None) -> dict | None:
    return {"code": word.code, "label": word.label_zh, "label_en": word.label_en} if word else None
