"""Bodies that announce, own, run, receive and report. Departments have changed names: names are dated."""

from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from heritage.models.named import Named
from heritage.models.scoped import SharedModel


class OrganisationKind(models.TextChoices):
    GOVERNMENT = "government", _("Government")
    DEPARTMENT = "department", _("Department")
    ENTERPRISE = "enterprise", _("Enterprise")
    INSTITUTION = "institution", _("Collecting or research institution")
    SOCIETY = "society", _("Society")


class Organisation(Named, SharedModel):
    """A body under one name; `successor` leads to what it is called now."""

    kind = models.CharField(_("kind"), max_length=12, choices=OrganisationKind.choices)
    valid_from_edtf = models.CharField(_("so called from"), max_length=40, blank=True)
    valid_to_edtf = models.CharField(_("so called until"), max_length=40, blank=True)
    successor = models.ForeignKey(
        "self",
        verbose_name=_("now"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="predecessors",
    )
    is_verified = models.BooleanField(
        _("succession checked"),
        default=False,
        help_text=_("Whether a source for the change of name was seen."),
    )

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name_zh"]
        constraints = [models.UniqueConstraint(fields=["name_zh"], name="heritage_organisation_name_once")]

    @property
    def name_then_and_now(self) -> str:
        """The name of its time, with today's: 省文化厅（现：省文化和旅游厅）."""
        current = self
        while current.successor:
            current = current.successor
        if current is self:
            return self.name
        return _now("%(then)s (now %(now)s)") % {"then": self.name, "now": current.name}
