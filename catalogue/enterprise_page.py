"""Enterprises and the public side of their relocation: what Document 29 says, and how far it is known."""

from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse
from django.utils.translation import pgettext

from catalogue.addresses import record_link, site_link
from catalogue.source_list import marks_of, source_rows
from catalogue.wording import period_words
from heritage.disclosure import PublicEnterprise
from heritage.models.enterprises import Document29Group, RelocationMode, RelocationStage
from heritage.models.named import in_current_language


@dataclass(frozen=True)
class EnterprisePage:
    """What templates/catalogue/enterprise_detail.html and a row of relocation.html show."""

    name_zh: str
    name_en: str
    name: str
    url: str
    names: list[dict]
    place_words: str
    description: str
    description_marks: list[dict]
    group: str
    group_label: str
    order: int | None
    from_area: dict | None
    to_zone: str
    mode: str
    stage: str
    is_stage_known: bool
    sites: list[dict]
    sources: list[dict]
    last_changed: object


@dataclass(frozen=True)
class Group:
    """The enterprises that Document 29 names together."""

    label: str
    rows: list[EnterprisePage]


def enterprise_page(enterprise: PublicEnterprise) -> EnterprisePage:
    """Put a disclosed enterprise into the words of the page's language."""
    sources = source_rows(enterprise.sources)
    case = enterprise.relocation
    mode = RelocationMode(case.mode) if case else RelocationMode.UNSPECIFIED
    stage = RelocationStage(case.stage) if case else RelocationStage.UNKNOWN
    return EnterprisePage(
        name_zh=enterprise.name_zh,
        name_en=enterprise.name_en,
        name=in_current_language(enterprise.name_zh, enterprise.name_en),
        url=reverse("enterprise", args=[enterprise.slug]),
        names=[{"name": row.name, "period": period_words(row)} for row in enterprise.names],
        place_words=enterprise.division.full_name,
        description=in_current_language(enterprise.description_zh, enterprise.description_en),
        description_marks=marks_of(sources, enterprise.statement_sources, "description"),
        group=enterprise.document_29_group,
        group_label=str(Document29Group(enterprise.document_29_group).label)
        if enterprise.document_29_group
        else "",
        order=enterprise.document_29_order,
        from_area=record_link(case.from_area) if case and case.from_area else None,
        to_zone=in_current_language(case.to_zone_zh, case.to_zone_en) if case else "",
        mode=str(mode.label),
        stage=str(stage.label),
        is_stage_known=stage != RelocationStage.UNKNOWN,
        sites=[site_link(site) for site in enterprise.sites],
        sources=sources,
        last_changed=enterprise.last_changed_at,
    )


def relocation_groups(pages: list[EnterprisePage]) -> list[Group]:
    """Return the enterprises as Document 29 sorts them; those it does not name come last."""
    order = {group: place for place, group in enumerate(Document29Group.values)}
    ranked = sorted(
        pages, key=lambda page: (order.get(page.group, len(order)), page.order or 0, page.name_zh)
    )
    return [
        Group(rows[0].group_label or pgettext("public site", "Not named by Document 29"), rows)
        for _group, found in groupby(ranked, key=lambda page: page.group)
        if (rows := list(found))
    ]
