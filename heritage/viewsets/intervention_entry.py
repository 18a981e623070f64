"""Entering an application about a site, revising its draft, and deleting it."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from heritage.forms.interventions import InterventionForm
from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.models import Intervention
from heritage.models.interventions import InterventionKind, InterventionState
from heritage.services.applying import delete_draft, refusal_to_delete
from heritage.viewsets.deciding import deciding_now, deciding_url
from heritage.viewsets.site_base import SiteFormView
from heritage.viewsets.step_pages import OfSubjectView

#: What an address may fill in: a case leads here with its component, a building with its cleaning.
GIVEN = ("kind", "component", "case")


class InterventionEntryView(SiteFormView):
    """A new application; who decides on it is told while it is written."""

    page_title = _("Enter an application")
    submit_label = _("Save the draft")
    page_of = "heritage_interventions"
    template_name = "heritage/interventions/form.html"
    intervention: Intervention | None = None

    @property
    def back_url(self) -> str:
        if self.intervention is None:
            return self.home_url
        return reverse("heritage_intervention", args=[self.intervention.pk])

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_form(self) -> InterventionForm:
        given = {name: self.request.GET.get(name, "") for name in GIVEN}
        return InterventionForm(
            self.given,
            site=self.site,
            for_user=self.officer,
            intervention=self.intervention,
            given={"kind": next(iter(InterventionKind)).value, **{k: v for k, v in given.items() if v}},
        )

    def carry_out(self, form: InterventionForm) -> None:
        self.intervention = form.carry_out(by=self.officer)

    def get_context_data(self, **kwargs) -> dict:
        context = super().get_context_data(**kwargs)
        form = context["form"]
        kind, component = (form[name].value() or "" for name in ("kind", "component"))
        component_key = str(getattr(component, "pk", component))
        return {
            **context,
            **deciding_now(self.site, str(kind), component_key),
            "deciding_url": deciding_url(self.site),
        }


class OfIntervention:
    """A screen of one application, which is read where its site is."""

    model = Intervention
    address = "heritage_intervention"
    page_of = "heritage_interventions"
    related = ("component", "case__enterprise", "application", "entered_by")


class InterventionEditView(OfIntervention, OfSubjectView, InterventionEntryView):
    """The same form for a draft; what was submitted is read on its page."""

    page_title = _("Change the application")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        self.intervention = self.read(Intervention, kwargs["pk"])
        if self.intervention.state != InterventionState.DRAFT:
            return redirect(self.back_url)
        return super().dispatch(request, *args, **kwargs)


class InterventionDeleteView(OfIntervention, OfSubjectView):
    """Asks once more, then deletes a draft that was never submitted."""

    page_title = _("Delete the draft")
    template_name = "heritage/interventions/delete.html"

    def get_context_data(self, **kwargs) -> dict:
        own = {
            "subject": self.subject,
            "refusal": refusal_to_delete(self.subject, self.officer),
            "back_url": self.subject_url,
        }
        return super().get_context_data(**kwargs) | own

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        try:
            delete_draft(intervention=self.subject, by=self.officer)
        except UnlawfulMoveError:
            return self.render_to_response(self.get_context_data())
        messages.success(request, _now("The draft “%(title)s” is deleted.") % {"title": self.subject})
        return redirect(self.home_url)
