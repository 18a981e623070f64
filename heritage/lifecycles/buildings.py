"""Lifecycle H, retained buildings, and whether they may be used again (Document 29, 四（六）)."""

from django.utils.translation import gettext_lazy as _

from heritage.lifecycles.machine import Lifecycle, Need, State, Transition
from heritage.lifecycles.relocation_papers import DRAWN_UP_BY, HAPPENED_ON, PAPER, RELIC_APPROVAL, report
from heritage.lifecycles.rights import RELOCATING
from heritage.models.contamination import BuildingState, UseState

DOCUMENT_29_6 = _("Document 29, 四（六）")
WITH_ART_32 = _("Document 29, 四（六）; Cultural Relics Protection Law, Art. 32")

MOVES = {
    "survey": _("Record the survey for contamination"),
    "find_clean": _("Record: clean"),
    "find_contaminated": _("Record: contaminated"),
    "plan_cleaning": _("Enter the cleaning plan"),
    "clean": _("Record the cleaning"),
    "verify": _("Record the verification"),
    "open": _("Open for reuse"),
}
SURVEY = report("contamination_survey", _("the report on the contamination, as an uploaded file"))
RISK = report(
    "reuse_risk", _("the assessment of environmental and health risks of reuse, as an uploaded file")
)
PLAN = report("cleaning_plan", _("the cleaning plan, as an uploaded file"))
DONE = report("cleaning_record", _("the record of the cleaning, as an uploaded file"))
VERIFICATION = report("verification", _("the report on the verification, as an uploaded file"))

BUILDING = Lifecycle(
    key="building",
    label=_("Retained buildings"),
    states=tuple(
        State(
            state.value,
            state.label,
            DOCUMENT_29_6,
            is_final=state in (BuildingState.CLEAN, BuildingState.VERIFIED),
        )
        for state in BuildingState
    ),
    transitions=tuple(
        Transition(move, origin, target, article, (paper, DRAWN_UP_BY, HAPPENED_ON, *more), RELOCATING)
        for move, origin, target, article, paper, *more in (
            ("survey", BuildingState.UNKNOWN, BuildingState.SURVEYED, DOCUMENT_29_6, SURVEY),
            ("find_clean", BuildingState.SURVEYED, BuildingState.CLEAN, DOCUMENT_29_6, RISK),
            ("find_contaminated", BuildingState.SURVEYED, BuildingState.CONTAMINATED, DOCUMENT_29_6, RISK),
            ("plan_cleaning", BuildingState.CONTAMINATED, BuildingState.PLANNED, DOCUMENT_29_6, PLAN),
            ("clean", BuildingState.PLANNED, BuildingState.CLEANED, WITH_ART_32, DONE, RELIC_APPROVAL),
            ("verify", BuildingState.CLEANED, BuildingState.VERIFIED, DOCUMENT_29_6, VERIFICATION),
        )
    ),
    move_labels=MOVES,
)

#: A building is used again only when it is known to be clean (gate G4).
CLEAN = frozenset({BuildingState.CLEAN, BuildingState.VERIFIED})
#: Somebody has looked for contamination.
SURVEYED = frozenset(BuildingState.values) - {BuildingState.UNKNOWN}
IS_CLEAN = Need(
    "is_clean",
    _("the building clean, or verified clean"),
    lambda papers: papers.standing in CLEAN,
    is_of_record=True,
)
BUILDING_USE = Lifecycle(
    key="building_use",
    label=_("Reuse of a retained building"),
    states=tuple(State(state.value, state.label, DOCUMENT_29_6) for state in UseState),
    transitions=(
        Transition("open", UseState.CLOSED, UseState.OPENED, DOCUMENT_29_6, (IS_CLEAN, PAPER), RELOCATING),
    ),
    move_labels=MOVES,
)
