"""Every public address, read from the URL resolver, and how its parameters are filled for a crawl."""

from collections.abc import Callable, Iterator

from django.urls import URLPattern, reverse
from django.utils import translation

from catalogue import urls
from config import urls as root
from search.facets import FACET_NAMES

# Name of an address → the parameters to visit it with, made from what the test put there.
Fill = Callable[["World"], list[dict]]
World = dict[str, list]

NOTHING: list[dict] = [{}]
ADDRESSES: dict[str, Fill] = {
    **{
        name: lambda world: NOTHING
        for name in (
            "home",
            "search",
            "suggest",
            "search_json",
            "search_csv",
            "search_geojson",
            "search_atom",
            "map",
            "site_list",
            "project_list",
            "story_list",
            "area_list",
            "relocation",
            "about",
            "accessibility",
        )
    },
    **{
        name: lambda world: [{"number": site.number} for site in world["sites"]]
        for name in (
            "site",
            "site_json",
            "site_jsonld",
            "site_geojson",
            "site_cite",
            "site_history",
            "site_print",
        )
    },
    "map_clusters": lambda world: NOTHING,
    "component": lambda world: [
        {"number": row.site.number, "ordinal": row.ordinal} for row in world["components"]
    ],
    "project": lambda world: [{"slug": row.slug} for row in world["projects"]],
    "story": lambda world: [{"slug": row.slug} for row in world["stories"]],
    "theme": lambda world: [{"slug": row.slug} for row in world["themes"]],
    "area": lambda world: [{"slug": row.slug} for row in world["areas"]],
    "enterprise": lambda world: [{"slug": row.slug} for row in world["enterprises"]],
    "browse": lambda world: [{"facet": name} for name in FACET_NAMES],
}


#: Addresses outside the administration that are no pages: what they tell is looked at by tests of their own.
BESIDE = {
    "healthz",
    "readyz",
    "photograph_file",
    "attachment_file",
    "calendar_feed",  # without the secret it tells nothing: tests/heritage/test_calendar_feed.py
}


def names_beside() -> set[str]:
    """The names of the addresses that stand beside the pages and the administration."""
    return {pattern.name for pattern in root.urlpatterns if isinstance(pattern, URLPattern)}


def names_of_resolver() -> set[str]:
    """The names of all public addresses; one without a name fails here."""
    patterns = urls.urlpatterns
    assert all(isinstance(pattern, URLPattern) and pattern.name for pattern in patterns)
    return {pattern.name for pattern in patterns}


def addresses(world: World) -> Iterator[str]:
    """Every public address of what is there, in Chinese and in English."""
    for language in ("zh-hans", "en"):
        with translation.override(language):
            for name, fill in ADDRESSES.items():
                for parameters in fill(world):
                    yield reverse(name, kwargs=parameters)
