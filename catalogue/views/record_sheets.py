"""Beside a site's page: how to cite it, its public history, and a sheet for printing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from catalogue.addresses import site_link
from catalogue.citations import CITATION_FILES, citations_of
from catalogue.record_history import history_page
from catalogue.record_page import record_page
from catalogue.views.addressed import among, of_a_site
from heritage.disclosure import (
    PublicSite,
    RelatedRecord,
    public_history,
    site_summaries,
    summarise,
)
from heritage.models import HeritageSite
from search.told import told_site


@of_a_site(among(site_summaries))
def site_cite(request: HttpRequest, site: HeritageSite) -> HttpResponse:
    """Show the forms of citing a site; with `?format=bib` or `ris`, send one as a file."""
    citations = citations_of(summarise(site))
    wanted = request.GET.get("format", "")
    if file := CITATION_FILES.get(wanted):
        return HttpResponse(
            getattr(citations, file.form),
            content_type=f"{file.media_type}; charset=utf-8",
            headers={
                "Content-Disposition": f'attachment; filename="{site.number}.{wanted}"',
                "X-Robots-Tag": "noindex",
            },
        )
    context = {
        "site": site_link(RelatedRecord(site.number, site.name_zh, site.name_en)),
        "citations": citations,
        "files": CITATION_FILES,
        "warnings": [
            _("“%(value)s” is no usable value of “%(name)s” and was ignored.")
            % {"value": wanted[:60], "name": "format"}
        ]
        if wanted
        else [],
    }
    return render(request, "catalogue/site_cite.html", context)


@of_a_site(among(site_summaries))
def site_history(request: HttpRequest, site: HeritageSite) -> HttpResponse:
    """Tell when a site was published and what the public could see change."""
    page = history_page(summarise(site), public_history(site))
    return render(request, "catalogue/site_history.html", {"record": page})


@of_a_site(told_site)
def site_print(request: HttpRequest, site: PublicSite) -> HttpResponse:
    """Show all of a site on A4, without a script."""
    return render(request, "catalogue/site_print.html", {"record": record_page(site)})
