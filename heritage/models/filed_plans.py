"""Plans that an enterprise files before it closes or moves (Document 29, 四（六）; 土壤污染防治法 22)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.case_papers import CasePaper
from heritage.models.enterprises import RelocationCase


class PlanKind(models.TextChoices):
    WASTE = "waste", _("Waste")
    INSTALLATIONS = "installations", _("Production and storage installations")
    BOTH = "both", _("Waste and installations in one plan")


#: What each kind of plan disposes of.
DISPOSES_OF: dict[str, frozenset[str]] = {
    PlanKind.WASTE: frozenset({PlanKind.WASTE}),
    PlanKind.INSTALLATIONS: frozenset({PlanKind.INSTALLATIONS}),
    PlanKind.BOTH: frozenset({PlanKind.WASTE, PlanKind.INSTALLATIONS}),
}


class FiledPlan(CasePaper):
    """A disposal plan with its filing; it counts for gate G2 once it is filed."""

    case = models.ForeignKey(
        RelocationCase, verbose_name=_("relocation case"), on_delete=models.PROTECT, related_name="plans"
    )
    kind = models.CharField(_("disposes of"), max_length=16, choices=PlanKind.choices)
    title = models.CharField(_("title of the plan"), max_length=200)
    drawn_up_by = models.CharField(_("drawn up by"), max_length=160, blank=True)
    filed_with = models.CharField(_("filed with"), max_length=160)
    filed_on = models.DateField(_("filed on"))
    filing_number = models.CharField(_("number of the filing receipt"), max_length=60, blank=True)
    file = models.ForeignKey(
        "media.Attachment",
        verbose_name=_("the plan, as an uploaded file"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("disposal plan")
        verbose_name_plural = _("disposal plans")
        ordering = ["filed_on", "pk"]

    def __str__(self) -> str:
        return self.title
