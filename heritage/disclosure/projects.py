"""What the public may know of a heritage project: what the paper said, and what became of it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from heritage.disclosure.records import (
    OF_A_SITE,
    LinkedRecord,
    RelatedRecord,
    is_public,
    is_public_record,
    linked,
    may_be_told,
    related_sites,
)
from heritage.disclosure.sources import CitedSource, Evidence
from heritage.models import Division, HeritageProject, HeritageSite, ProjectCitation


@dataclass(frozen=True)
class PublicProject:
    """`sites` holds public ones only, and is what every count counts."""

    pk: int
    slug: str
    name_zh: str
    name_en: str
    kind: str
    division: Division
    area: LinkedRecord | None
    document_29_wording: str
    document_29_status: str
    description_zh: str
    description_en: str
    outcome_zh: str
    outcome_en: str
    sites: tuple[RelatedRecord, ...]
    sources: tuple[CitedSource, ...]
    statement_sources: dict[str, tuple[int, ...]]
    last_changed_at: datetime | None


def public_projects(*, with_relations: bool = True) -> QuerySet[HeritageProject]:
    """Projects of which the public may be told; without relations, what a list shows."""
    sites: QuerySet[HeritageSite] = HeritageSite.objects.filter(is_public())
    named = sites.select_related("division").only(*OF_A_SITE) if with_relations else sites.none()
    return (
        HeritageProject.objects.filter(is_public_record())
        .select_related("division__parent__parent", "area__division")
        .prefetch_related(
            Prefetch("citations", ProjectCitation.objects.select_related("source")),
            Prefetch("sites", named),
        )
    )


def disclose_project(project: HeritageProject) -> PublicProject:
    """Return what the public may know of a project; the caller has asked `public_projects`."""
    evidence = Evidence.of(project.citations.all())
    return PublicProject(
        pk=project.pk,
        slug=project.slug,
        name_zh=project.name_zh,
        name_en=project.name_en,
        kind=project.kind,
        division=project.division,
        area=linked(project.area) if project.area and may_be_told(project.area) else None,
        document_29_wording=evidence.text("document_29_wording", project.document_29_wording),
        document_29_status=evidence.text("document_29_status", project.document_29_status),
        description_zh=evidence.text("description", project.description_zh),
        description_en=evidence.text("description", project.description_en),
        outcome_zh=evidence.text("outcome", project.outcome_zh),
        outcome_en=evidence.text("outcome", project.outcome_en),
        sites=related_sites(project.sites.all()),
        sources=evidence.sources,
        statement_sources=evidence.indexes,
        last_changed_at=project.last_published_at,
    )
