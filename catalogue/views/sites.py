"""The list of all sites, a site's page and its twins, and the pages of its components."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseGone, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string

from catalogue.component_page import component_page
from catalogue.geojson import site_feature
from catalogue.linked_data import record_jsonld
from catalogue.record_json import record_json
from catalogue.record_page import record_page
from catalogue.site_index import alphabetical_groups
from heritage.disclosure import PublicSite, disclose, disclose_component, public_components, public_sites
from heritage.models import Component, HeritageSite
from heritage.numbering import normalise_number

READABLE = {"ensure_ascii": False, "indent": 1}


def site_list(request: HttpRequest) -> HttpResponse:
    """Show every site by the pinyin of its name."""
    groups = alphabetical_groups()
    context = {
        "groups": groups,
        "total": sum(len(rows) for _initial, rows in groups),
    }
    return render(request, "catalogue/site_list.html", context)


def site(request: HttpRequest, number: str) -> HttpResponse:
    """Show a site; a number typed in another case leads to the written form."""
    written = _written_number(number)
    if written != number:
        return redirect("site", written, permanent=True)
    found = public_sites().filter(number=written).first()
    if found is None:
        return _gone_or_missing(request, written)
    return render(request, "catalogue/site_detail.html", {"record": record_page(disclose(found))})


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


def component(request: HttpRequest, number: str, ordinal: int) -> HttpResponse:
    """Show a component of a site, where it was and what became of it."""
    found = get_object_or_404(public_components(), site__number=_written_number(number), ordinal=ordinal)
    context = {"component": component_page(disclose_component(found))}
    return render(request, "catalogue/component_detail.html", context)


def preview_site(request: HttpRequest, draft: HeritageSite) -> HttpResponse:
    """Show a draft as its page would read; only officers who may edit it get here."""
    context = {"record": record_page(disclose(draft)), "is_preview": True}
    return render(request, "catalogue/site_detail.html", context)


def preview_component(request: HttpRequest, draft: Component) -> HttpResponse:
    """The same for a component."""
    context = {"component": component_page(disclose_component(draft)), "is_preview": True}
    return render(request, "catalogue/component_detail.html", context)


def _told(number: str) -> PublicSite:
    return disclose(get_object_or_404(public_sites(), number=_written_number(number)))


def _written_number(number: str) -> str:
    written = normalise_number(number)
    if written is None:
        raise Http404
    return written


def _gone_or_missing(request: HttpRequest, number: str) -> HttpResponse:
    """A record that was public and is withdrawn answers 410; one that never was is not there."""
    withdrawn = HeritageSite.objects.filter(
        number=number, live=False, first_published_at__isnull=False, division__is_training=False
    ).first()
    if withdrawn is None:
        raise Http404
    context = {"number": number, "published_on": withdrawn.first_published_at}
    return HttpResponseGone(render_to_string("410.html", context, request))
