"""Heritage projects, old industrial areas, enterprises and their relocation."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from catalogue.area_page import area_page, sites_of_area
from catalogue.enterprise_page import enterprise_page, relocation_groups
from catalogue.pages import ProjectPage
from catalogue.project_list import project_cards
from catalogue.project_page import project_context
from catalogue.views.gone import gone
from heritage.disclosure import (
    disclose_area,
    disclose_enterprise,
    public_areas,
    public_enterprises,
    public_projects,
)
from heritage.models import Enterprise, HeritageProject, IndustrialArea

PROJECT = "catalogue/project_detail.html"


def project_list(request: HttpRequest) -> HttpResponse:
    """Show all heritage projects."""
    return render(request, "catalogue/project_list.html", {"projects": project_cards()})


def project(request: HttpRequest, slug: str) -> HttpResponse:
    """Tell the story of a project from its live records and what editors add.

    The address is that of its page, which stays when the record takes another; the record's leads there.
    """
    page = ProjectPage.objects.filter(slug=slug).first()
    key = {"pk": page.project_id} if page else {"slug": slug}
    found = public_projects().filter(**key).first()
    if found is None:
        return _gone_or_missing(request, key)
    page = page or ProjectPage.objects.filter(project=found).first()
    if page and page.slug != slug:
        return redirect("project", page.slug, permanent=True)
    return render(request, PROJECT, project_context(found, page.body if page and page.live else None))


def preview_project(request: HttpRequest, draft: HeritageProject) -> HttpResponse:
    """Show a draft as its page would read; only officers who may edit it get here."""
    page = ProjectPage.objects.filter(project=draft.pk, live=True).first()
    context = project_context(draft, page.body if page else None)
    return render(request, PROJECT, {**context, "is_preview": True})


def area_list(request: HttpRequest) -> HttpResponse:
    """Show the old industrial areas of Document 29."""
    areas = [area_page(disclose_area(row)) for row in public_areas()]
    return render(request, "catalogue/area_list.html", {"areas": areas})


def area(request: HttpRequest, slug: str) -> HttpResponse:
    return _area(request, get_object_or_404(public_areas(), slug=slug))


def preview_area(request: HttpRequest, draft: IndustrialArea) -> HttpResponse:
    return _area(request, draft, is_preview=True)


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


def _area(request: HttpRequest, found: IndustrialArea, *, is_preview: bool = False) -> HttpResponse:
    told = disclose_area(found)
    context = {"area": area_page(told, sites_of_area(told)), "is_preview": is_preview}
    return render(request, "catalogue/area_detail.html", context)


def _gone_or_missing(request: HttpRequest, key: dict) -> HttpResponse:
    """A project that was public and is withdrawn answers 410; one that never was is not there."""
    withdrawn = HeritageProject.objects.filter(
        **key, live=False, first_published_at__isnull=False, division__is_training=False
    ).first()
    if withdrawn is None:
        raise Http404
    return gone(request, withdrawn.first_published_at)
