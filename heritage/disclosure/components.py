"""What the public may know of a component: never where it was last seen, nor a note."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, Q, QuerySet

from heritage.disclosure.places import Place, disclose_place
from heritage.disclosure.records import (
    RelatedRecord,
    Word,
    is_public,
    is_public_record,
    may_be_told,
    related_site,
    word,
)
from heritage.disclosure.sources import CitedSource, Disagreement, Evidence
from heritage.models import Component, ComponentCitation, HeritageSite


@dataclass(frozen=True)
class PublicComponent:
    """A component with its site, its place being that of the site."""

    pk: int
    ordinal: int
    site: RelatedRecord
    place: Place
    name_zh: str
    name_en: str
    kind: str
    is_attached: bool
    type: Word | None
    quantity: int | None
    period_text: str
    period_edtf: str
    earliest_on: date | None
    latest_on: date | None
    description_zh: str
    description_en: str
    destiny: str
    destiny_on_edtf: str
    received_by_zh: str
    received_by_en: str
    moved_to: RelatedRecord | None
    sources: tuple[CitedSource, ...]
    disagreements: tuple[Disagreement, ...]
    statement_sources: dict[str, tuple[int, ...]]
    last_changed_at: datetime | None


def public_components() -> QuerySet[Component]:
    """Components of which the public may be told: approved, and of a public site."""
    of_public_site = Q(site__in=HeritageSite.objects.filter(is_public()).values("pk"))
    return (
        Component.objects.filter(is_public_record(), of_public_site)
        .select_related(
            "site__division__parent__parent", "division", "type", "received_by", "moved_to__division"
        )
        .prefetch_related(Prefetch("citations", ComponentCitation.objects.select_related("source")))
    )


def disclose_component(component: Component) -> PublicComponent:
    """Return what the public may know of a component; the caller has asked `public_components`."""
    evidence = Evidence.of(component.citations.all())
    is_dating_told = evidence.tells("dating")
    is_destiny_told = evidence.tells("destiny")
    keeper = component.received_by if is_destiny_told else None
    moved_to = component.moved_to if is_destiny_told else None
    place = disclose_place(component.site)
    return PublicComponent(
        pk=component.pk,
        ordinal=component.ordinal,
        site=related_site(component.site),
        place=place.without_point,
        name_zh=component.name_zh,
        name_en=component.name_en,
        kind=component.kind,
        is_attached=component.is_attached,
        type=word(component.type) if evidence.tells("type") else None,
        quantity=component.quantity,
        period_text=evidence.text("dating", component.period_text),
        period_edtf=evidence.text("dating", component.period_edtf),
        earliest_on=component.earliest_on if is_dating_told else None,
        latest_on=component.latest_on if is_dating_told else None,
        description_zh=evidence.text("description", component.description_zh),
        description_en=evidence.text("description", component.description_en),
        destiny=component.destiny if is_destiny_told else "unknown",
        destiny_on_edtf=evidence.text("destiny", component.destiny_on_edtf),
        received_by_zh=keeper.name_zh if keeper else "",
        received_by_en=keeper.name_en if keeper else "",
        moved_to=related_site(moved_to) if moved_to and may_be_told(moved_to) else None,
        sources=evidence.sources,
        disagreements=evidence.disagreements,
        statement_sources=evidence.indexes,
        last_changed_at=component.last_published_at,
    )
