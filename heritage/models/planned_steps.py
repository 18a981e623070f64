"""By when the steps of a relocation case are planned."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.case_papers import CasePaper
from heritage.models.enterprises import RelocationCase, RelocationStage


class PlannedStep(CasePaper):
    """A stage that the case is to reach by a day; red when a gate it needs is closed by then."""

    case = models.ForeignKey(
        RelocationCase,
        verbose_name=_("relocation case"),
        on_delete=models.PROTECT,
        related_name="planned_steps",
    )
    stage = models.CharField(_("stage"), max_length=20, choices=RelocationStage.choices)
    planned_on = models.DateField(_("planned for"))

    class Meta:
        verbose_name = _("planned step")
        verbose_name_plural = _("planned steps")
        ordering = ["planned_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "stage"], name="heritage_planned_step_once"),
            models.CheckConstraint(
                condition=~models.Q(stage=RelocationStage.UNKNOWN), name="heritage_planned_step_is_a_step"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_stage_display()} {self.planned_on:%Y-%m-%d}"
