"""Lifecycle G, land that an enterprise leaves, and whether it may be built on again (土壤污染防治法)."""

from django.utils.translation import gettext_lazy as _

from heritage.lifecycles.machine import Lifecycle, Need, State, Transition
from heritage.lifecycles.papers import AUTHORITY, COMPLETE_DECREE
from heritage.lifecycles.relocation_papers import HAPPENED_ON, PAPER, RelocationPapers, report
from heritage.lifecycles.rights import RELOCATING
from heritage.models.contamination import Parcel, ParcelState, PlannedUse, UseState
from heritage.models.decrees import Authority

SOIL_40 = _("Soil Pollution Prevention and Control Law, Art. 40")
SOIL_58 = _("Soil Pollution Prevention and Control Law, Art. 58, 60 and 61")
SOIL_59 = _("Soil Pollution Prevention and Control Law, Art. 59")
SOIL_61 = _("Soil Pollution Prevention and Control Law, Art. 61 and 66")
SOIL_64 = _("Soil Pollution Prevention and Control Law, Art. 64")
SOIL_65 = _("Soil Pollution Prevention and Control Law, Art. 65")
SOIL_66 = _("Soil Pollution Prevention and Control Law, Art. 66")

MOVES = {
    "find_below": _("Record: below the standard"),
    "find_above": _("Record: exceeds the standard"),
    "register": _("Enter in the remediation register"),
    "file_plan": _("File the remediation plan"),
    "remediate": _("Record the start of remediation"),
    "assess": _("File the assessment of the effect"),
    "repeat": _("Resume the remediation: target not met"),
    "remove": _("Remove from the register"),
    "open": _("Open for redevelopment"),
}
INVESTIGATION = report("investigation", _("the report on the soil investigation, as an uploaded file"))
RISK_ASSESSMENT = report("risk_assessment", _("the risk assessment, as an uploaded file"))
PLAN = report("plan", _("the remediation plan, as an uploaded file"))
EFFECT = report("effect", _("the assessment of the effect, as an uploaded file"))
REVIEWED = (*COMPLETE_DECREE, AUTHORITY)
LOCAL, PROVINCIAL = (Authority.LOCAL_ECOLOGY,), (Authority.PROVINCIAL_ECOLOGY,)

PARCEL = Lifecycle(
    key="parcel",
    label=_("Land that an enterprise leaves"),
    states=tuple(
        State(
            state.value,
            state.label,
            SOIL_59,
            is_final=state in (ParcelState.BELOW_STANDARD, ParcelState.REMOVED),
        )
        for state in ParcelState
    ),
    transitions=tuple(
        Transition(move, origin, target, article, needs, RELOCATING, authorities)
        for move, origin, target, article, needs, authorities in (
            (
                "find_below",
                ParcelState.FLAGGED,
                ParcelState.BELOW_STANDARD,
                SOIL_59,
                (INVESTIGATION, *REVIEWED),
                LOCAL,
            ),
            (
                "find_above",
                ParcelState.FLAGGED,
                ParcelState.EXCEEDS,
                SOIL_59,
                (INVESTIGATION, *REVIEWED),
                LOCAL,
            ),
            (
                "register",
                ParcelState.EXCEEDS,
                ParcelState.REGISTERED,
                SOIL_58,
                (RISK_ASSESSMENT, *REVIEWED),
                PROVINCIAL,
            ),
            ("file_plan", ParcelState.REGISTERED, ParcelState.PLAN_FILED, SOIL_64, (PLAN, *REVIEWED), LOCAL),
            (
                "remediate",
                ParcelState.PLAN_FILED,
                ParcelState.REMEDIATING,
                SOIL_40,
                (PAPER, HAPPENED_ON),
                (),
            ),
            ("assess", ParcelState.REMEDIATING, ParcelState.ASSESSED, SOIL_65, (EFFECT, *REVIEWED), LOCAL),
            ("repeat", ParcelState.ASSESSED, ParcelState.REMEDIATING, SOIL_65, (PAPER, HAPPENED_ON), ()),
            ("remove", ParcelState.ASSESSED, ParcelState.REMOVED, SOIL_66, REVIEWED, PROVINCIAL),
        )
    ),
    move_labels=MOVES,
)

#: The land was investigated and, where it exceeds the standard, its risk assessed (gate G3).
RISK_KNOWN = frozenset(ParcelState.values) - {ParcelState.FLAGGED, ParcelState.EXCEEDS}
#: The target is met (gate G5); what is assessed is still on the register.
TARGET_MET = frozenset({ParcelState.BELOW_STANDARD, ParcelState.ASSESSED, ParcelState.REMOVED})
ON_REGISTER = RISK_KNOWN - {ParcelState.BELOW_STANDARD, ParcelState.REMOVED}
#: Barred on the register (Art. 61); a use that nobody has decided on is not known to be allowed.
BARRED_USES = frozenset({PlannedUse.HOUSING, PlannedUse.PUBLIC, PlannedUse.UNKNOWN})


def is_use_allowed(standing: str, planned_use: str) -> bool:
    """Whether land in this state may be put to this use: housing and public use wait for its removal."""
    return standing not in ON_REGISTER or planned_use not in BARRED_USES


def _may_be_used(papers: RelocationPapers) -> bool:
    return isinstance(papers.subject, Parcel) and is_use_allowed(papers.standing, papers.subject.planned_use)


TARGET = Need(
    "target_met",
    _("the remediation target met, or the land below the standard"),
    lambda papers: papers.standing in TARGET_MET,
    is_of_record=True,
)
ALLOWED_USE = Need(
    "allowed_use",
    _("while on the register, a use that is neither housing nor public"),
    _may_be_used,
    is_of_record=True,
)
PARCEL_USE = Lifecycle(
    key="parcel_use",
    label=_("Redevelopment of land"),
    states=tuple(State(state.value, state.label, SOIL_61) for state in UseState),
    transitions=(
        Transition(
            "open", UseState.CLOSED, UseState.OPENED, SOIL_61, (TARGET, ALLOWED_USE, PAPER), RELOCATING
        ),
    ),
    move_labels=MOVES,
)
