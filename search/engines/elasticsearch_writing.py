"""Writing a batch: each document with its version, so that of two drainers the one with older news loses."""

import uuid
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from elasticsearch import Elasticsearch

from search.document_schema import DocumentKey, SearchDocument
from search.engines.elasticsearch_schema import REVISION, source_of
from search.index_fields import key_number
from search.results import SearchUnavailableError

BATCH = 500
# An item that lost to a newer version, or was not there to delete, is as it should be.
AS_IT_SHOULD_BE = frozenset({200, 201, 404, 409})


def write(
    client: Elasticsearch, index: str, upserts: Iterable[SearchDocument], deletes: Iterable[DocumentKey]
) -> None:
    """Make the changes durable and visible, and give the generation a new revision.

    A batch is read whole before any of it is sent. SearchUnavailableError where an item was refused; what
    went before stays, and doing it again changes nothing more.
    """
    documents = iter(upserts)
    batch = list(islice(documents, BATCH))
    for chunk in _chunks(deletes):
        _send(client, index, _deletions(client, index, chunk))
    while batch:
        _send(client, index, [operation for document in batch for operation in _upsert(document)])
        batch = list(islice(documents, BATCH))
    revision = {"index": {"_id": REVISION}}, {REVISION: uuid.uuid4().hex}
    _send(client, index, list(revision))
    client.indices.refresh(index=index)


def _chunks(keys: Iterable[DocumentKey]) -> Iterator[list[DocumentKey]]:
    rest = iter(keys)
    while chunk := list(islice(rest, BATCH)):
        yield chunk


def _upsert(document: SearchDocument) -> tuple[dict[str, Any], dict[str, Any]]:
    key = key_number(document.key)
    action = {"_id": key, "version": document.version, "version_type": "external_gte"}
    return {"index": action}, source_of(document)


def _deletions(client: Elasticsearch, index: str, keys: list[DocumentKey]) -> list[dict[str, Any]]:
    """Delete at the version that stands there: the same record may come back with it."""
    ids = [str(key_number(key)) for key in keys]
    found = client.mget(index=index, ids=ids, source=False)["docs"]
    return [
        {"delete": {"_id": row["_id"], "version": row["_version"], "version_type": "external_gte"}}
        for row in found
        if row.get("found")
    ]


def _send(client: Elasticsearch, index: str, operations: list[dict[str, Any]]) -> None:
    if not operations:
        return
    answer = client.bulk(index=index, operations=operations)
    if not answer["errors"]:
        return
    results = [result for item in answer["items"] for result in item.values()]
    refused = [result for result in results if result["status"] not in AS_IT_SHOULD_BE]
    if refused:
        first = refused[0]
        raise SearchUnavailableError(
            f"Elasticsearch refused {len(refused)} of {len(results)} documents; the first, {first['_id']}: "
            f"{first.get('error', {}).get('reason', first['status'])}."
        )
