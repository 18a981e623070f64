"""Index fields and documents as Elasticsearch takes them; text arrives analysed and is parted at spaces."""

from typing import Any

from elasticsearch.dsl import Double, Keyword, Long, Mapping, Text

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

# A document of no record in every generation: it tells when the generation was last changed.
REVISION = "revision"


def facet_field(name: str) -> str:
    return f"facet_{name}"


def mapping() -> Mapping:
    """The fields of `search.index_fields`; what suggestions show is kept as written, the rest is not."""
    fields = Mapping()
    fields.meta("dynamic", "strict")
    fields.meta("_source", includes=[*STORED_FIELDS, REVISION])
    fields.field("key", Long())
    for name in TEXT_WEIGHTS:
        fields.field(name, Text(analyzer="whitespace"))
    for name in WORD_WEIGHTS:
        fields.field(name, Text(analyzer="whitespace", index_options="docs", norms=False))
    for name in FACET_NAMES:
        fields.field(facet_field(name), Keyword())
    for name in INTEGER_FIELDS:
        fields.field(name, Long())
    for name in FLOAT_FIELDS:
        fields.field(name, Double())
    fields.field("sort_key", Keyword())
    for name in (*STORED_FIELDS, REVISION):
        fields.field(name, Keyword(index=False, doc_values=False))
    return fields


def settings(shards: int, replicas: int) -> dict[str, Any]:
    """Settings of a generation that is being filled: it becomes visible once, when all is in."""
    return {"number_of_shards": shards, "number_of_replicas": replicas, "refresh_interval": "-1"}


def source_of(document: SearchDocument) -> dict[str, Any]:
    """The analysed document."""
    numbers = {name: list(values) for name, values in number_values(document).items() if values}
    facets = {facet_field(name): list(values) for name, values in facet_values(document).items() if values}
    return {
        "key": key_number(document.key),
        **text_values(document),
        **facets,
        **numbers,
        "sort_key": document.sort_key,
        **{name: getattr(document, name) for name in STORED_FIELDS},
    }
