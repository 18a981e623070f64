"""Every engine there is, as fixtures for the contract. One engine more is one row more in ENGINES."""

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts.elasticsearch_archive import NodeUnavailableError
from scripts.elasticsearch_node import Node, running_node
from search.document_schema import DocumentKey, SearchDocument
from search.engines.base import SearchEngine
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.embedded import EmbeddedEngine
from search.query import SearchQuery
from tests.search.documents import CORPUS


def embedded(path: Path, request: pytest.FixtureRequest) -> SearchEngine:
    return EmbeddedEngine(path / "index")


def elasticsearch(path: Path, request: pytest.FixtureRequest) -> SearchEngine:
    """An installation of its own on the node of the run."""
    node = request.getfixturevalue("elasticsearch_node")
    return ElasticsearchEngine(hosts=[node.url], index=f"t{uuid.uuid4().hex}")


ENGINES: dict[str, Callable[[Path, pytest.FixtureRequest], SearchEngine]] = {
    "embedded": embedded,
    "elasticsearch": elasticsearch,
}
EVERY_ENGINE = ("embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch))


@pytest.fixture(scope="session")
def elasticsearch_node() -> Iterator[Node]:
    """A real node, started once; the test is skipped, and says why, where none can be had."""
    try:
        with running_node() as node:
            yield node
    except NodeUnavailableError as error:
        pytest.skip(str(error))


@pytest.fixture(params=EVERY_ENGINE)
def empty_engine(request, tmp_path):
    """An engine without any generation."""
    return ENGINES[request.param](tmp_path, request)


@pytest.fixture
def engine(empty_engine):
    """An engine that answers with the corpus."""
    generation = empty_engine.create()
    empty_engine.apply(generation, CORPUS)
    empty_engine.promote(generation)
    return empty_engine


def found(engine: SearchEngine, text: str = "", **narrowing: object) -> set[DocumentKey]:
    """The keys of all hits."""
    return set(engine.iter_keys(SearchQuery(text=text, **narrowing)))


def keys(*documents: SearchDocument) -> set[DocumentKey]:
    return {document.key for document in documents}
