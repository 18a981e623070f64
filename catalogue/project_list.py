"""The list of heritage projects, each with a frieze of its plants."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString

from catalogue.drawings import Drawing, drawing_of
from catalogue.frieze import draw_frieze
from catalogue.labels import in_english
from catalogue.schematics.types import UNKNOWN
from heritage.disclosure import (
    PublicProject,
    SiteSummary,
    disclose_project,
    public_projects,
    site_summaries,
    summarise,
)
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
    outcome: str
    frieze: SafeString
    drawing: SafeString
    site_count: int


def project_cards() -> list[ProjectCard]:
    """Return all public projects with the number of their public sites."""
    projects = [disclose_project(row) for row in public_projects()]
    numbers = numbers_of(projects)
    return cards_of(projects, map(summarise, site_summaries().filter(number__in=numbers)))


def chosen_projects(chosen: Sequence[int], most: int) -> list[PublicProject]:
    """Return the public ones among those chosen by key, in their order; without a choice the earliest."""
    rows = public_projects().order_by("first_published_at", "pk")
    if not chosen:
        return [disclose_project(row) for row in rows[:most]]
    place = {pk: order for order, pk in enumerate(chosen[:most])}
    found = rows.filter(pk__in=place)
    return [disclose_project(row) for row in sorted(found, key=lambda row: place[row.pk])]


def numbers_of(projects: Iterable[PublicProject]) -> list[str]:
    """The numbers of all sites that the cards of the projects draw."""
    return [site.number for project in projects for site in project.sites]


def cards_of(projects: Iterable[PublicProject], sites: Iterable[SiteSummary]) -> list[ProjectCard]:
    """Make the cards; `sites` holds those of `numbers_of`, and may hold others."""
    by_number = {site.number: site for site in sites}
    return [_card(project, _in_order(project, by_number)) for project in projects]


def _in_order(project: PublicProject, sites: Mapping[str, SiteSummary]) -> list[SiteSummary]:
    """The sites of a project in the order of their years."""
    found = [sites[site.number] for site in project.sites if site.number in sites]
    return sorted(found, key=lambda site: (site.earliest_on or date.max, site.number))


def _card(project: PublicProject, sites: Sequence[SiteSummary]) -> ProjectCard:
    return ProjectCard(
        name=in_current_language(project.name_zh, project.name_en),
        url=reverse("project", args=[project.slug]),
        kind_label=str(ProjectKind(project.kind).label),
        place_words=project.division.full_name,
        wording=project.document_29_wording,
        status_in_2014=project.document_29_status,
        outcome=project.outcome_en if in_english() else project.outcome_zh,
        frieze=draw_frieze(sites),
        drawing=_drawing(sites),
        site_count=len(project.sites),
    )


def _drawing(sites: Sequence[SiteSummary]) -> SafeString:
    """The first site of which the type has a drawing; the dashed gable where none has."""
    drawings = [drawing_of(site) for site in sites]
    drawn = next((drawing for drawing in drawings if drawing.key != UNKNOWN), Drawing(UNKNOWN))
    return drawn.svg(thumbnail=True)
