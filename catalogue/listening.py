"""What the public site listens to: whatever changes a public page."""

from django.db.models.signals import post_save
from wagtail.signals import page_published, page_unpublished, published

from catalogue.page_cache import forget_pages
from catalogue.page_documents import announce_page
from catalogue.page_tree import follow_projects
from catalogue.photograph_queue import queue_of_record, queue_photograph
from heritage.changes import changed
from heritage.models import HeritageSite
from search.announcing import index_changed


def listen() -> None:
    """Connect every listener; photographs and their files come as changes of the sites that show them."""
    changed.connect(follow_projects, dispatch_uid="catalogue.page-tree")
    published.connect(queue_of_record, sender=HeritageSite, dispatch_uid="catalogue.photographs")
    post_save.connect(queue_photograph, sender="media.Photograph", dispatch_uid="catalogue.photograph")
    for signal in (page_published, page_unpublished):
        signal.connect(announce_page, dispatch_uid="catalogue.page-documents")
    for signal in (changed, index_changed, page_published, page_unpublished):
        signal.connect(forget_pages, dispatch_uid="catalogue.page-cache")
