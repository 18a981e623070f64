"""Applications to relocate, demolish, repair, reuse or build near what is protected 涉建审批 (lifecycle C)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.components import Component
from heritage.models.decrees import Authority
from heritage.models.enterprises import RelocationCase
from heritage.models.relocation_moves import RecordedMove
from heritage.models.scoped import ScopedModel
from heritage.models.sites import HeritageSite


class InterventionKind(models.TextChoices):
    """What is applied for; by whom it is decided is in heritage.lifecycles.interventions."""

    BUILD_IN_ZONE = "build_in_zone", _("Construction in the protection zone")
    DESIGN_IN_CONTROL_ZONE = "design_in_control", _("Design of a project in the construction control zone")
    IN_SITU = "in_situ", _("Measures of in-situ conservation")
    RELOCATE = "relocate", _("Relocation to another place")
    DEMOLISH = "demolish", _("Demolition")
    REPAIR = "repair", _("Repair (conservation works)")
    CHANGE_USE = "change_use", _("Change of use, state-owned")
    TRANSFER = "transfer", _("Transfer, mortgage or change of use, not state-owned")
    ARCHAEOLOGY = "archaeology", _("Archaeology before the land is transferred")
    ALTER_EXTERIOR = "alter_exterior", _("Exterior works, installations, change of structure or use")


class InterventionState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    SUPERIOR_OPINION = "superior_opinion", _("Opinion of the superior on file")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", _("Not approved")
    EXECUTING = "executing", _("Being carried out")
    COMPLETED = "completed", _("Completed")
    VERIFIED = "verified", _("Accepted")


class Intervention(ScopedModel):
    """One application about a site or a component. Internal, never public.

    `level` is the legal identity when the application was submitted, as `heritage.lifecycles.interventions`
    names it; it decides who approves, and a later decree does not change that.
    """

    site = models.ForeignKey(
        HeritageSite, verbose_name=_("heritage site"), on_delete=models.PROTECT, related_name="interventions"
    )
    component = models.ForeignKey(
        Component,
        verbose_name=_("component"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="interventions",
    )
    case = models.ForeignKey(
        RelocationCase,
        verbose_name=_("relocation case"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="interventions",
    )
    kind = models.CharField(_("what is applied for"), max_length=20, choices=InterventionKind.choices)
    title = models.CharField(_("title"), max_length=200)
    description = models.TextField(_("what is to be done, and why"), blank=True)
    applicant = models.CharField(_("applicant"), max_length=160)
    applied_on = models.DateField(_("applied on"))
    application = models.ForeignKey(
        "media.Attachment",
        verbose_name=_("the application, as an uploaded file"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=InterventionState.choices,
        default=InterventionState.DRAFT,
        editable=False,
    )
    level = models.CharField(_("legal identity when submitted"), max_length=20, blank=True, editable=False)
    authority = models.CharField(
        _("decides"), max_length=24, choices=Authority.choices, blank=True, editable=False
    )
    entered_by = models.ForeignKey(
        "accounts.User",
        verbose_name=_("entered by"),
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )

    class Meta:
        verbose_name = _("intervention")
        verbose_name_plural = _("interventions")
        ordering = ["-applied_on", "-pk"]
        constraints = [
            # 文物保护法 31: a national unit is never demolished, so nobody can apply for it.
            models.CheckConstraint(
                condition=~models.Q(kind=InterventionKind.DEMOLISH, level="national"),
                name="heritage_intervention_no_national_demolition",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args, **kwargs) -> None:
        """Keep the collection of the site."""
        self.collection_id = self.site.collection_id
        super().save(*args, **kwargs)


class InterventionMove(RecordedMove):
    """One step with its papers. `approval`: the opinion that is asked for first, `is_agreed` what it says."""

    subject = models.ForeignKey(Intervention, on_delete=models.PROTECT, related_name="moves")
    conditions = models.TextField(_("conditions of the approval"), blank=True)
    licence = models.CharField(_("conservation works licence"), max_length=80, blank=True)
    receiver = models.CharField(_("collecting institution of salvaged parts"), max_length=160, blank=True)
    receipt = models.ForeignKey(
        "media.Attachment",
        verbose_name=_("receipt of the collecting institution"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    is_nothing_salvaged = models.BooleanField(_("no part was worth collecting"), default=False)
    is_agreed = models.BooleanField(_("the superior agrees"), null=True, blank=True)

    class Meta(RecordedMove.Meta):
        verbose_name = _("step of an intervention")
        verbose_name_plural = _("steps of interventions")
