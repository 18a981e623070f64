from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _

from heritage.changes import changed

# What records share, and what is not announced with each record that shows it.
WORDS_OF_RECORDS = ("heritage.Division", "heritage.Organisation", "heritage.Scheme", "heritage.Term")


class SearchConfig(AppConfig):
    """Full-text search over what the public may know."""

    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Listen to the inventory; the models of this app are loaded by now."""
        from search.outbox import (  # noqa: PLC0415 — models are not loaded when this file is read
            note_change,
            note_derivative,
            note_words,
        )

        changed.connect(note_change, dispatch_uid="search.outbox")
        for signal in (post_save, post_delete):
            signal.connect(note_derivative, sender="media.Rendition", dispatch_uid="search.derivatives")
            for model in WORDS_OF_RECORDS:
                signal.connect(note_words, sender=model, dispatch_uid=f"search.words.{model}")
