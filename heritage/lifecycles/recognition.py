"""Lifecycle A, recognition 认定 (文物认定管理暂行办法 3, 6, 7, 9), up to where lifecycle B begins.

A lead is neither moved nor demolished before the decision, and never public.
"""

from django.utils.translation import gettext_lazy as _

from heritage.lifecycles.machine import Lifecycle, State, Transition
from heritage.lifecycles.papers import AUTHORITY, COMPLETE_DECREE
from heritage.lifecycles.recognition_papers import (
    ASKED_BY,
    GROUNDS,
    HEARING,
    IN_EFFECT,
    NAME,
    NO_RELIC,
    ORIGIN,
    PLACE,
    REQUEST,
    UNPUBLISHED,
)
from heritage.lifecycles.relocation_papers import HAPPENED_ON, report
from heritage.lifecycles.rights import RECORDING
from heritage.models.decrees import Authority
from heritage.models.sites import Recognition

MEASURES_3 = _("Interim Measures for the Recognition of Cultural Relics, Art. 3")
MEASURES_6_7 = _("Interim Measures for the Recognition of Cultural Relics, Art. 6 and 7")
MEASURES_3_7_9 = _("Interim Measures for the Recognition of Cultural Relics, Art. 3, 7 and 9")
CENSUS = _("Notice on the preparation of the fourth national census of cultural relics")

MOVES = {
    "record_lead": _("Record as a lead"),
    "investigate": _("Open the investigation"),
    "return": _("Return for more evidence"),
    "recognise": _("Recognise"),
    "refuse": _("Decide against recognition"),
    "ask_ruling": _("Ask for a provincial ruling"),
    "rule_for": _("Recognise by provincial ruling"),
    "rule_against": _("Decide against recognition by provincial ruling"),
    "lose": _("Record the loss"),
}
#: The departments of the county or above; the province also rules where the decision is disputed (Art. 3).
DEPARTMENTS = (Authority.COUNTY_DEPARTMENT, Authority.CITY_DEPARTMENT, Authority.PROVINCIAL_DEPARTMENT)
PROVINCE = (Authority.PROVINCIAL_DEPARTMENT,)
INVESTIGATION = report(
    "investigation", _("the investigation with the opinion of the experts, as an uploaded file")
)
LOSS = report("loss", _("the evidence of the loss, as an uploaded file"))
DECISION = (*COMPLETE_DECREE, AUTHORITY, IN_EFFECT)
DECIDED = (*DECISION, INVESTIGATION, HEARING)

ARTICLES = {
    Recognition.CLUE: CENSUS,
    Recognition.INVESTIGATING: MEASURES_6_7,
    Recognition.PROVINCIAL_RULING: MEASURES_3,
    Recognition.LOST: CENSUS,
}
FINAL = frozenset({Recognition.RECOGNISED, Recognition.LOST})

#: Where no row leads to a state from where the site stands, the last row to it names the refused step.
RECOGNITION = Lifecycle(
    key="recognition",
    label=_("Recognition"),
    states=tuple(
        State(state.value, state.label, ARTICLES.get(state, MEASURES_3_7_9), is_final=state in FINAL)
        for state in Recognition
    ),
    transitions=tuple(
        Transition(move, origin, target, article, needs, RECORDING, authorities, accepts=accepts)
        for move, origin, target, article, needs, authorities, accepts in (
            (
                "return",
                Recognition.INVESTIGATING,
                Recognition.CLUE,
                MEASURES_6_7,
                (GROUNDS, UNPUBLISHED, NO_RELIC),
                (),
                ("report",),
            ),
            (
                "record_lead",
                Recognition.NOT_RECORDED,
                Recognition.CLUE,
                CENSUS,
                (NAME, PLACE, UNPUBLISHED, NO_RELIC),
                (),
                ("report", "reason"),
            ),
            *(
                (
                    "investigate",
                    origin,
                    Recognition.INVESTIGATING,
                    MEASURES_6_7,
                    (ORIGIN,),
                    (),
                    ("body", "happened_on"),
                )
                for origin in (Recognition.NOT_RECORDED, Recognition.CLUE)
            ),
            (
                "ask_ruling",
                Recognition.NOT_RECOGNISED,
                Recognition.PROVINCIAL_RULING,
                MEASURES_3,
                (REQUEST, ASKED_BY),
                (),
                ("happened_on",),
            ),
            (
                "rule_for",
                Recognition.PROVINCIAL_RULING,
                Recognition.RECOGNISED,
                MEASURES_3,
                DECISION,
                PROVINCE,
                ("report",),
            ),
            (
                "rule_against",
                Recognition.PROVINCIAL_RULING,
                Recognition.NOT_RECOGNISED,
                MEASURES_3,
                (*DECISION, NO_RELIC),
                PROVINCE,
                ("report", "reason"),
            ),
            (
                "recognise",
                Recognition.INVESTIGATING,
                Recognition.RECOGNISED,
                MEASURES_3_7_9,
                DECIDED,
                DEPARTMENTS,
                (),
            ),
            (
                "refuse",
                Recognition.INVESTIGATING,
                Recognition.NOT_RECOGNISED,
                MEASURES_3_7_9,
                (*DECIDED, NO_RELIC),
                DEPARTMENTS,
                ("reason",),
            ),
            *(
                (
                    "lose",
                    origin,
                    Recognition.LOST,
                    CENSUS,
                    (LOSS, HAPPENED_ON, NO_RELIC),
                    (),
                    ("reason",),
                )
                for origin in (Recognition.CLUE, Recognition.INVESTIGATING)
            ),
        )
    ),
    move_labels=MOVES,
)
