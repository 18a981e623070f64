"""The sample's stories: written from its records alone, which they name by their keys in the sample file."""

import json
from collections.abc import Iterable
from pathlib import Path

from django.db import transaction

from catalogue.page_tree import make_page_tree, stories_page
from catalogue.pages import ProjectPage, StoryPage, ThemePage
from catalogue.pages.stories import TextPage
from heritage.models import HeritageSite

STORIES_FILE = Path(__file__).with_name("data") / "sample_stories.json"


class SampleMissingError(Exception):
    """The records of the sample that the stories name are not there; the message says what to do."""


@transaction.atomic
def load_sample_stories() -> list[str]:
    """Make the page tree, and what is missing of themes, stories and words on projects; return their slugs.

    What an editor has made of them since is left alone. Raises SampleMissingError.
    """
    told = json.loads(STORIES_FILE.read_text(encoding="utf-8"))
    pages = [*told["themes"], *told["stories"], *told["projects"]]
    keys = {key for page in pages for key in _keys(page["body"])}
    sites = dict(HeritageSite.objects.filter(sample_key__in=keys).values_list("sample_key", "pk"))
    if missing := sorted(keys - set(sites)):
        raise SampleMissingError(
            f"The stories name {len(missing)} records of the sample that are not there: "
            f"{', '.join(missing)}. Run load_sample first."
        )
    make_page_tree()
    made = [_make(ThemePage, page, sites) for page in told["themes"]]
    themes = {theme.slug: theme for theme in ThemePage.objects.all()}
    made += [_make(StoryPage, page, sites, theme=themes.get(page["theme"])) for page in told["stories"]]
    made += [_fill(page, sites) for page in told["projects"]]
    return [page.slug for page in made if page]


def _make(model: type[TextPage], page: dict, sites: dict[str, int], **values) -> TextPage | None:
    if model.objects.filter(slug=page["slug"]).exists():
        return None
    names = ("slug", "title", "title_en", "lead_zh", "lead_en")
    body = json.dumps([_placed(block, sites) for block in page["body"]])
    new = model(body=body, live=False, **{name: page[name] for name in names}, **values)
    stories_page().add_child(instance=new)
    new.save_revision().publish()
    return new


def _fill(page: dict, sites: dict[str, int]) -> ProjectPage | None:
    """Write the words of a project's page, unless somebody has written there."""
    found = ProjectPage.objects.filter(project__slug=page["project"], latest_revision=None).first()
    if found is None:
        return None
    found.body = json.dumps([_placed(block, sites) for block in page["body"]])
    found.save_revision().publish()
    return found


def _placed(block: dict, sites: dict[str, int]) -> dict:
    """The block with the keys of rows in place of those of the sample."""
    value = dict(block["value"])
    if "records" in value:
        value["records"] = [sites[key] for key in value["records"]]
    return {"type": block["type"], "value": value}


def _keys(body: Iterable[dict]) -> Iterable[str]:
    for block in body:
        yield from block["value"].get("records", ())
