"""Search tests."""

from tests.indexes import index
from tests.search.engines import elasticsearch_node, empty_engine, engine

__all__ = ["elasticsearch_node", "empty_engine", "engine", "index"]
