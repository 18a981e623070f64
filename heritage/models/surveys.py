"""Surveys as events: who, when, why, what was seen, and what could not be seen and why."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from heritage.absences import AbsenceReason
from heritage.models.announcing import Announcing
from heritage.models.components import Component
from heritage.models.scoped import ScopedModel
from heritage.models.shaped import Shaped, raise_together, shape_is_declared
from heritage.models.sites import HeritageSite
from heritage.models.vocabularies import Vocabulary, term_key


class SurveyPurpose(models.TextChoices):
    CENSUS = "census", _("Census")
    RECOGNITION = "recognition", _("Recognition")
    BEFORE_RELOCATION = "before_relocation", _("Before relocation")
    AFTER_RELOCATION = "after_relocation", _("After relocation")
    RECHECK = "recheck", _("Re-check")


class Survey(Shaped, Announcing, ScopedModel, ClusterableModel):
    """One visit. It is never changed into another visit: a new visit is a new survey.

    Surveyors' names are internal, and so is the line or area: what was walked. Public only once a reviewer
    has confirmed it.
    """

    site = models.ForeignKey(
        HeritageSite, verbose_name=_("heritage site"), on_delete=models.CASCADE, related_name="surveys"
    )
    surveyed_on = models.DateField(_("surveyed on"))
    purpose = models.CharField(_("purpose"), max_length=20, choices=SurveyPurpose.choices)
    surveyors = models.CharField(_("surveyors"), max_length=200, help_text=_("Internal; never published."))
    observations = models.TextField(_("what was seen"))
    condition = term_key(Vocabulary.CONDITION, verbose_name=_("condition"))
    condition_note = models.TextField(_("condition in words"), blank=True)
    components = ParentalManyToManyField(
        Component, verbose_name=_("components seen"), blank=True, related_name="surveys"
    )
    note = models.TextField(_("note for officers"), blank=True, help_text=_("Internal; never published."))
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True, editable=False)
    confirmed_by = models.ForeignKey(
        "accounts.User",
        verbose_name=_("confirmed by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )

    class Meta:
        verbose_name = _("survey")
        verbose_name_plural = _("surveys")
        ordering = ["-surveyed_on", "-pk"]
        constraints = [shape_is_declared("heritage_survey_shape_is_declared")]

    def __str__(self) -> str:
        return f"{self.site} {self.surveyed_on:%Y-%m-%d}"

    def clean(self) -> None:
        raise_together(super().clean, self.read_shape)

    def save(self, *args, **kwargs) -> None:
        """Keep the collection of the site."""
        self.collection_id = self.site.collection_id
        super().save(*args, **kwargs)

    def announced_pks(self) -> list[int]:
        return [self.site_id]


class NotEntered(Orderable):
    """A part that could not be entered, and why: the evidence that it is still to be surveyed."""

    survey = ParentalKey(Survey, on_delete=models.CASCADE, related_name="not_entered")
    component = models.ForeignKey(
        Component,
        verbose_name=_("component"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    what = models.CharField(_("what could not be entered"), max_length=160)
    reason = models.CharField(_("why"), max_length=16, choices=AbsenceReason.choices)
    explanation = models.CharField(_("explanation"), max_length=300, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("what could not be entered")
        verbose_name_plural = _("what could not be entered")

    def __str__(self) -> str:
        return self.what


class SurveyPhotograph(Orderable):
    """A photograph taken on a survey."""

    survey = ParentalKey(Survey, on_delete=models.CASCADE, related_name="photographs")
    photograph = models.ForeignKey(
        "media.Photograph",
        verbose_name=_("photograph"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="survey_uses",
    )
    direction = models.CharField(_("direction of view"), max_length=20, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("photograph of the survey")
        verbose_name_plural = _("photographs of the survey")

    def __str__(self) -> str:
        return str(self.photograph or "—")
