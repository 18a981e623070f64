"""Legal and honorary identities as they may be told: only what a reviewer has confirmed."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from heritage.disclosure.records import may_be_told
from heritage.disclosure.sources import rests_on_own_knowledge
from heritage.models import Decree, Designation, DesignationCitation
from heritage.models.designations import IN_FORCE, SchemeStanding

WEIGHTS = list(SchemeStanding.values)  # declared from the law down to honours


@dataclass(frozen=True)
class PublicDecree:
    """The paper behind an identity; blank parts were not found, or rest on the writer's own knowledge."""

    document_number: str
    issued_by_zh: str
    issued_by_en: str
    announced_on: date | None
    announced_edtf: str
    title: str


@dataclass(frozen=True)
class PublicDesignation:
    """An identity. `is_in_force` is never true of one whose level or standing is still to be verified."""

    scheme: str
    scheme_zh: str
    scheme_en: str
    standing: str
    level: str
    level_words: str
    name_as_listed: str
    batch: str
    list_number: str
    status: str
    is_in_force: bool
    is_to_verify: bool
    confidence: str
    component: str
    decree: PublicDecree | None
    sources: tuple[str, ...]


def confirmed_designations() -> Prefetch:
    """What telling a site's identities needs, in two queries."""
    return Prefetch(
        "designations",
        Designation.objects.confirmed()
        .select_related("scheme", "decree__issued_by", "decree__source", "component__division")
        .prefetch_related(Prefetch("citations", DesignationCitation.objects.select_related("source"))),
    )


def disclose_designations(designations) -> tuple[PublicDesignation, ...]:
    """Tell the confirmed identities: in force first, then to be verified, then the past ones.

    Among each the law comes before departments, and they before honours: the first stands for the site.
    """
    told = [_disclose(row) for row in designations if _may_be_told(row)]
    return tuple(
        sorted(told, key=lambda row: (not row.is_in_force, not row.is_to_verify, WEIGHTS.index(row.standing)))
    )


def _may_be_told(designation: Designation) -> bool:
    if designation.confirmed_on is None or designation.is_never_told:
        return False
    if designation.component is not None and not may_be_told(designation.component):
        return False
    return not rests_on_own_knowledge(citation.source for citation in designation.citations.all())


def _disclose(designation: Designation) -> PublicDesignation:
    status = designation.public_status
    is_to_verify = designation.is_to_verify
    return PublicDesignation(
        scheme=designation.scheme.key,
        scheme_zh=designation.scheme.label_zh,
        scheme_en=designation.scheme.label_en,
        standing=designation.scheme.standing,
        level=designation.level,
        level_words=designation.level_words,
        name_as_listed=designation.name_as_listed,
        batch=designation.batch,
        list_number=designation.list_number,
        status=status,
        is_in_force=status in IN_FORCE and not is_to_verify,
        is_to_verify=is_to_verify,
        confidence=designation.confidence,
        component=designation.component.name_zh if designation.component else "",
        decree=_decree(designation.decree) if designation.decree else None,
        sources=tuple(
            dict.fromkeys(
                citation.source.title
                for citation in designation.citations.all()
                if citation.source and not citation.source.is_own_knowledge
            )
        ),
    )


def _decree(decree: Decree) -> PublicDecree:
    is_own = decree.is_number_own_knowledge or rests_on_own_knowledge(
        [decree.source] if decree.source else []
    )
    body = decree.issued_by
    return PublicDecree(
        document_number="" if is_own else decree.document_number,
        issued_by_zh=body.name_zh if body else decree.issued_by_words,
        issued_by_en=body.name_en if body else "",
        announced_on=decree.announced_on,
        announced_edtf=decree.announced_edtf,
        title="" if is_own else decree.title,
    )
