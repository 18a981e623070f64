"""Typed coordinates with a map beside them; without JavaScript it is the plain text field."""

from django import forms
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from heritage.geometry import PROVINCE_BOX


class CoordinatesWidget(forms.TextInput):
    """A text field for coordinates in a declared system, the point they mean, and a map to move it on.

    ``system_field``: the name of the field beside it in which the system is chosen. A point set on the map
    is written as "longitude, latitude" in WGS 84, and that system is chosen.
    """

    template_name = "heritage/widgets/coordinates.html"

    class Media:
        css = {"all": ["leaflet/leaflet.css", "css/map.css", "officers/coordinates.css"]}
        js = ["leaflet/leaflet.js", forms.Script("officers/coordinates.js", type="module")]

    def __init__(self, attrs: dict | None = None, *, system_field: str = "coordinate_system") -> None:
        super().__init__({"autocomplete": "off", "spellcheck": "false", **(attrs or {})})
        self.system_field = system_field

    def get_context(self, name: str, value: object, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        prefix = name.rpartition("-")[0]
        context["map"] = {
            "convert_url": reverse("heritage_convert_coordinates"),
            "system_name": f"{prefix}-{self.system_field}" if prefix else self.system_field,
            "box": ",".join(map(str, PROVINCE_BOX)),
            "language": "en" if (get_language() or "").startswith("en") else "zh",
            "words": {
                "point": _("WGS 84: %(longitude)s° E, %(latitude)s° N"),
                "north": _("N"),
                "unanswered": _("The coordinates could not be checked just now; they are checked on saving."),
            },
        }
        return context
