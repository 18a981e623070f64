"""The sources of a record as its page lists them."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext, gettext_lazy, pgettext, pgettext_lazy

from heritage.disclosure import CitedSource
from heritage.models.sources import Confidence

STATEMENT_LABELS = {
    "name_zh": gettext_lazy("name"),
    "dating": gettext_lazy("dating"),
    "place": gettext_lazy("place"),
    "description": pgettext_lazy("public site", "description"),
    "current_use": gettext_lazy("present use"),
    "condition": pgettext_lazy("public site", "condition"),
    "type": pgettext_lazy("public site", "type"),
    "extent": pgettext_lazy("public site", "extent"),
    "theme": pgettext_lazy("public site", "theme"),
    "industry": pgettext_lazy("public site", "industry"),
    "census_class": pgettext_lazy("public site", "census class"),
    "eras": pgettext_lazy("public site", "eras"),
    "values": pgettext_lazy("public site", "values"),
    "destiny": pgettext_lazy("public site", "what became of it"),
    "outcome": pgettext_lazy("public site", "what became of it"),
    "document_29_wording": pgettext_lazy("public site", "wording"),
}
# Statements about a row of the record, by the word before the colon.
ROW_LABELS = {"name": gettext_lazy("other names"), "event": pgettext_lazy("public site", "events")}


def source_rows(sources: Iterable[CitedSource]) -> list[dict]:
    """Return index, title, address, confidence and what each source was used for."""
    return [
        {
            "index": source.index,
            "title": source.title,
            "reference": source.reference,
            "url": source.url,
            "confidence": source.confidence,
            "confidence_label": str(Confidence(source.confidence).label),
            "statements": list(dict.fromkeys(_used_for(source))),
        }
        for source in sources
    ]


def marks_of(
    sources: list[dict], statement_sources: Mapping[str, tuple[int, ...]], statement: str
) -> list[dict]:
    """Return the sources of one statement, for the rings behind it."""
    by_index = {source["index"]: source for source in sources}
    return [by_index[index] for index in statement_sources.get(statement, ())]


def statement_label(statement: str) -> str:
    """The word for what a source supports; nothing for a statement that pages have no word for."""
    return str(STATEMENT_LABELS.get(statement) or ROW_LABELS.get(statement.partition(":")[0]) or "")


def _used_for(source: CitedSource) -> Iterable[str]:
    """The statements, each with its place in the source, and its confidence where that is another."""
    for use in source.statements:
        if label := statement_label(use.statement):
            notes = [use.locator] if use.locator else []
            if use.confidence != source.confidence:
                notes.append(gettext("confidence: ") + str(Confidence(use.confidence).label))
            yield label + (f"（{pgettext('list', '; ').join(notes)}）" if notes else "")
