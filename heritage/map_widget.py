"""Places with a map beside them; without JavaScript they are plain text fields."""

from django import forms
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from heritage.geometry import PROVINCE_BOX

MAP_STYLES = ["leaflet/leaflet.css", "css/map.css", "officers/coordinates.css"]


class MapWidget(forms.Widget):
    """What the two widgets share: a text in a declared system, what it means, and a map to set it on.

    ``system_field``: the name of the field beside it in which the system is chosen; what is set on the map is
    written in WGS 84, and that system is chosen. ``warning``: what is doubtful about the stored place.
    """

    convert_view: str
    warning = ""

    def __init__(self, attrs: dict | None = None, *, system_field: str) -> None:
        super().__init__({"autocomplete": "off", "spellcheck": "false", **(attrs or {})})
        self.system_field = system_field

    def get_context(self, name: str, value: object, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        prefix = name.rpartition("-")[0]
        context["map"] = {
            "convert_url": reverse(self.convert_view),
            "system_name": f"{prefix}-{self.system_field}" if prefix else self.system_field,
            "division_name": f"{prefix}-division" if prefix else "division",
            "box": ",".join(map(str, PROVINCE_BOX)),
            "language": "en" if (get_language() or "").startswith("en") else "zh",
            "warning": self.warning,
            "words": {
                "north": _("N"),
                "unanswered": _("The coordinates could not be checked just now; they are checked on saving."),
                **self.words(),
            },
        }
        return context

    def words(self) -> dict[str, str]:
        """Return the sentences that only this map says."""
        raise NotImplementedError


class CoordinatesWidget(MapWidget, forms.TextInput):
    """A text field for coordinates in a declared system, the point they mean, and a map to move it on."""

    template_name = "heritage/widgets/coordinates.html"
    convert_view = "heritage_convert_coordinates"

    class Media:
        css = {"all": MAP_STYLES}
        js = ["leaflet/leaflet.js", forms.Script("officers/coordinates.js", type="module")]

    def __init__(self, attrs: dict | None = None, *, system_field: str = "coordinate_system") -> None:
        super().__init__(attrs, system_field=system_field)

    def words(self) -> dict[str, str]:
        return {"point": _("WGS 84: %(longitude)s° E, %(latitude)s° N")}


class ShapeWidget(MapWidget, forms.Textarea):
    """A text field for a line or an area, GeoJSON or a point a line, and a map to draw it on."""

    template_name = "heritage/widgets/shape.html"
    convert_view = "heritage_convert_shape"

    class Media:
        css = {"all": [*MAP_STYLES, "officers/shape.css"]}
        js = ["leaflet/leaflet.js", forms.Script("officers/shape.js", type="module")]

    def __init__(self, attrs: dict | None = None, *, system_field: str = "shape_system") -> None:
        super().__init__({"rows": 4, "class": "shape__text", **(attrs or {})}, system_field=system_field)

    def words(self) -> dict[str, str]:
        return {
            "counted": _("%(kind)s, %(count)s points"),
            "drawing": _("Click on the map, or move it and press the space bar: each sets a point."),
            "crowded": _("There are too many points here to take hold of. Zoom in to move them."),
        }
