"""Editorial pages for tests."""

import json

from catalogue.page_tree import stories_page
from catalogue.pages import StoryPage, ThemePage
from catalogue.pages.stories import TextPage

MADE = {"title": "四平的铁路", "title_en": "Railways of Siping", "slug": "railways"}


def story(*blocks: tuple[str, dict], is_live: bool = True, **values) -> StoryPage:
    """A story of the given blocks; published unless told otherwise."""
    return _page(StoryPage, blocks, is_live=is_live, **MADE | values)


def theme(*blocks: tuple[str, dict], **values) -> ThemePage:
    return _page(ThemePage, blocks, is_live=True, **MADE | {"slug": "theme"} | values)


def _page(model: type[TextPage], blocks, *, is_live: bool, **values):
    body = json.dumps([{"type": kind, "value": value} for kind, value in blocks])
    page = stories_page().add_child(instance=model(body=body, live=False, **values))
    revision = page.save_revision()
    if is_live:
        revision.publish()
    return model.objects.get(pk=page.pk)


def prose(zh: str, en: str = "", *records) -> tuple[str, dict]:
    return "prose", {"zh": f"<p>{zh}</p>", "en": f"<p>{en}</p>" if en else "", "records": keys(records)}


def placed(kind: str, *records) -> tuple[str, dict]:
    """A block of that kind with records and nothing else."""
    return kind, {"records": keys(records)}


def keys(records) -> list[int]:
    return [record.pk for record in records]
