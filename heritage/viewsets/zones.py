"""The zones of a site: drawn together, and listed with their decrees."""

from dataclasses import dataclass

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from heritage.models import Zone
from heritage.models.zones import ZoneKind
from heritage.services.zone_refusals import (
    refusal_to_draw,
    removable_zones,
    warning_of,
)
from heritage.viewsets.site_base import OfSiteView
from heritage.viewsets.zone_forms import ZoneDrawView, ZoneRemoveView
from heritage.viewsets.zone_map import zone_map


@dataclass(frozen=True)
class Row:
    """One zone as the page lists it, by the number that it has in the drawing."""

    number: int
    zone: Zone
    warning: str
    remove_url: str


class ZonesView(OfSiteView):
    """All zones of a site, those in force first; a control zone that is not there is not missed."""

    page_title = _("Protection zones")
    page_of = "heritage_zones"
    template_name = "heritage/zones/page.html"

    def get_context_data(self, **kwargs) -> dict:
        zones = list(self.site.zones.select_related("decree__file", "designation__scheme"))
        zones.sort(key=lambda zone: (zone.valid_to is not None, list(ZoneKind).index(ZoneKind(zone.kind))))
        removable = removable_zones(self.site, self.officer)
        rows = [
            Row(number, zone, warning_of(zone), self._remove_url(zone, removable))
            for number, zone in enumerate(zones, 1)
        ]
        return {
            **super().get_context_data(**kwargs),
            "drawing": zone_map(self.site, zones),
            "in_force": [row for row in rows if row.zone.valid_to is None],
            "earlier": [row for row in rows if row.zone.valid_to is not None],
            "draw_urls": self._draw_urls(),
        }

    def _remove_url(self, zone: Zone, removable: set[int]) -> str:
        return reverse("heritage_zone_remove", args=[zone.pk]) if zone.pk in removable else ""

    def _draw_urls(self) -> list[tuple[str, str]]:
        """The forms for each kind of zone, for whoever may enter one."""
        if refusal_to_draw(self.site, self.officer):
            return []
        address = reverse("heritage_zone_draw", args=[self.site.pk])
        return [(f"{address}?kind={kind}", label) for kind, label in ZoneKind.choices]


def zone_urls() -> list:
    return [
        path("zones/<int:pk>/", ZonesView.as_view(), name="heritage_zones"),
        path("zones/<int:pk>/draw/", ZoneDrawView.as_view(), name="heritage_zone_draw"),
        path("zones/row/<int:pk>/remove/", ZoneRemoveView.as_view(), name="heritage_zone_remove"),
    ]
