"""The forms behind the checklist of the four haves: an item is ticked, or a wrong row removed."""

from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from heritage.forms.duties import DutyForm, RemovalForm, removal_of
from heritage.lifecycles.fulfilments import FULFILMENTS
from heritage.models import Designation, FulfilledDuty, HeritageSite
from heritage.models.fulfilled_duties import DutyKey
from heritage.services.duty_refusals import article_of, refusal_to_record, refusal_to_remove
from heritage.viewsets.duty_marks import MARKS
from heritage.viewsets.site_base import SiteFormView


class OfDutyView(SiteFormView):
    """A form behind an item of the checklist; carried out, it leads back to that item."""

    page_of = "heritage_four_haves"
    template_name = "heritage/four_haves/form.html"
    designation: Designation
    duty: str

    @property
    def back_url(self) -> str:
        return f"{self.home_url}#duty-{self.designation.pk}-{self.duty}"

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {
            "designation": self.designation,
            "rule": FULFILMENTS[self.duty],
            "article": article_of(self.designation, self.duty),
            "mark": MARKS[self.duty],
        }


class DutyRecordView(OfDutyView):
    """Recording one duty of one designation as done, with its evidence."""

    submit_label = _("Record as done")

    def read_site(self, pk: int) -> HeritageSite:
        self.designation = self.read(
            Designation, pk, "site__division", "site__collection", "scheme", "decree__issued_by"
        )
        return self.designation.site

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        self.duty = kwargs["duty"]
        if self.duty not in FULFILMENTS:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return str(DutyKey(self.duty).label)

    def get_form(self) -> DutyForm:
        return DutyForm(self.given, designation=self.designation, duty=self.duty, for_user=self.officer)

    def get_context_data(self, **kwargs) -> dict:
        refusal = refusal_to_record(self.designation, self.duty, self.officer)
        return super().get_context_data(**kwargs) | {"refusal": refusal}


class DutyRemoveView(OfDutyView):
    """Removing what was recorded wrongly, with the reason; the history keeps it."""

    submit_label = _("Remove")

    def read_site(self, pk: int) -> HeritageSite:
        row = self.read(FulfilledDuty, pk, "designation__site__division", "designation__site__collection")
        self.row, self.designation, self.duty = row, row.designation, row.duty
        return self.designation.site

    def get_page_title(self) -> str:
        return _now("Remove: %(row)s") % {"row": self.row}

    def get_success(self) -> str:
        return _now("Removed.")

    def get_form(self) -> RemovalForm:
        return RemovalForm(self.given, remove=removal_of(self.row))

    def get_context_data(self, **kwargs: Any) -> dict:
        refusal = refusal_to_remove(self.row, self.officer)
        return super().get_context_data(**kwargs) | {"refusal": refusal, "row": self.row}
