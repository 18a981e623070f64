"""The list of all sites, a site's page, and the pages of its components."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from catalogue.component_page import component_page
from catalogue.record_page import record_page
from catalogue.site_index import index_page
from catalogue.site_index_form import page_links, read_index_page
from catalogue.views.addressed import of_a_site, written_number
from heritage.disclosure import (
    PublicSite,
    component_successor,
    disclose,
    disclose_component,
    public_components,
)
from heritage.models import Component, HeritageSite
from search.told import told_site


def site_list(request: HttpRequest) -> HttpResponse:
    """Show a page of all sites by the pinyin of their names."""
    wanted = read_index_page(request.GET)
    page = index_page(wanted.number)
    warnings = wanted.warnings
    if wanted.number > page.count:
        warnings = [
            *warnings,
            _("There is no page %(page)s; this is the last one.") % {"page": wanted.number},
        ]
    context = {"page": page, "warnings": warnings, "pages": page_links(page)}
    return render(request, "catalogue/site_list.html", context)


@of_a_site(told_site)
def site(request: HttpRequest, found: PublicSite) -> HttpResponse:
    """Show a site."""
    return render(request, "catalogue/site_detail.html", {"record": record_page(found)})


def component(request: HttpRequest, number: str, ordinal: int) -> HttpResponse:
    """Show a component of a site, where it was and what became of it; 301 where its site was merged."""
    written = written_number(number)
    found = public_components().filter(site__number=written, ordinal=ordinal).first()
    if found is None:
        moved = get_object_or_404(public_components(), pk=component_successor(written, ordinal))
        return redirect("component", moved.site.number, moved.ordinal, permanent=True)
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
