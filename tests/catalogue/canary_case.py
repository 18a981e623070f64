"""A relocation case with a token in everything that its gates are computed from: all of it is internal."""

from datetime import date

from heritage.models import (
    BuildingMove,
    CaseMove,
    FiledPlan,
    GateOverride,
    LandQuota,
    Parcel,
    ParcelMove,
    ProtectionMeasure,
    RetainedBuilding,
)
from tests.factories import attachment, superuser
from tests.inventory import decree


def canary_case(case, component) -> None:
    """Everything from which the gates of a case are computed."""
    paper = attachment("zqxattachment", case.collection)
    own = {"made_by": superuser(full_name="zqxmadeby")}
    parcel = Parcel.objects.create(case=case, name="zqxparcel", whereabouts="zqxwhereabouts")
    building = RetainedBuilding.objects.create(case=case, component=component, restrictions="zqxrestrictions")
    for move, subject in ((CaseMove, case), (ParcelMove, parcel), (BuildingMove, building)):
        move.objects.create(
            subject=subject, from_state="", to_state="zqxstate", report=paper, body="zqxbody", **own
        )
    FiledPlan.objects.create(
        case=case,
        kind="both",
        title="zqxplan",
        drawn_up_by="zqxdrawnup",
        filed_with="zqxfiledwith",
        filed_on=date(2026, 5, 5),
        filing_number="zqxfiling",
        file=paper,
    )
    order = decree(case.collection, document_number="zqxorder")
    ProtectionMeasure.objects.create(site=component.site, measure="zqxmeasure", decree=order)
    LandQuota.objects.create(case=case, kind="granted", decree=order)
    second = superuser(full_name="zqxsecond")
    GateOverride.objects.create(case=case, gate="G2", decree=order, reason="zqxreason", second=second, **own)
