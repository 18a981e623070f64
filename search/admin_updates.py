"""The officers' search index follows a change at once, not through the task queue."""

from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_save
from wagtail.search.apps import WagtailSearchAppConfig
from wagtail.search.index import get_indexed_models, insert_or_update_object


class AdminSearchConfig(WagtailSearchAppConfig):
    """Stands in INSTALLED_APPS where `wagtail.search` would.

    Wagtail queues a task for each save: the search box would lag behind the worker, and the task costs
    more to queue and to run than the entry to write.
    """

    def ready(self) -> None:
        """Put our receiver in the place of modelsearch's."""
        from modelsearch.signal_handlers import (  # noqa: PLC0415 — its tasks need the apps to be loaded
            post_save_signal_handler,
        )

        super().ready()
        for model in get_indexed_models():
            if post_save.disconnect(post_save_signal_handler, sender=model):
                post_save.connect(index_after_commit, sender=model)


def index_after_commit(*, instance: Model, raw: bool = False, **_signal: object) -> None:
    """Index the row once its transaction is done: until then its names and other parts are not written."""
    if not raw:
        transaction.on_commit(lambda: _index(type(instance), instance.pk), robust=True)


def _index(model: type[Any], pk: int) -> None:
    row = model._base_manager.filter(pk=pk).first()
    if row is not None:
        insert_or_update_object(row)
