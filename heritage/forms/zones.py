"""The form of a zone: which decree draws it, from when, and where it runs."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.widgets import AdminSnippetChooser

from accounts.models import User
from heritage.forms.scoped import ScopedForm
from heritage.four_haves import duties_of
from heritage.lifecycles.duties import PROTECTED
from heritage.map_widget import ShapeWidget
from heritage.models import Decree, HeritageSite, Zone
from heritage.models.designations import IN_FORCE, SchemeStanding
from heritage.models.fulfilled_duties import DutyKey
from heritage.services.drawing_zones import Drawn, draw_zone


class ZoneForm(ScopedForm):
    """A zone of one site, which cannot be chosen; a service decides whether the decree may draw it."""

    is_duty_done = forms.BooleanField(
        required=False,
        label=_("This fulfils the duty to draw a protection zone"),
        help_text=_("Counts for a protection zone only: the four haves then show it as done."),
    )

    field_order = (
        "kind",
        "designation",
        "decree",
        "valid_from",
        "valid_to",
        "typed_shape",
        "shape_system",
        "words",
        "note",
        "is_duty_done",
    )

    class Meta:
        model = Zone
        fields = (
            "kind",
            "designation",
            "decree",
            "valid_from",
            "valid_to",
            "typed_shape",
            "shape_system",
            "words",
            "note",
        )
        widgets = {
            "typed_shape": ShapeWidget,
            "valid_from": forms.DateInput(attrs={"type": "date"}),
            "valid_to": forms.DateInput(attrs={"type": "date"}),
        }

    class Media:
        js = [forms.Script("officers/zone.js", type="module")]

    def __init__(self, *args, site: HeritageSite, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.instance.site = site
        self.fields["decree"].widget = AdminSnippetChooser(Decree)
        self.fields["words"].widget.attrs["rows"] = 4
        self.fields["note"].widget.attrs["rows"] = 2
        self.fields["valid_from"].required = False
        self.fields["valid_from"].help_text = _("Left blank: the day of the decree.")
        self.fields["valid_to"].help_text = _(
            "Only for an earlier zone that is entered afterwards. The zone in force has no last day: "
            "a newer one gives it one."
        )
        self._offer_designations(site)

    def _offer_designations(self, site: HeritageSite) -> None:
        """The designations around which a zone can be drawn; the only one is chosen."""
        designation = self.fields["designation"]
        designation.queryset = site.designations.filter(
            scheme__standing=SchemeStanding.RELIC, status__in=IN_FORCE, level__in=list(PROTECTED)
        ).select_related("scheme", "decree")
        designation.empty_label = _("None; only the extent of the relic is drawn")
        rows = list(designation.queryset)
        if len(rows) == 1:
            self.initial.setdefault("designation", rows[0].pk)
        owed = (reading for readings in duties_of(rows).values() for reading in readings)
        self.initial.setdefault(
            "is_duty_done", any(reading.key == DutyKey.ZONE and not reading.is_done for reading in owed)
        )

    def clean(self) -> dict:
        cleaned = super().clean()
        decree = cleaned.get("decree")
        if not cleaned.get("valid_from") and decree:
            cleaned["valid_from"] = decree.announced_on
            if decree.announced_on is None:
                self.add_error("valid_from", _("The decree has no date: give the first day of the zone."))
        return cleaned

    def carry_out(self, *, by: User) -> Drawn:
        return draw_zone(zone=self.instance, fulfils=self.cleaned_data["is_duty_done"], by=by)
