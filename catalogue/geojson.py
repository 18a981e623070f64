"""Records as GeoJSON (RFC 7946): WGS 84, a record without a point has `"geometry": null`."""

from collections.abc import Iterable

from django.urls import reverse

from catalogue.result_rows import ResultRow
from catalogue.wording import period_words, place_words, precision_words
from heritage.disclosure import Place, SiteSummary


def site_feature(site: SiteSummary) -> dict:
    """Return one site as a feature; `uncertainty_m` is the radius in metres within which it lies."""
    return {
        "type": "Feature",
        "id": site.number,
        "geometry": _point(site.place),
        "properties": {
            "kind": "site",
            "number": site.number,
            "name": site.name_zh,
            "name_en": site.name_en,
            "url": reverse("site", args=[site.number]),
            "period": period_words(site),
            "place": place_words(site.place),
            "precision": precision_words(site.place),
            "uncertainty_m": site.place.uncertainty_m,
            "to_verify": site.verification == "to_verify",
        },
    }


def row_feature(row: ResultRow) -> dict:
    """Return one hit as a feature; only sites have points."""
    if row.site is not None:
        return site_feature(row.site)
    return {
        "type": "Feature",
        "id": row.url,
        "geometry": None,
        "properties": {
            "kind": row.kind,
            "number": None,
            "name": row.name,
            "name_en": row.name_en,
            "url": row.url,
            "period": row.period,
            "place": row.place,
        },
    }


def collection(features: Iterable[dict], warnings: list[str]) -> dict:
    """Return the features; what was ignored of the question stands beside them (RFC 7946, 6.1)."""
    return {"type": "FeatureCollection", "features": list(features), "warnings": warnings}


def _point(place: Place) -> dict | None:
    if place.longitude is None or place.latitude is None:
        return None
    coordinates = [round(place.longitude, place.decimals), round(place.latitude, place.decimals)]
    return {"type": "Point", "coordinates": coordinates}
