"""The form of a survey: what was seen of the site's components, and what could not be entered."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from heritage.forms.scoped import ScopedForm
from heritage.policies import keys_among


class SurveyForm(ScopedForm):
    """A survey of one site; only components of that site are offered as seen."""

    chosen_once = ("site",)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        components = self.fields["components"]
        components.queryset = components.queryset.filter(site_id=self._site_pk())
        if not components.queryset.exists():
            components.help_text = _(
                "This site has no components yet, or the site is not saved yet: "
                "save, then tick what was seen."
            )

    def _site_pk(self) -> int | None:
        if self.instance.site_id:
            return self.instance.site_id
        chosen = keys_among([self.data.get("site") or ""])
        return chosen[0] if chosen else None

    def clean_surveyed_on(self):
        surveyed_on = self.cleaned_data["surveyed_on"]
        if surveyed_on and surveyed_on > timezone.localdate():
            raise forms.ValidationError(_("A survey is entered after the visit: this date is still to come."))
        return surveyed_on
