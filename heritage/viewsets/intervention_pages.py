"""The applications of a site, the page of one, and its steps."""

from typing import Any

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from heritage.courses.interventions import identity_of
from heritage.forms.interventions import InterventionStepForm
from heritage.lifecycles.interventions import table_of
from heritage.lifecycles.rights import INTERVENING, holds
from heritage.models import Intervention
from heritage.models.interventions import InterventionState
from heritage.services.applying import refusal_to_delete
from heritage.viewsets.deciding import DecidingView, deciding
from heritage.viewsets.find_pages import FindEditView, FindEntryView, SiteFindsView, finds_shown, may_write
from heritage.viewsets.intervention_entry import (
    InterventionDeleteView,
    InterventionEditView,
    InterventionEntryView,
    OfIntervention,
)
from heritage.viewsets.intervention_fates import fates_of
from heritage.viewsets.site_base import OfSiteView
from heritage.viewsets.step_pages import StepFormView, StepsView, TakeBackView, step_urls


def state_label(intervention: Intervention) -> str:
    """Where it stands, in the words of its own table: what is only filed is on file, not approved."""
    if not intervention.level:
        return intervention.get_state_display()
    return table_of(intervention.kind, intervention.level).label_of(intervention.state)


class SiteInterventionsView(OfSiteView):
    """Every application about the site or a component of it, the newest first."""

    page_title = _("Interventions")
    page_of = "heritage_interventions"
    template_name = "heritage/interventions/site.html"

    def get_context_data(self, **kwargs) -> dict:
        rows = self.site.interventions.select_related("component")
        may_enter = holds(self.officer, INTERVENING, self.site)
        add = reverse("heritage_intervention_add", args=[self.site.pk])
        return {
            **super().get_context_data(**kwargs),
            "rows": [
                {
                    "intervention": row,
                    "state": state_label(row),
                    "url": reverse("heritage_intervention", args=[row.pk]),
                }
                for row in rows
            ],
            "add_url": add if may_enter else "",
        }


class InterventionView(OfIntervention, StepsView):
    """Who decides and why, where it stands, what may come next; and, once begun, what else is to be told."""

    page_title = _("Intervention")
    template_name = "heritage/interventions/intervention.html"

    def get_context_data(self, **kwargs) -> dict:
        intervention = self.subject
        is_draft = intervention.state == InterventionState.DRAFT
        may_enter = holds(self.officer, INTERVENING, self.site)
        may_report = may_write(self.officer, "add", self.site)
        edit, find = (
            reverse("heritage_intervention_edit", args=[intervention.pk]),
            f"{reverse('heritage_find_add', args=[self.site.pk])}?intervention={intervention.pk}",
        )
        return {
            **super().get_context_data(**kwargs),
            "deciding": deciding(intervention.kind, identity_of(intervention)),
            "edit_url": edit if is_draft and may_enter else "",
            "delete_url": self._delete_url(),
            "fates": fates_of(intervention),
            "finds": finds_shown(intervention.finds.all(), self.officer, self.site),
            "find_url": find if may_report else "",
            "trail_words": "heritage/interventions/move_words.html",
        }

    def _delete_url(self) -> str:
        may_delete = refusal_to_delete(self.subject, self.officer) is None
        return reverse("heritage_intervention_delete", args=[self.subject.pk]) if may_delete else ""


class InterventionStepView(OfIntervention, StepFormView):
    form_class = InterventionStepForm


class InterventionTakeBackView(OfIntervention, TakeBackView):
    pass


def intervention_urls() -> list[Any]:
    of_site = "sites/<int:pk>/"
    return [
        path(f"{of_site}interventions/", SiteInterventionsView.as_view(), name="heritage_interventions"),
        path(
            f"{of_site}interventions/add/", InterventionEntryView.as_view(), name="heritage_intervention_add"
        ),
        path(
            f"{of_site}interventions/deciding/",
            DecidingView.as_view(),
            name="heritage_intervention_deciding",
        ),
        *step_urls(
            "interventions/<int:pk>/",
            page=InterventionView,
            step=InterventionStepView,
            take_back=InterventionTakeBackView,
        ),
        path(
            "interventions/<int:pk>/edit/",
            InterventionEditView.as_view(),
            name="heritage_intervention_edit",
        ),
        path(
            "interventions/<int:pk>/delete/",
            InterventionDeleteView.as_view(),
            name="heritage_intervention_delete",
        ),
        path(f"{of_site}finds/", SiteFindsView.as_view(), name="heritage_finds"),
        path(f"{of_site}finds/add/", FindEntryView.as_view(), name="heritage_find_add"),
        path("finds/<int:pk>/", FindEditView.as_view(), name="heritage_find_edit"),
    ]
