"""Taking back the last move of a case, a parcel or a retained building."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from heritage.forms.steps import TakeBackForm
from heritage.models import Parcel, RetainedBuilding
from heritage.services.taking_back_steps import refusal_to_take_back
from heritage.viewsets.case_base import CaseFormView
from heritage.viewsets.case_parts import OfPartMixin


class CaseTakeBackView(CaseFormView):
    page_title = _("Take back the last move")

    @property
    def subject(self):
        return self.case

    def get_success(self) -> str:
        return _now("Taken back.")

    def get_form(self) -> TakeBackForm:
        return TakeBackForm(self.given, subject=self.subject)

    def get_context_data(self, **kwargs) -> dict:
        refusal = refusal_to_take_back(self.subject, self.officer)
        return super().get_context_data(**kwargs) | {"refusal": refusal}


class PartTakeBackView(OfPartMixin, CaseTakeBackView):
    @property
    def subject(self):
        return self.part

    @property
    def back_url(self) -> str:
        return self.part_url


class ParcelTakeBackView(PartTakeBackView):
    model, kind, address = Parcel, "parcel", "heritage_parcel"


class BuildingTakeBackView(PartTakeBackView):
    model, kind, address = RetainedBuilding, "building", "heritage_building"
