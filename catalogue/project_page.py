"""A heritage project's page: its story out of live records, what the paper said, and what is not known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from catalogue.addresses import record_link
from catalogue.body import tell_body
from catalogue.frieze import draw_frieze
from catalogue.lifelines import Lifeline, lifelines
from catalogue.locator_map import LocatorMap, locator_map
from catalogue.result_rows import ResultRow, site_row
from catalogue.source_list import marks_of, source_rows
from heritage.disclosure import (
    LinkedRecord,
    PublicProject,
    SiteLife,
    disclose_area,
    disclose_life,
    disclose_project,
    public_areas,
    site_lives,
)
from heritage.models import HeritageProject
from heritage.models.named import in_current_language
from heritage.models.projects import ProjectKind


@dataclass(frozen=True)
class ProjectPage:
    """What templates/catalogue/project_detail.html shows."""

    name_zh: str
    name_en: str
    kind_label: str
    place_words: str
    area: dict | None
    lead: str
    lead_marks: list[dict]
    frieze: SafeString
    lifelines: list[Lifeline]
    wording: str
    wording_marks: list[dict]
    status_in_2014: str
    outcome: str
    outcome_marks: list[dict]
    rows: list[ResultRow]
    map: LocatorMap | None
    enterprises: list[dict]
    unknowns: list[str]
    sources: list[dict]
    last_changed: object


def project_context(project: HeritageProject, body=None) -> dict:
    """What templates/catalogue/project_detail.html is given: the live records, and what editors add."""
    told = disclose_project(project)
    numbers = [site.number for site in told.sites]
    sites = [disclose_life(site) for site in site_lives().filter(number__in=numbers)]
    area = public_areas().filter(slug=told.area.slug).first() if told.area else None
    neighbours = disclose_area(area).enterprises if area else ()
    return {"project": project_page(told, sites, neighbours), "body": tell_body(body, sites)}


def project_page(
    project: PublicProject, sites: list[SiteLife], neighbours: Iterable[LinkedRecord] = ()
) -> ProjectPage:
    """Put a project, its sites and the enterprises of its area into the words of the page's language."""
    sources = source_rows(project.sources)
    ordered = sorted(sites, key=lambda site: (site.earliest_on or date.max, site.number))
    return ProjectPage(
        name_zh=project.name_zh,
        name_en=project.name_en,
        kind_label=str(ProjectKind(project.kind).label),
        place_words=project.division.full_name,
        area=record_link(project.area) if project.area else None,
        lead=in_current_language(project.description_zh, project.description_en),
        lead_marks=marks_of(sources, project.statement_sources, "description"),
        frieze=draw_frieze(ordered),
        lifelines=lifelines(ordered, timezone.localdate()),
        wording=project.document_29_wording,
        wording_marks=marks_of(sources, project.statement_sources, "document_29_wording"),
        status_in_2014=project.document_29_status,
        outcome=in_current_language(project.outcome_zh, project.outcome_en),
        outcome_marks=marks_of(sources, project.statement_sources, "outcome"),
        rows=[site_row(site) for site in ordered],
        map=locator_map(ordered),
        enterprises=[record_link(row) for row in neighbours],
        unknowns=_unknowns(project, ordered),
        sources=sources,
        last_changed=project.last_changed_at,
    )


def _unknowns(project: PublicProject, sites: list[SiteLife]) -> list[str]:
    """What the records do not say, counted; each sentence follows from a blank field."""
    found = []
    if not project.outcome_zh:
        found.append(pgettext("public site", "What became of the project: not found in the sources used"))
    unlisted = [site for site in sites if not any(row.is_in_force for row in site.designations)]
    if unlisted:
        found.append(
            _("No announced protection in force was found for: %(names)s") % {"names": _names(unlisted)}
        )
    unplaced = [site for site in sites if not site.place.has_point]
    if unplaced:
        found.append(_("No point can be shown for: %(names)s") % {"names": _names(unplaced)})
    undated = [site for site in sites if not site.period_edtf]
    if undated:
        found.append(_("The dating is not established for: %(names)s") % {"names": _names(undated)})
    return found


def _names(sites: list[SiteLife]) -> str:
    return pgettext("list", ", ").join(in_current_language(site.name_zh, site.name_en) for site in sites)
