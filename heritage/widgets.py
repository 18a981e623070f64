"""Input widgets of the officers' forms."""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from heritage.absences import ABSENCE_FIELDS, AbsenceReason


class AbsencesWidget(forms.MultiWidget):
    """One select per value that can be missing; blank means that it is not marked missing.

    Reads and gives the JSON text of `absences`: `{"place": "not_surveyed"}`.
    """

    template_name = "heritage/widgets/absences.html"

    class Media:
        css = {"all": ["officers/absences.css"]}

    def __init__(self, attrs: dict | None = None) -> None:
        choices = [("", _("Not missing")), *AbsenceReason.choices]
        super().__init__({field: forms.Select(choices=choices) for field in ABSENCE_FIELDS}, attrs)

    def get_context(self, name: str, value, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        for widget, label in zip(context["widget"]["subwidgets"], ABSENCE_FIELDS.values(), strict=True):
            widget["label"] = label
        return context

    def decompress(self, value) -> list[str]:
        reasons = json.loads(value) if isinstance(value, str) and value else value
        reasons = reasons if isinstance(reasons, dict) else {}
        return [reasons.get(field, "") for field in ABSENCE_FIELDS]

    def value_from_datadict(self, data, files, name: str) -> Any:
        reasons = zip(ABSENCE_FIELDS, super().value_from_datadict(data, files, name), strict=True)
        return json.dumps({field: reason for field, reason in reasons if reason})

    def value_omitted_from_data(self, data, files, name: str) -> bool:
        return all(f"{name}_{field}" not in data for field in ABSENCE_FIELDS)
