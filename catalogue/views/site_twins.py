"""The record of a site for machines: JSON, linked data, GeoJSON."""

from django.http import HttpRequest, JsonResponse

from catalogue.geojson import site_feature
from catalogue.linked_data import record_jsonld
from catalogue.record_json import record_json
from catalogue.views.addressed import of_a_site
from heritage.disclosure import PublicSite
from search.told import told_site

READABLE = {"ensure_ascii": False, "indent": 1}


@of_a_site(told_site)
def site_json(request: HttpRequest, site: PublicSite) -> JsonResponse:
    """Answer the same record for machines."""
    return JsonResponse(record_json(site), json_dumps_params=READABLE)


@of_a_site(told_site)
def site_jsonld(request: HttpRequest, site: PublicSite) -> JsonResponse:
    """Answer the same record as linked data."""
    return JsonResponse(record_jsonld(site), json_dumps_params=READABLE, content_type="application/ld+json")


@of_a_site(told_site)
def site_geojson(request: HttpRequest, site: PublicSite) -> JsonResponse:
    """Answer the same record as one feature; its geometry is null where no point may be told."""
    return JsonResponse(site_feature(site), json_dumps_params=READABLE, content_type="application/geo+json")
