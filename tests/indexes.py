"""An index of its own for a test, brought up to date when the test says so."""

from collections.abc import Callable, Iterator

import pytest

from search.engine import get_engine
from search.indexing import drain, rebuild
from search.query import SearchQuery


@pytest.fixture
def index(db, settings, tmp_path) -> Iterator[Callable[[], None]]:
    """An empty index in a folder of its own; call it to bring in what the test has changed."""
    settings.SEARCH_ENGINE = {
        "ENGINE": "search.engines.embedded.EmbeddedEngine",
        "OPTIONS": {"path": tmp_path / "index"},
    }
    settings.SEARCH_LOCK_FILE = tmp_path / "search-drain.lock"
    rebuild()
    yield lambda: drain() and None
    get_engine.cache_clear()


def found(text: str) -> set[int]:
    """Return the primary keys of the sites that a search finds."""
    return {key.pk for key in get_engine().iter_keys(SearchQuery(text=text)) if key.kind == "site"}
