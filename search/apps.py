from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from heritage.changes import changed


class SearchConfig(AppConfig):
    """Full-text search over what the public may know."""

    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Listen to the inventory; the models of this app are loaded by now."""
        from search.outbox import note_change  # noqa: PLC0415 — models are not loaded when this file is read

        changed.connect(note_change, dispatch_uid="search.outbox")
