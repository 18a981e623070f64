"""The points of the map: as fast as a map moves, and none lost."""

from collections.abc import Iterator
from functools import partial

from django.http import QueryDict

from benchmarks.result import Result, Target, absolute, require_equal, timed
from catalogue.map_clusters import cluster_answer
from catalogue.search_form import SearchRequest, read_search

PROVINCE, CITY, STREET = 7, 11, 15
# Parameters of the address, as the map sends them.
FILTERS: dict[str, str] = {
    "everything": "",
    "word": "q=机车",
    "broad": "q=厂",
    "years": "year_from=1932&year_to=1945",
    "facets": "level=county&level=city&era=ffyp1",
    "prefecture": "division=220100",
    "without_point": "division=220200&has=verified",
}
TARGETS = {f"clusters.{name}": Target(value=30) for name in FILTERS}


def measure() -> Iterator[Result]:
    """The whole province under each filter; at every zoom the counts add up to the total."""
    for name, parameters in FILTERS.items():
        wanted = read_search(QueryDict(parameters), language="zh-hans")
        for zoom in (PROVINCE, CITY, STREET):
            answer = cluster_answer(wanted, zoom)
            placed = sum(cluster["count"] for cluster in answer["clusters"])
            require_equal(
                f"records on the map at zoom {zoom} and without a place, {name}",
                placed + answer["without_place"],
                answer["total"],
            )
        of = f"clusters of the whole province: {name}"
        yield absolute(f"clusters.{name}", timed(of, partial(_clusters_of, wanted), rounds=20))


def _clusters_of(wanted: SearchRequest) -> int:
    return len(cluster_answer(wanted, PROVINCE)["clusters"])
