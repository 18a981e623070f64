"""Search tests."""

from tests.indexes import index
from tests.search.engines import empty_engine, engine

__all__ = ["empty_engine", "engine", "index"]
