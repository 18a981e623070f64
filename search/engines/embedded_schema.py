"""Index fields and documents as Tantivy takes them."""

import tantivy

from search.document_schema import SearchDocument
from search.facets import FACET_NAMES
from search.index_fields import (
    FLOAT_FIELDS,
    INTEGER_FIELDS,
    STORED_FIELDS,
    TEXT_WEIGHTS,
    WORD_WEIGHTS,
    facet_values,
    key_number,
    number_values,
    text_values,
)


def build_schema() -> tantivy.Schema:
    """One integer key; token texts; facets, numbers and the sort key as columns."""
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("key", indexed=True, fast=True, stored=True)
    for name in TEXT_WEIGHTS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    for name in WORD_WEIGHTS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
    for name in FACET_NAMES:
        builder.add_text_field(facet_field(name), fast=True, tokenizer_name="raw", index_option="basic")
    for name in INTEGER_FIELDS:
        builder.add_integer_field(name, indexed=True, fast=True)
    for name in FLOAT_FIELDS:
        builder.add_float_field(name, indexed=True, fast=True)
    builder.add_text_field("sort_key", fast=True, tokenizer_name="raw", index_option="basic")
    for name in STORED_FIELDS:
        # "raw" and "basic": stored only is not offered, and this is the smallest there is.
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def facet_field(name: str) -> str:
    return f"facet_{name}"


def to_tantivy(document: SearchDocument) -> tantivy.Document:
    """The analysed document; the caller has deleted the previous one of this key."""
    row = tantivy.Document()
    row.add_integer("key", key_number(document.key))
    for name, text in text_values(document).items():
        row.add_text(name, text)
    for name, values in facet_values(document).items():
        for value in values:
            row.add_text(facet_field(name), value)
    for name, numbers in number_values(document).items():
        for number in numbers:
            if name in FLOAT_FIELDS:
                row.add_float(name, float(number))
            else:
                row.add_integer(name, int(number))
    row.add_text("sort_key", document.sort_key)
    for name in STORED_FIELDS:
        row.add_text(name, getattr(document, name))
    return row
