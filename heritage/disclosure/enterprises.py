"""What the public may know of an enterprise and of its relocation."""

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
from heritage.models import Division, Enterprise, EnterpriseCitation, HeritageSite, RelocationCase
from heritage.models.enterprises import RelocationMode, RelocationStage


@dataclass(frozen=True)
class EarlierName:
    name: str
    period_text: str
    period_edtf: str


@dataclass(frozen=True)
class Relocation:
    """Where from and where to, how, and how far it has come; unknown where no source says it."""

    mode: str
    stage: str
    from_area: LinkedRecord | None
    to_zone_zh: str
    to_zone_en: str


@dataclass(frozen=True)
class PublicEnterprise:
    pk: int
    slug: str
    name_zh: str
    name_en: str
    names: tuple[EarlierName, ...]
    division: Division
    description_zh: str
    description_en: str
    document_29_group: str
    document_29_order: int | None
    relocation: Relocation | None
    sites: tuple[RelatedRecord, ...]
    sources: tuple[CitedSource, ...]
    statement_sources: dict[str, tuple[int, ...]]
    last_changed_at: datetime | None


def public_enterprises(*, with_relations: bool = True) -> QuerySet[Enterprise]:
    """Enterprises of which the public may be told; without relations, what a list shows."""
    sites: QuerySet[HeritageSite] = HeritageSite.objects.filter(is_public())
    named = sites.select_related("division").only(*OF_A_SITE) if with_relations else sites.none()
    return (
        Enterprise.objects.filter(is_public_record())
        .select_related(
            "division__parent__parent",
            "relocation_case__from_area__division",
            "relocation_case__to_zone__division",
        )
        .prefetch_related(
            "names",
            Prefetch("citations", EnterpriseCitation.objects.select_related("source")),
            Prefetch("sites", named),
        )
    )


def disclose_enterprise(enterprise: Enterprise) -> PublicEnterprise:
    """Return what the public may know of an enterprise; the caller has asked `public_enterprises`."""
    evidence = Evidence.of(enterprise.citations.all())
    case = getattr(enterprise, "relocation_case", None) if enterprise.pk else None
    return PublicEnterprise(
        pk=enterprise.pk,
        slug=enterprise.slug,
        name_zh=enterprise.name_zh,
        name_en=enterprise.name_en,
        names=tuple(
            EarlierName(row.name, row.period_text, row.period_edtf) for row in enterprise.names.all()
        ),
        division=enterprise.division,
        description_zh=evidence.text("description", enterprise.description_zh),
        description_en=evidence.text("description", enterprise.description_en),
        document_29_group=enterprise.document_29_group,
        document_29_order=enterprise.document_29_order,
        relocation=_relocation(case, evidence) if case else None,
        sites=related_sites(enterprise.sites.all()),
        sources=evidence.sources,
        statement_sources=evidence.indexes,
        last_changed_at=enterprise.last_published_at,
    )


def _relocation(case: RelocationCase, evidence: Evidence) -> Relocation:
    zone = case.to_zone if case.to_zone and not case.to_zone.division.is_training else None
    area = case.from_area if case.from_area and may_be_told(case.from_area) else None
    return Relocation(
        mode=case.mode if evidence.tells("mode") else RelocationMode.UNSPECIFIED,
        stage=case.stage if evidence.tells("stage") else RelocationStage.UNKNOWN,
        from_area=linked(area) if area else None,
        to_zone_zh=zone.name_zh if zone else "",
        to_zone_en=zone.name_en if zone else "",
    )
