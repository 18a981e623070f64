"""Stories and themes as search finds them: what their own words say, never what a placed record says.

Named by the setting SEARCH_DOCUMENT_KINDS, because `search` knows no pages.
"""

from collections.abc import Iterator

from django.utils.html import strip_tags
from wagtail.models import Page
from wagtail.query import PageQuerySet

from heritage.changes import record_changed
from heritage.models.named import in_current_language
from search.document_schema import SearchDocument
from search.documents import few
from search.pinyin import name_keys, sort_key

KIND = "page"
# By name: the pages themselves show results, so their modules stand above this one.
TOLD = {"content_type__app_label": "catalogue", "content_type__model__in": ("storypage", "themepage")}


def public_pages() -> PageQuerySet:
    """Stories and themes that are published."""
    return Page.objects.live().filter(**TOLD).specific()


def page_document(page, version: int) -> SearchDocument:
    """The flat document of a page, in both languages."""
    return SearchDocument(
        kind=KIND,
        pk=page.pk,
        version=version,
        title_zh=page.title,
        title_en=page.title_en,
        texts=tuple((field, text) for field, text in _texts(page) if text),
        pinyin=name_keys([page.title]),
        sort_key=sort_key(page.title),
        facets={"kind": (KIND,)},
    )


def page_excerpt(page) -> str:
    """What a result list shows of a page where nothing in it was matched."""
    return in_current_language(page.lead_zh, page.lead_en)


def _texts(page) -> Iterator[tuple[str, str]]:
    yield "description", page.lead_zh
    yield "description_en", page.lead_en
    for block in page.body.raw_data:  # as it is stored: the blocks would fetch the records they place
        if block["type"] in ("heading", "prose"):
            yield "text", strip_tags(block["value"]["zh"])
            yield "text", strip_tags(block["value"].get("en") or "")


def announce_page(*, instance: Page, **_signal: object) -> None:
    """Bound to the publication and the withdrawal of pages; a page that is deleted is withdrawn first."""
    if Page.objects.filter(pk=instance.pk, **TOLD).exists():
        record_changed(KIND, [instance.pk])


PAGES = few(KIND, public_pages, lambda page: page, page_document)
