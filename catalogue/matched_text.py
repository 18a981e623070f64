"""What a search text matched in a record, cut into marked and plain parts."""

from collections.abc import Iterable
from dataclasses import dataclass

from search.highlight import Highlight, highlights

SNIPPET_FIELDS = (
    "description",
    "description_en",
    "current_use",
    "condition",
    "wording",
    "outcome",
    "text",
    "listed_name",
    "site",
    "sources",
    "former_names",
    "type",
    "industry",
    "place",
)
PLAIN_SNIPPET = 120  # characters of the description where nothing in it matched

Parts = list[tuple[str, bool]]  # (text, is marked)


@dataclass(frozen=True)
class Matched:
    name_parts: Parts
    former_name: Parts
    snippet: Parts
    fields: list[str]
    highlights: tuple[Highlight, ...]


def match(fields: Iterable[tuple[str, str]], text: str, *, name: str, name_en: str, plain: str) -> Matched:
    """Mark the search text in the (field, text) pairs; `plain` is shown where nothing matched."""
    marked = highlights(fields, text) if text.strip() else ()
    first = {highlight.field: highlight for highlight in reversed(marked)}
    name_field = "name_en" if name == name_en else "name"
    return Matched(
        name_parts=_parts(first.get(name_field), name),
        former_name=_parts(first["former_names"], "") if "former_names" in first else [],
        snippet=_snippet(first, plain),
        fields=list(dict.fromkeys(highlight.field for highlight in marked)),
        highlights=marked,
    )


def _snippet(first: dict[str, Highlight], plain: str) -> Parts:
    for field in SNIPPET_FIELDS:
        if field in first:
            return _parts(first[field], "")
    is_cut = len(plain) > PLAIN_SNIPPET
    return [(plain[:PLAIN_SNIPPET] + ("…" if is_cut else ""), False)] if plain else []


def _parts(highlight: Highlight | None, plain: str) -> Parts:
    """Cut a text at its marks: (part, is marked)."""
    if highlight is None:
        return [(plain, False)]
    parts, position = [], 0
    for start, end in highlight.marks:
        parts += [(highlight.text[position:start], False), (highlight.text[start:end], True)]
        position = end
    parts.append((highlight.text[position:], False))
    return [(part, is_mark) for part, is_mark in parts if part]
