"""The nominations of a site as National Industrial Heritage 国家工业遗产, the page of one, and its steps."""

from typing import Any

from django.conf import settings
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from heritage.forms.nominations import NominationStepForm
from heritage.lifecycles.annual_reports import reported_years
from heritage.lifecycles.national_industrial import NATIONAL_INDUSTRIAL
from heritage.lifecycles.rights import NOMINATING, holds
from heritage.services.nominating import designated_on, refusal_to_begin, refusal_to_report
from heritage.viewsets.nomination_entry import (
    AnnualReportView,
    NominationBeginView,
    NominationEditView,
    OfNomination,
)
from heritage.viewsets.site_base import OfSiteView
from heritage.viewsets.step_pages import StepFormView, StepsView, TakeBackView, step_urls


class SiteNominationsView(OfSiteView):
    """Every nomination of the site, the newest first, with where it stands and what it names."""

    page_title = _("National Industrial Heritage")
    page_of = "heritage_nominations"
    template_name = "heritage/nominations/site.html"

    def get_context_data(self, **kwargs) -> dict:
        rows = self.site.nominations.select_related("site").prefetch_related("core_items")
        refusal = refusal_to_begin(self.site, self.officer)
        return {
            **super().get_context_data(**kwargs),
            "rows": [
                {
                    "nomination": row,
                    "state": NATIONAL_INDUSTRIAL.label_of(row.state),
                    "url": reverse("heritage_nomination", args=[row.pk]),
                }
                for row in rows
            ],
            "refusal": refusal,
            "begin_url": reverse("heritage_nomination_begin", args=[self.site.pk]),
        }


class NominationView(OfNomination, StepsView):
    """What it says, where it stands, what may come next, and its annual reports once it is designated."""

    page_title = _("Nomination as National Industrial Heritage")
    template_name = "heritage/nominations/nomination.html"

    def get_context_data(self, **kwargs) -> dict:
        nomination = self.subject
        may_write = holds(self.officer, NOMINATING, nomination)
        may_report = refusal_to_report(nomination, self.officer) is None
        return {
            **super().get_context_data(**kwargs),
            "core_items": nomination.core_items.all(),
            "status_url": reverse("heritage_site_status", args=[self.site.pk]),
            "edit_url": reverse("heritage_nomination_edit", args=[nomination.pk]) if may_write else "",
            "years": self._years(),
            "report_url": reverse("heritage_annual_report", args=[nomination.pk]) if may_report else "",
            "due_month": settings.HERITAGE_ANNUAL_REPORT_MONTH,
        }

    def _trail(self) -> list[dict]:
        """A step is internal: what a reviewer confirms is the designation that comes of it."""
        return [{**row, "awaits": False} for row in super()._trail()]

    def _years(self) -> tuple[Any, ...]:
        """Each year since the designation with its report; none before there is a designation."""
        if self.subject.designation is None:
            return ()
        reports = {row.year: row for row in self.subject.annual_reports.select_related("file")}
        return reported_years(
            reports,
            designated_on=designated_on(self.subject),
            today=timezone.localdate(),
            due_month=settings.HERITAGE_ANNUAL_REPORT_MONTH,
        )


class NominationStepView(OfNomination, StepFormView):
    form_class = NominationStepForm

    def get_success(self) -> str:
        return str(_("Recorded."))


class NominationTakeBackView(OfNomination, TakeBackView):
    pass


def nomination_urls() -> list[Any]:
    of_site, of_one = "sites/<int:pk>/nominations/", "nominations/<int:pk>/"
    return [
        path(of_site, SiteNominationsView.as_view(), name="heritage_nominations"),
        path(f"{of_site}begin/", NominationBeginView.as_view(), name="heritage_nomination_begin"),
        *step_urls(of_one, page=NominationView, step=NominationStepView, take_back=NominationTakeBackView),
        path(f"{of_one}edit/", NominationEditView.as_view(), name="heritage_nomination_edit"),
        path(f"{of_one}reports/add/", AnnualReportView.as_view(), name="heritage_annual_report"),
    ]
