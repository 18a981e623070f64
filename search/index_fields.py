"""What every engine indexes of a document: token texts, codes, facet values and numbers, as data.

An engine maps these lists to its own field types, so a field is added here and nowhere else.
"""

import hashlib
from collections.abc import Mapping

from search.cells import cell
from search.document_schema import KINDS, DocumentKey, SearchDocument
from search.facets import FACET_NAMES
from search.text import code_key, field_tokens

# Raise it when the meaning of a field changes without a change of its name.
LAYOUT = 1

# Fields of tokens with positions → weight of a match.
TEXT_WEIGHTS: Mapping[str, float] = {"name": 6.0, "former_names": 4.0, "place": 2.0, "text": 1.0}
# Fields of whole words, matched from their beginning → weight.
WORD_WEIGHTS: Mapping[str, float] = {"code": 8.0, "pinyin": 3.0}
# A term found in several fields counts for the best, and a little for the others.
TIE_BREAKER = 0.1

INTEGER_FIELDS = ("version", "year_from", "year_to", "decade", "listed_on", "cell")
FLOAT_FIELDS = ("longitude", "latitude")
# Kept as written, for suggestions.
STORED_FIELDS = ("title_zh", "title_en", "number")

SCHEMA_HASH = hashlib.sha256(
    repr(
        (
            LAYOUT,
            KINDS,
            FACET_NAMES,
            (*TEXT_WEIGHTS, *WORD_WEIGHTS),
            INTEGER_FIELDS,
            FLOAT_FIELDS,
            STORED_FIELDS,
        )
    ).encode()
).hexdigest()[:8]


def text_values(document: SearchDocument) -> dict[str, str]:
    """Field → white-space joined tokens."""
    return {
        "name": field_tokens((document.title_zh, document.title_en)),
        "former_names": field_tokens(document.former_names),
        "place": field_tokens(document.places),
        "text": field_tokens(text for _, text in document.texts),
        "code": " ".join(filter(None, map(code_key, (document.number, *document.codes)))),
        "pinyin": " ".join(document.pinyin),
    }


def facet_values(document: SearchDocument) -> dict[str, tuple[str, ...]]:
    """Facet → values, for the facets that are built; the kind is always there."""
    values = {"kind": (document.kind,), **document.facets}
    return {name: tuple(dict.fromkeys(values.get(name, ()))) for name in FACET_NAMES}


def number_values(document: SearchDocument) -> dict[str, tuple[float, ...]]:
    """Field → numbers; none where the document has no value."""
    first, last = document.years or (None, None)
    values = {
        "version": (document.version,),
        "year_from": (first,),
        "year_to": (last,),
        "decade": document.decades,
        "listed_on": (document.listed_on,),
        "longitude": (document.longitude,),
        "latitude": (document.latitude,),
    }
    if document.longitude is not None and document.latitude is not None:
        values["cell"] = (cell(document.longitude, document.latitude),)
    return {name: tuple(n for n in numbers if n is not None) for name, numbers in values.items()}


def key_number(key: DocumentKey) -> int:
    """A key as one integer, for engines that hand back numbers much faster than texts."""
    return key.pk * 16 + KINDS.index(key.kind)


def key_of_number(number: int) -> DocumentKey:
    return DocumentKey(KINDS[number % 16], number // 16)
