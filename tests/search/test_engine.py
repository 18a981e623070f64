"""The engine is named by a setting."""

import pytest

from search.engine import get_engine
from search.engines.embedded import EmbeddedEngine


@pytest.fixture
def embedded_setting(settings, tmp_path):
    settings.SEARCH_ENGINE = {
        "ENGINE": "search.engines.embedded.EmbeddedEngine",
        "OPTIONS": {"path": tmp_path / "index"},
    }


def test_the_engine_of_the_setting_is_made_once(embedded_setting):
    engine = get_engine()
    assert isinstance(engine, EmbeddedEngine)
    assert get_engine() is engine
    assert "rebuild_search_index" in engine.status().problem


def test_a_changed_setting_is_another_engine(embedded_setting, settings, tmp_path):
    before = get_engine()
    settings.SEARCH_ENGINE = {**settings.SEARCH_ENGINE, "OPTIONS": {"path": tmp_path / "other"}}
    assert get_engine() is not before
