"""The record of a site for machines: JSON, linked data, GeoJSON."""

from django.http import Http404, HttpRequest, JsonResponse

from catalogue.geojson import site_feature
from catalogue.linked_data import record_jsonld
from catalogue.record_json import record_json
from catalogue.views.addressed import written_number
from heritage.disclosure import PublicSite
from search.told import told_site

READABLE = {"ensure_ascii": False, "indent": 1}


def site_json(request: HttpRequest, number: str) -> JsonResponse:
    """Answer the same record for machines."""
    return JsonResponse(record_json(_told(number)), json_dumps_params=READABLE)


def site_jsonld(request: HttpRequest, number: str) -> JsonResponse:
    """Answer the same record as linked data."""
    return JsonResponse(
        record_jsonld(_told(number)), json_dumps_params=READABLE, content_type="application/ld+json"
    )


def site_geojson(request: HttpRequest, number: str) -> JsonResponse:
    """Answer the same record as one feature; its geometry is null where no point may be told."""
    return JsonResponse(
        site_feature(_told(number)), json_dumps_params=READABLE, content_type="application/geo+json"
    )


def _told(number: str) -> PublicSite:
    if found := told_site(written_number(number)):
        return found
    raise Http404
