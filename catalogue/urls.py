"""The public addresses; each stands once in Chinese and once below /en/."""

from django.urls import path

from catalogue.views import browse, home, maps, projects, search, search_twins, sites

urlpatterns = [
    path("", home.home, name="home"),
    path("search/", search.search, name="search"),
    path("search/suggest.json", search_twins.suggest, name="suggest"),
    path("search.json", search_twins.search_json, name="search_json"),
    path("search.csv", search_twins.search_csv, name="search_csv"),
    path("search.geojson", search_twins.search_geojson, name="search_geojson"),
    path("search.atom", search_twins.search_atom, name="search_atom"),
    path("map/", maps.map_view, name="map"),
    path("map/clusters.json", maps.map_clusters, name="map_clusters"),
    path("sites/", sites.site_list, name="site_list"),
    path("sites/<str:number>/", sites.site, name="site"),
    path("sites/<str:number>.json", sites.site_json, name="site_json"),
    path("sites/<str:number>.jsonld", sites.site_jsonld, name="site_jsonld"),
    path("sites/<str:number>.geojson", sites.site_geojson, name="site_geojson"),
    path("sites/<str:number>/components/<int:ordinal>/", sites.component, name="component"),
    path("projects/", projects.project_list, name="project_list"),
    path("projects/<slug:slug>/", projects.project, name="project"),
    path("areas/", projects.area_list, name="area_list"),
    path("areas/<slug:slug>/", projects.area, name="area"),
    path("enterprises/<slug:slug>/", projects.enterprise, name="enterprise"),
    path("relocation/", projects.relocation, name="relocation"),
    path("browse/<slug:facet>/", browse.browse, name="browse"),
    path("about/", browse.about, name="about"),
    path("accessibility/", browse.accessibility, name="accessibility"),
]
