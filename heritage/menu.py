"""The main menu and its search box hold what the person may use."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.search import SearchArea
from wagtail.permissions import policy_registry

from heritage.models import HeritageSite
from heritage.roles import READING

FOR_SUPERUSERS = frozenset({"reports", "help", "settings"})


def construct_main_menu(request: HttpRequest, items: list) -> None:
    """Hide what is closed: reports over all records and Wagtail's help for editors of pages."""
    if not request.user.is_superuser:
        items[:] = [item for item in items if item.name not in FOR_SUPERUSERS]


class SiteSearchArea(SearchArea):
    """The search box of the menu looks for sites first."""

    def is_shown(self, request, current=None) -> bool:
        return policy_registry.get_by_type(HeritageSite).user_has_any_permission(request.user, READING)


def site_search_area() -> SearchArea:
    address = reverse(HeritageSite.snippet_viewset.get_url_name("list"))
    return SiteSearchArea(_("Heritage sites"), address, name="heritage_sites", icon_name="site", order=50)
