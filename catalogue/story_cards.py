"""Stories as lists show them: title, lead, and the drawing of the first record that may be shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.utils.safestring import SafeString

from catalogue.drawings import drawing_of
from heritage.disclosure import SiteSummary, site_summaries, summarise

LOOKED_AT = 12  # placed records of a story among which the first public one is looked for


@dataclass(frozen=True)
class StoryCard:
    title: str
    lead: str
    url: str
    theme: str
    drawing: SafeString


def story_cards(stories: Iterable) -> list[StoryCard]:
    """Return the cards of stories in their order, in two reads."""
    stories = list(stories)
    keys = {pk for story in stories for pk in placed_keys(story)}
    sites = map(summarise, site_summaries().filter(pk__in=keys)) if keys else ()
    return cards_of(stories, sites)


def cards_of(stories: Iterable, sites: Iterable[SiteSummary]) -> list[StoryCard]:
    """Make the cards; `sites` holds the public ones of `placed_keys`, and may hold others."""
    by_key = {site.pk: site for site in sites}
    return [
        StoryCard(
            title=story.shown_title,
            lead=story.lead,
            url=story.address,
            theme=story.theme.shown_title if story.theme else "",
            drawing=_drawing(by_key, placed_keys(story)),
        )
        for story in stories
    ]


def _drawing(sites: dict[int, SiteSummary], pks: list[int]) -> SafeString:
    shown = next((sites[pk] for pk in pks if pk in sites), None)
    return drawing_of(shown).svg(thumbnail=True) if shown else SafeString("")


def placed_keys(story) -> list[int]:
    """The keys of the first records of a story, read without loading them; those shown as plates first."""
    blocks = sorted(story.body.raw_data, key=lambda block: block["type"] != "records")
    return list(islice(_keys(blocks), LOOKED_AT))


def _keys(blocks: Iterable[dict]) -> Iterator[int]:
    for block in blocks:
        for item in block["value"].get("records", ()) if isinstance(block["value"], dict) else ():
            if pk := item["value"] if isinstance(item, dict) else item:
                yield pk
