"""A heritage project's page: its story out of live records, what the paper said, and what is not known."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from catalogue.addresses import record_link
from catalogue.frieze import draw_frieze
from catalogue.lifelines import Lifeline, lifelines
from catalogue.result_rows import ResultRow, site_row
from catalogue.source_list import marks_of, source_rows
from heritage.disclosure import PublicProject, PublicSite
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
    unknowns: list[str]
    sources: list[dict]
    last_changed: object


def project_page(project: PublicProject, sites: list[PublicSite]) -> ProjectPage:
    """Put a disclosed project and its disclosed sites into the words of the page's language."""
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
        unknowns=_unknowns(project, ordered),
        sources=sources,
        last_changed=project.last_changed_at,
    )


def _unknowns(project: PublicProject, sites: list[PublicSite]) -> list[str]:
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


def _names(sites: list[PublicSite]) -> str:
    return pgettext("list", ", ").join(in_current_language(site.name_zh, site.name_en) for site in sites)
