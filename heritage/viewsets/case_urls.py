"""The addresses of relocation cases beside those of their list and form."""

from django.urls import path

from heritage.viewsets.case_entry import (
    CaseMoveView,
    EvidenceDeleteView,
    EvidenceEditView,
    EvidenceView,
    OverrideView,
)
from heritage.viewsets.case_page import CaseView
from heritage.viewsets.case_parts import BuildingMoveView, BuildingView, ParcelMoveView, ParcelView
from heritage.viewsets.case_taking_back import BuildingTakeBackView, CaseTakeBackView, ParcelTakeBackView

ROUTES = (
    ("cases/<int:pk>/", CaseView, "heritage_case"),
    ("cases/<int:pk>/to/<slug:target>/", CaseMoveView, "heritage_case_move"),
    ("cases/<int:pk>/take-back/", CaseTakeBackView, "heritage_case_take_back"),
    ("cases/<int:pk>/override/<slug:gate>/", OverrideView, "heritage_gate_override"),
    ("cases/<int:pk>/evidence/<slug:kind>/add/", EvidenceView, "heritage_evidence_add"),
    ("cases/<int:pk>/evidence/<slug:kind>/<int:row>/", EvidenceEditView, "heritage_evidence_edit"),
    (
        "cases/<int:pk>/evidence/<slug:kind>/<int:row>/delete/",
        EvidenceDeleteView,
        "heritage_evidence_delete",
    ),
    ("parcels/<int:pk>/", ParcelView, "heritage_parcel"),
    ("parcels/<int:pk>/to/<slug:target>/", ParcelMoveView, "heritage_parcel_move"),
    ("parcels/<int:pk>/take-back/", ParcelTakeBackView, "heritage_parcel_take_back"),
    ("buildings/<int:pk>/", BuildingView, "heritage_building"),
    ("buildings/<int:pk>/to/<slug:target>/", BuildingMoveView, "heritage_building_move"),
    ("buildings/<int:pk>/take-back/", BuildingTakeBackView, "heritage_building_take_back"),
)


def case_urls() -> list:
    return [path(f"relocation/{route}", view.as_view(), name=name) for route, view, name in ROUTES]
