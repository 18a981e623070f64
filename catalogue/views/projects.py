"""Heritage projects, old industrial areas, enterprises and their relocation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from catalogue.area_page import area_page
from catalogue.enterprise_page import enterprise_page, relocation_groups
from catalogue.project_list import project_cards
from catalogue.project_page import project_page
from heritage.disclosure import (
    disclose,
    disclose_area,
    disclose_enterprise,
    disclose_project,
    public_areas,
    public_enterprises,
    public_projects,
    public_sites,
)
from heritage.models import Enterprise, HeritageProject, IndustrialArea


def project_list(request: HttpRequest) -> HttpResponse:
    """Show all heritage projects."""
    return render(request, "catalogue/project_list.html", {"projects": project_cards()})


def project(request: HttpRequest, slug: str) -> HttpResponse:
    """Tell the story of a project from its live records."""
    return _project(request, get_object_or_404(public_projects(), slug=slug))


def preview_project(request: HttpRequest, draft: HeritageProject) -> HttpResponse:
    """Show a draft as its page would read; only officers who may edit it get here."""
    return _project(request, draft, is_preview=True)


def area_list(request: HttpRequest) -> HttpResponse:
    """Show the old industrial areas of Document 29."""
    areas = [area_page(disclose_area(row)) for row in public_areas()]
    return render(request, "catalogue/area_list.html", {"areas": areas})


def area(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(public_areas(), slug=slug)
    return render(request, "catalogue/area_detail.html", {"area": area_page(disclose_area(found))})


def preview_area(request: HttpRequest, draft: IndustrialArea) -> HttpResponse:
    context = {"area": area_page(disclose_area(draft)), "is_preview": True}
    return render(request, "catalogue/area_detail.html", context)


def enterprise(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(public_enterprises(), slug=slug)
    context = {"enterprise": enterprise_page(disclose_enterprise(found))}
    return render(request, "catalogue/enterprise_detail.html", context)


def preview_enterprise(request: HttpRequest, draft: Enterprise) -> HttpResponse:
    context = {"enterprise": enterprise_page(disclose_enterprise(draft)), "is_preview": True}
    return render(request, "catalogue/enterprise_detail.html", context)


def relocation(request: HttpRequest) -> HttpResponse:
    """Show the enterprises that leave their areas, at the stage that is known."""
    pages = [enterprise_page(disclose_enterprise(row)) for row in public_enterprises()]
    context = {"groups": relocation_groups(pages), "total": len(pages)}
    return render(request, "catalogue/relocation.html", context)


def _project(request: HttpRequest, found: HeritageProject, *, is_preview: bool = False) -> HttpResponse:
    told = disclose_project(found)
    numbers = [site.number for site in told.sites]
    sites = [disclose(site) for site in public_sites().filter(number__in=numbers)]
    context = {"project": project_page(told, sites), "is_preview": is_preview}
    return render(request, "catalogue/project_detail.html", context)
