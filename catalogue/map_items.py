"""What the map and the list below it say of a found record."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from catalogue.designation_words import leading_tag
from catalogue.labels import KIND_LABELS
from catalogue.other_rows import OTHER_KINDS, OtherRecord, component_record
from catalogue.wording import precision_words
from heritage.disclosure import SiteSummary
from heritage.models.named import in_current_language
from search.document_schema import DocumentKey
from search.told import FOR_LISTS, told


@dataclass(frozen=True, kw_only=True)
class MapItem:
    """A record by name; ``uncertainty_m`` is the radius in metres within which it lies, None for exact."""

    kind: str
    number: str | None
    name: str
    url: str
    has_point: bool = False
    uncertainty_m: int | None = None
    precision: str = ""
    prefecture: str = ""
    tag: dict | None = None

    @property
    def kind_label(self) -> str:
        return str(KIND_LABELS[self.kind])


def map_items(keys: Iterable[DocumentKey]) -> dict[DocumentKey, MapItem]:
    """Return the items of the keys in their order; a key whose record is no longer public is left out."""
    keys = list(keys)
    found = {
        key: _site_item(record) if isinstance(record, SiteSummary) else _other_item(component_record(record))
        for key, record in told(keys, FOR_LISTS).items()
    }
    for kind, read in OTHER_KINDS.items():
        if pks := [key.pk for key in keys if key.kind == kind]:
            for record in read(pks):
                found[record.document.key] = _other_item(record)
    return {key: found[key] for key in keys if key in found}


def _other_item(record: OtherRecord) -> MapItem:
    document = record.document
    name = in_current_language(document.title_zh, document.title_en)
    return MapItem(kind=document.kind, number=None, name=name, url=record.url)


def _site_item(site: SiteSummary) -> MapItem:
    return MapItem(
        kind="site",
        number=site.number,
        name=in_current_language(site.name_zh, site.name_en),
        url=reverse("site", args=[site.number]),
        has_point=site.place.has_point,
        uncertainty_m=site.place.uncertainty_m,
        precision=precision_words(site.place),
        prefecture=_prefecture(site),
        tag=leading_tag(site.designations),
    )


def _prefecture(site: SiteSummary) -> str:
    above = site.place.division.chain[0] if site.place.division else None
    return in_current_language(above.name_zh, above.name_en) if above else ""
