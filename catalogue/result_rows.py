"""Found records as they are shown: read from the database by key, highlighted on the original text."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.safestring import SafeString

from catalogue.designation_words import leading_tag
from catalogue.drawings import drawing_of
from catalogue.labels import KIND_LABELS, MATCHED_LABELS
from catalogue.matched_text import Matched, match
from catalogue.other_rows import OTHER_KINDS, OtherRecord, component_record
from catalogue.photographs import Picture
from catalogue.record_parts import word_label
from catalogue.wording import period_words, place_words
from heritage.disclosure import SiteSummary
from heritage.models.named import in_current_language
from heritage.models.sites import Verification
from search.document_schema import DocumentKey
from search.documents import site_fields
from search.highlight import Highlight
from search.told import FOR_LISTS, told


@dataclass(frozen=True, kw_only=True)
class ResultRow:
    """One row of a result list or of the JSON answer."""

    kind: str
    number: str | None
    url: str
    name: str
    name_en: str
    name_parts: list[tuple[str, bool]]
    former_name: list[tuple[str, bool]]
    snippet: list[tuple[str, bool]]
    matched: list[str]
    highlights: tuple[Highlight, ...]
    place: str
    division: list[str]
    period: str = ""
    to_verify: bool = False
    picture: Picture | None = None
    tag: dict | None = None
    type_label: str = ""
    condition_label: str = ""
    site: SiteSummary | None = field(default=None, repr=False)

    @property
    def kind_label(self) -> str:
        return str(KIND_LABELS[self.kind])

    @property
    def schematic(self) -> SafeString:
        """The drawing of a site; nothing for what has no drawing of its own."""
        return drawing_of(self.site).svg(thumbnail=True) if self.site else SafeString("")

    @property
    def matched_labels(self) -> list[str]:
        return [str(MATCHED_LABELS[name]) for name in self.matched]


def rows_for(keys: Iterable[DocumentKey], text: str = "") -> list[ResultRow]:
    """Return the rows of the keys in their order; a key whose record is no longer public is left out."""
    keys = list(keys)
    rows = {
        key: site_row(record, text)
        if isinstance(record, SiteSummary)
        else other_row(component_record(record), text)
        for key, record in told(keys, FOR_LISTS).items()
    }
    for kind, read in OTHER_KINDS.items():
        if pks := [key.pk for key in keys if key.kind == kind]:
            for record in read(pks):
                rows[DocumentKey(kind, record.document.pk)] = other_row(record, text)
    return [rows[key] for key in keys if key in rows]


def site_row(site: SiteSummary, text: str = "") -> ResultRow:
    """Make the row of a site, with what the search text matched in it."""
    name = in_current_language(site.name_zh, site.name_en)
    description = in_current_language(site.description_zh, site.description_en)
    found = match(site_fields(site), text, name=name, name_en=site.name_en, plain=description)
    return ResultRow(
        kind="site",
        number=site.number,
        url=reverse("site", args=[site.number]),
        name=site.name_zh,
        name_en=site.name_en,
        **_matched(found),
        period=period_words(site),
        place=place_words(site.place),
        division=[above.code for above in site.place.division.chain] if site.place.division else [],
        to_verify=site.verification == Verification.TO_VERIFY,
        tag=leading_tag(site.designations),
        type_label=in_current_language(site.type_words, word_label(site.type)) or word_label(site.type),
        condition_label=word_label(site.condition),
        site=site,
    )


def other_row(record: OtherRecord, text: str = "") -> ResultRow:
    """Make the row of a component, project, area or enterprise; none of them has a drawing of its own."""
    document = record.document
    name = in_current_language(document.title_zh, document.title_en)
    found = match(document.fields(), text, name=name, name_en=document.title_en, plain=record.description)
    return ResultRow(
        kind=document.kind,
        number=None,
        url=record.url,
        name=document.title_zh,
        name_en=document.title_en,
        **_matched(found),
        place=record.place,
        division=list(document.facets.get("division", ())),
        period=record.period,
    )


def _matched(found: Matched) -> dict:
    return {
        "name_parts": found.name_parts,
        "former_name": found.former_name,
        "snippet": found.snippet,
        "matched": found.fields,
        "highlights": found.highlights,
    }
