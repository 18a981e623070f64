from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _
from wagtail.signals import page_published, page_unpublished, published

from heritage.changes import changed
from search.announcing import index_changed


class CatalogueConfig(AppConfig):
    """The public site."""

    name = "catalogue"
    verbose_name = _("Public catalogue")

    def ready(self) -> None:
        """Listen to whatever changes a public page."""
        from catalogue.page_cache import forget_pages  # noqa: PLC0415 — settings are not read before
        from catalogue.page_documents import listen  # noqa: PLC0415 — models are not loaded before
        from catalogue.page_tree import follow_projects  # noqa: PLC0415 — the same
        from catalogue.photograph_queue import queue_of_record, queue_photograph  # noqa: PLC0415 — the same
        from heritage.models import HeritageSite  # noqa: PLC0415 — the same

        listen()
        changed.connect(follow_projects, dispatch_uid="catalogue.page-tree")
        published.connect(queue_of_record, sender=HeritageSite, dispatch_uid="catalogue.photographs")
        post_save.connect(queue_photograph, sender="media.Photograph", dispatch_uid="catalogue.photograph")
        for signal in (changed, index_changed, page_published, page_unpublished):
            signal.connect(forget_pages, dispatch_uid="catalogue.page-cache")
        for signal in (post_save, post_delete):
            for model in ("media.Photograph", "media.Rendition"):
                signal.connect(forget_pages, sender=model, dispatch_uid=f"catalogue.page-cache {model}")
