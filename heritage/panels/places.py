"""Where a thing lies, as several forms ask for it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from heritage.map_widget import ShapeWidget


def shape_panel(heading: str | Promise | None = None) -> MultiFieldPanel:
    """Folded away: most records are a point or have no place of their own."""
    return MultiFieldPanel(
        [FieldPanel("typed_shape", widget=ShapeWidget), FieldPanel("shape_system")],
        heading=heading or _("Extent on the map"),
        classname="collapsed",
    )
