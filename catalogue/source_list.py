"""The sources of a record as its page lists them."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_lazy, pgettext_lazy

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


def _used_for(source: CitedSource) -> Iterable[str]:
    for statement, locator, _claim in source.statements:
        label = STATEMENT_LABELS.get(statement) or ROW_LABELS.get(statement.partition(":")[0])
        if label:
            yield str(label) + (f"（{locator}）" if locator else "")
