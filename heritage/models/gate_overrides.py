"""Gates of a relocation case that were overridden. A gate is never silently passed."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from heritage.models.append_only import AppendOnly
from heritage.models.case_papers import CasePaper
from heritage.models.decrees import Decree
from heritage.models.enterprises import RelocationCase


class GateKey(models.TextChoices):
    """The gates; what each asks is written in heritage.gates."""

    G1 = "G1", _("Before anything moves: survey and recognition")
    G2 = "G2", _("Before closure or move: disposal plan")
    G3 = "G3", _("After vacating: the land investigated")
    G4 = "G4", _("Before a building is reused: clean")
    G5 = "G5", _("Before redevelopment: remediation target met")
    G6 = "G6", _("Land quota: protection first")


class GateOverride(AppendOnly, CasePaper):
    """Who overrode which gate, with whom, on which paper, and why. Written once."""

    case = models.ForeignKey(
        RelocationCase, verbose_name=_("relocation case"), on_delete=models.PROTECT, related_name="overrides"
    )
    gate = models.CharField(_("gate"), max_length=2, choices=GateKey.choices)
    decree = models.ForeignKey(
        Decree, verbose_name=_("decree"), on_delete=models.PROTECT, related_name="gate_overrides"
    )
    reason = models.TextField(_("reason"))
    made_by = models.ForeignKey(
        "accounts.User", verbose_name=_("overridden by"), on_delete=models.PROTECT, related_name="+"
    )
    second = models.ForeignKey(
        "accounts.User", verbose_name=_("second person"), on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        verbose_name = _("override of a gate")
        verbose_name_plural = _("overrides of gates")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(made_by=F("second")), name="heritage_gate_override_two_people"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="heritage_gate_override_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.gate} {self.decree}"
