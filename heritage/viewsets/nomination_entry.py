"""The forms of a nomination: beginning it, changing what may still be changed, entering an annual report."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from heritage.forms.nominations import AnnualReportForm, NominationForm
from heritage.models import Nomination
from heritage.services.nominating import refusal_to_begin, refusal_to_report
from heritage.viewsets.site_base import SiteFormView
from heritage.viewsets.step_pages import OfSubjectView


class OfNomination:
    """A screen of one nomination, which is read where its site is."""

    model = Nomination
    address = "heritage_nomination"
    page_of = "heritage_nominations"
    related = ("designation__scheme", "designation__decree")


class NamedForm:
    """A form whose last crumb says what it does."""

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]


class NominationBeginView(NamedForm, SiteFormView):
    page_title = _("Begin a nomination")
    page_of = "heritage_nominations"
    nomination: Nomination | None = None

    @property
    def back_url(self) -> str:
        if self.nomination is None:
            return self.home_url
        return reverse("heritage_nomination", args=[self.nomination.pk])

    def get_form(self) -> NominationForm:
        return NominationForm(self.given, site=self.site, instance=self.nomination)

    def carry_out(self, form: NominationForm) -> None:
        self.nomination = form.carry_out(by=self.officer)

    def get_context_data(self, **kwargs) -> dict:
        refusal = refusal_to_begin(self.site, self.officer)
        return super().get_context_data(**kwargs) | {"refusal": refusal}


class NominationEditView(NamedForm, OfNomination, OfSubjectView, SiteFormView):
    page_title = _("Change the nomination")
    submit_label = _("Save")

    @property
    def back_url(self) -> str:
        return self.subject_url

    def get_form(self) -> NominationForm:
        return NominationForm(self.given, site=self.site, instance=self.subject)


class AnnualReportView(NamedForm, OfNomination, OfSubjectView, SiteFormView):
    page_title = _("Enter an annual report")

    @property
    def back_url(self) -> str:
        return self.subject_url

    def get_form(self) -> AnnualReportForm:
        year = self.request.GET.get("year", "")
        return AnnualReportForm(self.given, nomination=self.subject, year=year, for_user=self.officer)

    def get_context_data(self, **kwargs) -> dict:
        refusal = refusal_to_report(self.subject, self.officer)
        return super().get_context_data(**kwargs) | {"refusal": refusal}
