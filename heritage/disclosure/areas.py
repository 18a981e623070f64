"""What the public may know of an old industrial area."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from heritage.disclosure.records import LinkedRecord, is_public_record, linked, may_be_told
from heritage.disclosure.sources import CitedSource, Evidence
from heritage.models import AreaCitation, Division, HeritageProject, IndustrialArea, RelocationCase


@dataclass(frozen=True)
class PublicArea:
    pk: int
    slug: str
    name_zh: str
    name_en: str
    division: Division
    description_zh: str
    description_en: str
    projects: tuple[LinkedRecord, ...]
    enterprises: tuple[LinkedRecord, ...]
    sources: tuple[CitedSource, ...]
    statement_sources: dict[str, tuple[int, ...]]
    last_changed_at: datetime | None


def public_areas(*, with_relations: bool = True) -> QuerySet[IndustrialArea]:
    """Areas of which the public may be told; without relations, what a list shows."""
    projects = HeritageProject.objects.filter(is_public_record()).select_related("division")
    departures = RelocationCase.objects.select_related("enterprise__division")
    return (
        IndustrialArea.objects.filter(is_public_record())
        .select_related("division__parent__parent")
        .prefetch_related(
            Prefetch("citations", AreaCitation.objects.select_related("source")),
            Prefetch("heritage_projects", projects if with_relations else projects.none()),
            Prefetch("departures", departures if with_relations else departures.none()),
        )
    )


def disclose_area(area: IndustrialArea) -> PublicArea:
    """Return what the public may know of an area; the caller has asked `public_areas`."""
    evidence = Evidence.of(area.citations.all())
    return PublicArea(
        pk=area.pk,
        slug=area.slug,
        name_zh=area.name_zh,
        name_en=area.name_en,
        division=area.division,
        description_zh=evidence.text("description", area.description_zh),
        description_en=evidence.text("description", area.description_en),
        projects=tuple(linked(row) for row in area.heritage_projects.all() if may_be_told(row)),
        enterprises=tuple(
            linked(case.enterprise) for case in area.departures.all() if may_be_told(case.enterprise)
        ),
        sources=evidence.sources,
        statement_sources=evidence.indexes,
        last_changed_at=area.last_published_at,
    )
