"""Sites named by their record numbers, one a line: a list of all sites would be too long to choose from."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from heritage.models import HeritageSite
from heritage.policies import readable


class SiteNumbersField(forms.ModelMultipleChoiceField):
    """Reads the first word of every line as a record number; what follows it, the name, is for people.

    `for_user`: who reads the form; the name of a site that they may not read is left out.
    """

    widget = forms.Textarea(attrs={"rows": 4})
    for_user = None

    def __init__(self, **options) -> None:
        super().__init__(
            queryset=HeritageSite.objects.all(),
            to_field_name="number",
            required=False,
            label=_("Heritage sites"),
            help_text=_("One record number a line; the name may follow it."),
            **options,
        )
        self.error_messages["invalid_choice"] = _("There is no heritage site with the number %(value)s.")

    def prepare_value(self, value):
        """Write the sites as lines; what was typed stays as it was."""
        if value is None or isinstance(value, str):
            return value
        known = readable(HeritageSite.objects.filter(pk__in=[site.pk for site in value]), self.for_user)
        names = dict(known.values_list("pk", "name_zh"))
        return "\n".join(f"{site.number} {names.get(site.pk, '')}".strip() for site in value)

    def clean(self, value):
        words = (line.split(maxsplit=1) for line in (value or "").splitlines())
        numbers = {first.upper() for first, *_name in filter(None, words)}
        sites = self.queryset if self.queryset is not None else HeritageSite.objects.none()
        found = list(sites.filter(number__in=numbers))
        if unknown := sorted(numbers - {site.number for site in found}):
            raise ValidationError(
                self.error_messages["invalid_choice"],
                code="invalid_choice",
                params={"value": "、".join(unknown)},
            )
        return found

    def has_changed(self, initial, data) -> bool:
        return (self.prepare_value(initial) or "") != (data or "").replace("\r\n", "\n")
