"""The public addresses; each stands once in Chinese and once below /en/."""

from collections.abc import Callable

from django.http import HttpResponseBase
from django.urls import URLPattern, path

from catalogue.page_cache import public_page
from catalogue.views import (
    browse,
    home,
    maps,
    projects,
    record_sheets,
    search,
    search_twins,
    site_twins,
    sites,
    stories,
)


def page(route: str, view: Callable[..., HttpResponseBase], name: str) -> URLPattern:
    """An address whose answers depend on nothing but the address and the public records."""
    return path(route, public_page(view), name=name)


urlpatterns = [
    page("", home.home, "home"),
    page("search/", search.search, "search"),
    page("search/suggest.json", search_twins.suggest, "suggest"),
    page("search.json", search_twins.search_json, "search_json"),
    page("search.csv", search_twins.search_csv, "search_csv"),
    page("search.geojson", search_twins.search_geojson, "search_geojson"),
    page("search.atom", search_twins.search_atom, "search_atom"),
    page("map/", maps.map_view, "map"),
    page("map/clusters.json", maps.map_clusters, "map_clusters"),
    page("sites/", sites.site_list, "site_list"),
    page("sites/<str:number>/", sites.site, "site"),
    page("sites/<str:number>.json", site_twins.site_json, "site_json"),
    page("sites/<str:number>.jsonld", site_twins.site_jsonld, "site_jsonld"),
    page("sites/<str:number>.geojson", site_twins.site_geojson, "site_geojson"),
    page("sites/<str:number>/cite/", record_sheets.site_cite, "site_cite"),
    page("sites/<str:number>/history/", record_sheets.site_history, "site_history"),
    page("sites/<str:number>/print/", record_sheets.site_print, "site_print"),
    page("sites/<str:number>/components/<int:ordinal>/", sites.component, "component"),
    page("stories/", stories.story_list, "story_list"),
    page("stories/<slug:slug>/", stories.story, "story"),
    page("themes/<slug:slug>/", stories.theme, "theme"),
    page("projects/", projects.project_list, "project_list"),
    page("projects/<slug:slug>/", projects.project, "project"),
    page("areas/", projects.area_list, "area_list"),
    page("areas/<slug:slug>/", projects.area, "area"),
    page("enterprises/<slug:slug>/", projects.enterprise, "enterprise"),
    page("relocation/", projects.relocation, "relocation"),
    page("browse/<slug:facet>/", browse.browse, "browse"),
    page("about/", browse.about, "about"),
    page("accessibility/", browse.accessibility, "accessibility"),
]
