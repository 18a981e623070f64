"""Every engine there is, as fixtures for the contract. One engine more is one row more in ENGINES."""

from collections.abc import Callable
from pathlib import Path

import pytest

from search.document_schema import DocumentKey, SearchDocument
from search.engines.base import SearchEngine
from search.engines.embedded import EmbeddedEngine
from search.query import SearchQuery
from tests.search.documents import CORPUS


def embedded(path: Path) -> SearchEngine:
    return EmbeddedEngine(path / "index")


ENGINES: dict[str, Callable[[Path], SearchEngine]] = {"embedded": embedded}


@pytest.fixture(params=ENGINES)
def empty_engine(request, tmp_path):
    """An engine without any generation."""
    return ENGINES[request.param](tmp_path)


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
