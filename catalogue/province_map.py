"""The map of the front page: how many records lie where, each number a link to the large map."""

from collections.abc import Iterable
from math import dist

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.base_map import draw_map
from heritage.geometry.frames import HEIGHT, WIDTH, Frame
from search.results import Cluster

PROVINCE = Frame(126.55, 43.55, 5.7)
ZOOM = 6  # of the clusters; about eighty kilometres apart
LEAST, MOST = 12.0, 17.0  # px: the radius of a mark
NEAR = 28.0  # units of the frame: on a phone, marks closer than this would overlap
CLOSE_UP = 1.6  # degrees of latitude that the large map shows of a mark


def province_map(clusters: Iterable[Cluster]) -> SafeString:
    """Draw the clusters of a search over the province; "" where there are none."""
    found = _merged(clusters)
    if not found:
        return SafeString("")
    largest = max(cluster.count for cluster in found)
    return draw_map(PROVINCE, _("Map of the province"), (), (_mark(row, largest) for row in found))


def _merged(clusters: Iterable[Cluster]) -> list[Cluster]:
    """Join clusters that lie near each other, the largest first, at their common centre."""
    merged: list[Cluster] = []
    for cluster in sorted(clusters, key=lambda row: -row.count):
        near = next((i for i, other in enumerate(merged) if _is_near(cluster, other)), None)
        if near is None:
            merged.append(cluster)
        else:
            merged[near] = _joined(merged[near], cluster)
    return merged


def _is_near(one: Cluster, other: Cluster) -> bool:
    return dist(PROVINCE.at(one.longitude, one.latitude), PROVINCE.at(other.longitude, other.latitude)) < NEAR


def _joined(one: Cluster, other: Cluster) -> Cluster:
    count = one.count + other.count
    return Cluster(
        longitude=(one.longitude * one.count + other.longitude * other.count) / count,
        latitude=(one.latitude * one.count + other.latitude * other.count) / count,
        count=count,
    )


def _mark(cluster: Cluster, largest: int) -> str:
    x, y = PROVINCE.at(cluster.longitude, cluster.latitude)
    box = Frame(cluster.longitude, cluster.latitude, CLOSE_UP).box
    radius = LEAST + (MOST - LEAST) * (cluster.count / largest) ** 0.5
    count = cluster.count
    words = ngettext("%(count)d record here", "%(count)d records here", count) % {"count": count}
    return (
        f'<a href="{reverse("map")}?bbox={box}" aria-label="{escape(words)}">'
        f'<svg x="{x / WIDTH:.2%}" y="{y / HEIGHT:.2%}" overflow="visible">'
        f'<circle class="locator__count" r="{radius:.1f}"/>'
        f'<text class="locator__number" y="5" text-anchor="middle">{cluster.count}</text></svg></a>'
    )
