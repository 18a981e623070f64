"""The engine of this process, named by the setting SEARCH_ENGINE.

``SEARCH_ENGINE = {"ENGINE": "search.engines.embedded.EmbeddedEngine", "OPTIONS": {"path": …}}``
"""

import os
from functools import cache

from django.conf import settings
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from search.engines.base import SearchEngine


@cache
def get_engine() -> SearchEngine:
    """The configured engine; made once for each process and shared by its threads."""
    return import_string(settings.SEARCH_ENGINE["ENGINE"])(**settings.SEARCH_ENGINE.get("OPTIONS", {}))


def forget_engine(*, setting: str = "SEARCH_ENGINE", **kwargs: object) -> None:
    """Make the next call build the engine anew: after a fork, or when a test changes the setting."""
    if setting == "SEARCH_ENGINE":
        get_engine.cache_clear()


os.register_at_fork(after_in_child=forget_engine)
setting_changed.connect(forget_engine)
