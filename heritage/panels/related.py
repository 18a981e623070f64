"""What a form shows and does not edit: status, components, surveys, the rights in a photograph."""

from django.urls import reverse
from wagtail.admin.panels import Panel
from wagtail.admin.utils import get_latest_str

from heritage.policies import readable
from heritage.services.lawful_moves import lawful_moves

SHOWN = 50


class ReadingPanel(Panel):
    """Nothing to fill in."""

    class BoundPanel(Panel.BoundPanel):
        def is_shown(self) -> bool:
            return self.instance is not None and self.instance.pk is not None


class StatusPanel(ReadingPanel):
    """The designations of the site, and what may lawfully come next."""

    class BoundPanel(ReadingPanel.BoundPanel):
        template_name = "heritage/panels/status.html"

        def get_context_data(self, parent_context=None) -> dict:
            site = self.instance
            moves = lawful_moves(site, self.request.user)
            return {
                **super().get_context_data(parent_context),
                "designations": site.designations.select_related("scheme", "decree", "component"),
                "open_moves": [move for move in moves if move.is_open],
                "status_url": reverse("heritage_site_status", args=[site.pk]),
            }


class RelatedPanel(ReadingPanel):
    """Components, those that came here from elsewhere, and surveys, each with a form of its own."""

    class BoundPanel(ReadingPanel.BoundPanel):
        template_name = "heritage/panels/related.html"

        def get_context_data(self, parent_context=None) -> dict:
            site, user = self.instance, self.request.user
            return {
                **super().get_context_data(parent_context),
                "site": site,
                "components": [
                    {"name": get_latest_str(row), "url": _address(row, "edit")}
                    for row in site.components.select_related("latest_revision")[:SHOWN]
                ],
                "arrivals": [
                    {"name": get_latest_str(row), "url": _address(row, "edit"), "from": row.site}
                    for row in readable(site.arrivals.select_related("latest_revision", "site"), user)[:SHOWN]
                ],
                "surveys": [
                    {"name": str(row), "url": _address(row, "inspect" if row.confirmed_on else "edit")}
                    for row in site.surveys.select_related("site")[:SHOWN]
                ],
            }


class RightsPanel(Panel):
    """Licence and credit line of the photograph in a row: what is missing keeps it from the public."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "heritage/panels/rights.html"

        def is_shown(self) -> bool:
            return getattr(self.instance, "photograph_id", None) is not None

        def get_context_data(self, parent_context=None) -> dict:
            return {**super().get_context_data(parent_context), "photograph": self.instance.photograph}


def _address(row, action: str) -> str:
    return reverse(row.snippet_viewset.get_url_name(action), args=[row.pk])
