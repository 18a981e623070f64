"""The list of heritage projects, each with a frieze of its plants."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString

from catalogue.frieze import draw_frieze
from heritage.disclosure import disclose_project, public_projects, site_summaries, summarise
from heritage.models.named import in_current_language
from heritage.models.projects import ProjectKind


@dataclass(frozen=True)
class ProjectCard:
    name: str
    url: str
    kind_label: str
    place_words: str
    wording: str
    status_in_2014: str
    frieze: SafeString
    site_count: int


def project_cards() -> list[ProjectCard]:
    """Return the public projects with the number of their public sites."""
    projects = [disclose_project(project) for project in public_projects()]
    numbers = [site.number for project in projects for site in project.sites]
    sites = {site.number: summarise(site) for site in site_summaries().filter(number__in=numbers)}
    return [
        ProjectCard(
            name=in_current_language(project.name_zh, project.name_en),
            url=reverse("project", args=[project.slug]),
            kind_label=str(ProjectKind(project.kind).label),
            place_words=project.division.full_name,
            wording=project.document_29_wording,
            status_in_2014=project.document_29_status,
            frieze=draw_frieze([sites[site.number] for site in project.sites if site.number in sites]),
            site_count=len(project.sites),
        )
        for project in projects
    ]
