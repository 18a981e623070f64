"""What an officer sees first: what she has to do, and how her own division stands."""

from django.http import HttpRequest

from heritage.dashboard.panels import BeginPanel, DeskHeading, DeskPanel, RecentPanel
from heritage.dashboard.work import PressingPanel


def construct_homepage_panels(request: HttpRequest, panels: list) -> None:
    """Wagtail's panels speak of pages only, and one of them is not paginated."""
    panels[:] = [BeginPanel(), PressingPanel(), DeskPanel(), RecentPanel()]


def construct_homepage_summary(request: HttpRequest, items: list) -> None:
    """The division in place of totals of the whole installation."""
    items[:] = [DeskHeading(request)]
