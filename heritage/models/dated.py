"""Words, their EDTF and the bounds that sorting and searching need."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.dating import PeriodError, parse_period


class Dated(models.Model):
    """A dating as the source words it; EDTF (ISO 8601-2) and bounds always follow from the words."""

    period_text = models.CharField(
        _("dating in words"),
        max_length=120,
        blank=True,
        help_text=_(
            "As the source says it: 1933年12月, 伪满, 20世纪50年代初, 约1931年. EDTF is understood too."
        ),
    )
    period_edtf = models.CharField(_("dating, EDTF"), max_length=60, blank=True, editable=False)
    earliest_on = models.DateField(_("not before"), null=True, blank=True, editable=False)
    latest_on = models.DateField(_("not after"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        self.read_period()

    def read_period(self) -> None:
        """Derive EDTF and bounds from the words; a ValidationError lands at them."""
        if not self.period_text:
            self.period_edtf, self.earliest_on, self.latest_on = "", None, None
            return
        try:
            period = parse_period(self.period_text)
        except PeriodError as error:
            raise ValidationError({"period_text": str(error)}) from error
        self.period_edtf, self.earliest_on, self.latest_on = period.edtf, period.earliest, period.latest
