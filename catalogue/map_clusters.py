"""The answer of `/map/clusters.json`: near points joined, single ones named."""

from catalogue.map_items import MapItem, map_items
from catalogue.search_form import SearchRequest
from search.engine import get_engine
from search.results import Cluster

FARTHEST, NEAREST, USUAL = 0, 22, 7  # zoom levels of Web Mercator tiles
DECIMALS = 5  # of a degree; what may be told of a point was decided before it was indexed


def cluster_answer(request: SearchRequest, zoom: int) -> dict:
    """Return clusters, `without_place` and `total`; the counts of the clusters and the second make the third.

    `bbox` is one condition of the search like any other: what has no place lies in no box.
    Raises SearchUnavailableError.
    """
    engine = get_engine()
    query = request.query
    clusters = engine.clusters(query, zoom)
    items = map_items([cluster.key for cluster in clusters if cluster.key])
    total = engine.count(query)
    return {
        "clusters": [
            _cluster(cluster, items.get(cluster.key) if cluster.key else None) for cluster in clusters
        ],
        "without_place": total - engine.count(query, is_located=True),
        "total": total,
        "warnings": request.warnings,
    }


def read_zoom(typed: str) -> int:
    """Read a zoom level; what is none counts as that of the whole province.

    >>> read_zoom("9"), read_zoom("99"), read_zoom("near")
    (9, 22, 7)
    """
    if not (typed.isascii() and typed.isdigit() and len(typed) < 4):
        return USUAL
    return max(FARTHEST, min(NEAREST, int(typed)))


def _cluster(cluster: Cluster, item: MapItem | None) -> dict:
    answer: dict = {
        "lon": round(cluster.longitude, DECIMALS),
        "lat": round(cluster.latitude, DECIMALS),
        "count": cluster.count,
    }
    if item:
        answer |= {
            "kind": item.kind,
            "number": item.number,
            "name": item.name,
            "url": item.url,
            "uncertainty_m": item.uncertainty_m,
            "precision": item.precision,
            "seal": item.tag["seal_class"] if item.tag else "none",
            "protection": item.tag["title"] if item.tag else "",
        }
    return answer
