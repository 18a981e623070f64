"""Lifecycle F, the relocation of an enterprise (Document 29, 四), with the gates that stand in its way.

What is established of the past needs its paper; what is decided here needs its gates too, from whatever
stage: nobody is allowed today to move or to reuse through a gate that is closed.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from heritage.lifecycles.machine import Lifecycle, Need, State, Transition
from heritage.lifecycles.papers import AUTHORITY, COMPLETE_DECREE
from heritage.lifecycles.relocation_papers import HAPPENED_ON, PAPER, RelocationPapers, gate, report
from heritage.lifecycles.rights import RELOCATING
from heritage.models.decrees import Authority
from heritage.models.enterprises import RelocationCase, RelocationMode, RelocationStage
from heritage.models.gate_overrides import GateKey

DOCUMENT_29_2 = _("Document 29, 四（二）")
DOCUMENT_29_3 = _("Document 29, 四（三）")
DOCUMENT_29_5 = _("Document 29, 四（五）; Cultural Relics Protection Law, Art. 24 and 26")
DOCUMENT_29_6 = _("Document 29, 四（六）; Soil Pollution Prevention and Control Law, Art. 22")
DOCUMENT_29_5_AND_6 = _("Document 29, 四（五） and 四（六）")
ART_24 = _("Cultural Relics Protection Law, Art. 24")

MOVES = {
    "establish": _("Establish from a paper"),
    "require_survey": _("Require the survey"),
    "clear_survey": _("Clear the survey"),
    "allow": _("Allow the relocation"),
    "start": _("Record the start of the relocation"),
    "vacate": _("Record that the site is vacated"),
    "allow_reuse": _("Allow the reuse"),
}
#: The government of the city answers for it, that of the district plans it (Document 29, 四（一） and 六).
GOVERNMENTS = (Authority.CITY_GOVERNMENT, Authority.COUNTY_GOVERNMENT)
GATE_NEEDS: dict[str, Need] = {
    GateKey.G1: gate(GateKey.G1, _("gate G1 open (survey and recognition), or overridden")),
    GateKey.G2: gate(GateKey.G2, _("gate G2 open (disposal plan), or overridden")),
    GateKey.G3: gate(GateKey.G3, _("gate G3 open (land investigated), or overridden")),
    GateKey.G4: gate(GateKey.G4, _("gate G4 open (buildings clean), or overridden")),
}
G1, G2, G3, G4 = GATE_NEEDS.values()
SURVEY_REPORT = report("survey_report", _("the report on the survey, as an uploaded file"))


def _goes_to_lawful_park(papers: RelocationPapers) -> bool:
    case = papers.subject
    if not isinstance(case, RelocationCase) or not case.is_risky_trade:
        return True
    if case.mode in (RelocationMode.IN_PLACE, RelocationMode.CLOSURE):
        return True
    return case.to_zone is not None and case.to_zone.is_lawful_park is True


LAWFUL_PARK = Need(
    "lawful_park",
    _("for a risky trade a lawful park with a planning EIA (Document 29, 四（三）)"),
    _goes_to_lawful_park,
    is_of_record=True,
)
DECISION = (*COMPLETE_DECREE, AUTHORITY)
FACT = (PAPER, HAPPENED_ON)

#: What a stage needs, from whichever stage it is reached: needs, who decides, article.
ASKED: dict[str, tuple[tuple[Need, ...], tuple[Authority, ...], Promise]] = {
    RelocationStage.PLANNED: ((PAPER,), (), DOCUMENT_29_2),
    RelocationStage.SURVEY_REQUIRED: ((PAPER,), (), ART_24),
    RelocationStage.SURVEY_CLEARED: ((SURVEY_REPORT, G1), (), DOCUMENT_29_5),
    RelocationStage.ALLOWED: ((*DECISION, G1, G2, LAWFUL_PARK), GOVERNMENTS, DOCUMENT_29_6),
    RelocationStage.RELOCATING: ((*FACT, G1, G2), (), DOCUMENT_29_6),
    RelocationStage.VACATED: (FACT, (), DOCUMENT_29_2),
    RelocationStage.REUSE_ALLOWED: ((*DECISION, G3, G4), GOVERNMENTS, DOCUMENT_29_5_AND_6),
}
#: What had begun before anybody kept a case here is established as a fact: its gates stay visible behind it.
ESTABLISHED = ASKED | {RelocationStage.RELOCATING.value: (FACT, (), DOCUMENT_29_2)}
IN_ORDER = (
    ("require_survey", RelocationStage.PLANNED, RelocationStage.SURVEY_REQUIRED),
    ("clear_survey", RelocationStage.SURVEY_REQUIRED, RelocationStage.SURVEY_CLEARED),
    ("allow", RelocationStage.SURVEY_CLEARED, RelocationStage.ALLOWED),
    ("start", RelocationStage.ALLOWED, RelocationStage.RELOCATING),
    ("vacate", RelocationStage.RELOCATING, RelocationStage.VACATED),
    ("allow_reuse", RelocationStage.VACATED, RelocationStage.REUSE_ALLOWED),
)


def _row(move: str, origin: str, target: str, asked: tuple) -> Transition:
    needs, authorities, article = asked
    return Transition(move, origin, target, article, needs, RELOCATING, authorities)


CASE = Lifecycle(
    key="relocation",
    label=_("Relocation of an enterprise"),
    states=tuple(State(stage.value, stage.label, DOCUMENT_29_2) for stage in RelocationStage),
    transitions=(
        *(_row("establish", RelocationStage.UNKNOWN, stage, asked) for stage, asked in ESTABLISHED.items()),
        *(_row(move, origin, target, ASKED[target]) for move, origin, target in IN_ORDER),
    ),
    move_labels=MOVES,
)


def gates_needed(stage: str) -> tuple[str, ...]:
    """Return the keys of the gates that must be open, or overridden, before a case reaches a stage."""
    rows = CASE.leading_to(stage)
    return tuple(key for key, need in GATE_NEEDS.items() if any(need in row.needs for row in rows))


def gates_ahead(stage: str, *, at: str) -> tuple[str, ...]:
    """Return the keys of the gates that a case at one stage has still to pass on its way to another."""
    order = [state.key for state in CASE.states]
    still = order[order.index(at) + 1 : order.index(stage) + 1]
    needed = {key for reached in still for key in gates_needed(reached)}
    return tuple(key for key in GATE_NEEDS if key in needed)


def gates_behind(stage: str) -> frozenset[str]:
    """Return the keys of the gates that a case at this stage has passed; none where the stage is unknown."""
    order = [state.key for state in CASE.states]
    passed = order[1 : order.index(stage) + 1]
    return frozenset(key for reached in passed for key in gates_needed(reached))
