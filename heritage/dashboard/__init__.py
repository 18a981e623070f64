"""What an officer sees first: the work of her own division."""

from django.http import HttpRequest

from heritage.dashboard.panels import DeskHeading, DeskPanel, WorkPanel

__all__ = ["construct_homepage_panels", "construct_homepage_summary"]


def construct_homepage_panels(request: HttpRequest, panels: list) -> None:
    """Wagtail's panels speak of pages only, and one of them is not paginated."""
    panels[:] = [DeskPanel(), WorkPanel()]


def construct_homepage_summary(request: HttpRequest, items: list) -> None:
    """The division in place of totals of the whole installation."""
    items[:] = [DeskHeading(request)]
