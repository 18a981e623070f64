"""Lifecycle B, legal status: registered, county, city, province, national, and what becomes of each.

IDENTITY: what the thing is in law, at most one at a time. CANDIDACY: what could become a historic building.
LISTING: what stands beside it. FATES: what becomes of one designation. Articles are of the 文物保护法 (2024)
unless another text is named.
"""

from itertools import combinations

from django.utils.translation import gettext_lazy as _

from heritage.lifecycles.historic_buildings import (
    ART_47,
    CANDIDATE,
    DEMOLISHED,
    FATES,
    HISTORIC_BUILDING,
    NOMINATION,
    PUBLICATION,
)
from heritage.lifecycles.machine import Lifecycle, Need, State, Transition
from heritage.lifecycles.papers import (
    AUTHORITY,
    BATCH,
    CAUSE,
    COMPLETE_DECREE,
    COMPONENT,
    CONSENT,
    DECREE,
    DOCUMENT,
    EVIDENCE,
    HAPPENED,
    LISTED_NAME,
    NEW_PLACE,
    OLDER_PAPER,
    RECOGNISED,
    SECOND_PERSON,
)
from heritage.lifecycles.rights import ENTERING
from heritage.models.decrees import Authority
from heritage.models.designations import (
    EXCLUSIVE,
    IN_FORCE,
    REPLACED,
    DesignationLevel,
    DesignationStatus,
    Scheme,
    SchemeStanding,
)
from heritage.models.sites import Recognition

ART_23 = _("Cultural Relics Protection Law, Art. 23")
ART_25 = _("Cultural Relics Protection Law, Art. 25")
ART_31 = _("Cultural Relics Protection Law, Art. 31")
ART_33 = _("Cultural Relics Protection Law, Art. 33")
RECOGNITION_3 = _("Interim Measures for the Recognition of Cultural Relics, Art. 3")
NO_PROCEDURE = _("the law has no procedure; an exception")

MOVES = {
    "announce": _("Register or announce"),
    "raise": _("Raise to a higher level"),
    "convert": _("Make a historic building a cultural relic"),
    "nominate": _("Nominate as a historic building"),
    "publish": _("Publish as a historic building"),
    "document": _("Record marker and archive"),
    "list": _("Add to a list"),
    "verify": _("Verify with its decree"),
    "lose_component": _("Record the loss of a component"),
    "relocate": _("Record a relocation"),
    "demolish": _("Record a demolition with approval"),
    "destroy": _("Record the destruction"),
    "revoke": _("Revoke"),
    "supersede": _("Supersede by a higher level"),
    "become_relic": _("Give way to a cultural relic"),
    "confirm": _("Confirm"),
    "take_back": _("Take back"),
}

#: The levels from the lowest to the highest, with the authority that decides on each.
DECIDING: dict[str, tuple[Authority, ...]] = {
    DesignationLevel.REGISTERED: (Authority.COUNTY_DEPARTMENT,),
    DesignationLevel.COUNTY: (Authority.COUNTY_GOVERNMENT,),
    DesignationLevel.CITY: (Authority.CITY_GOVERNMENT,),
    DesignationLevel.PROVINCE: (Authority.PROVINCIAL_GOVERNMENT,),
    DesignationLevel.NATIONAL: (Authority.STATE_COUNCIL,),
}
GRADES = tuple(map(str, DECIDING))
FULL_PAPERS = (*COMPLETE_DECREE, AUTHORITY, BATCH, LISTED_NAME)
UNLISTED = "unlisted"


def _announcing(move: str, origin: str, level: str, *more: Need, replaces: str = "") -> Transition:
    needs = (*FULL_PAPERS, *more)
    return Transition(move, origin, level, ART_23, needs, ENTERING, DECIDING[level], replaces=replaces)


IDENTITY = Lifecycle(
    key="identity",
    label=_("Legal identity of a site or component"),
    states=(
        *(State(value, label, RECOGNITION_3) for value, label in Recognition.choices),
        HISTORIC_BUILDING,
        *(State(level, DesignationLevel(level).label, ART_23, is_in_force=True) for level in GRADES),
        State("destroyed", DesignationStatus.DESTROYED.label, ART_33, is_final=True),
        DEMOLISHED,
    ),
    transitions=(
        *(_announcing("announce", Recognition.RECOGNISED, level) for level in GRADES),
        *(_announcing("announce", Recognition.NOT_RECORDED, level, OLDER_PAPER) for level in GRADES),
        *(
            _announcing("raise", lower, higher, replaces=DesignationStatus.SUPERSEDED)
            for lower, higher in combinations(GRADES, 2)
        ),
        *(
            _announcing(
                "convert", HISTORIC_BUILDING.key, level, RECOGNISED, replaces=DesignationStatus.CONVERTED
            )
            for level in GRADES
        ),
        *PUBLICATION,
    ),
)

#: A candidate is no identity: it excludes nothing, and the building may become whatever it could before.
CANDIDACY = Lifecycle(
    key="candidacy",
    label=_("Candidates for historic buildings"),
    states=(*IDENTITY.states, State(CANDIDATE, CANDIDATE.label, ART_47)),
    transitions=NOMINATION,
)

LISTING = Lifecycle(
    key="listing",
    label=_("Lists that stand beside the legal identity"),
    states=(
        State(UNLISTED, _("Not on this list")),
        State(SchemeStanding.AREA, SchemeStanding.AREA.label, ART_25, is_in_force=True),
        State(SchemeStanding.DEPARTMENTAL, SchemeStanding.DEPARTMENTAL.label, is_in_force=True),
        State(SchemeStanding.HONORARY, SchemeStanding.HONORARY.label, is_in_force=True),
    ),
    transitions=(
        Transition(
            "list",
            UNLISTED,
            SchemeStanding.AREA,
            ART_25,
            (*COMPLETE_DECREE, AUTHORITY, LISTED_NAME),
            ENTERING,
            (Authority.PROVINCIAL_GOVERNMENT, Authority.STATE_COUNCIL, Authority.STATE_DEPARTMENT),
        ),
        Transition(
            "list", UNLISTED, SchemeStanding.DEPARTMENTAL, "", (*COMPLETE_DECREE, LISTED_NAME), ENTERING
        ),
        Transition("list", UNLISTED, SchemeStanding.HONORARY, "", (DECREE, LISTED_NAME), ENTERING),
    ),
)

FINAL = frozenset(
    {*REPLACED, DesignationStatus.DESTROYED, DesignationStatus.DEMOLISHED, DesignationStatus.REVOKED}
)
#: Of the statuses in force those of a relic: being marked and documented is a state of historic buildings.
RELIC_IN_FORCE = tuple(status for status in IN_FORCE if status != DesignationStatus.DOCUMENTED)
_STATUSES = tuple(
    State(
        status.value,
        status.label,
        is_in_force=status in IN_FORCE,
        is_final=status in FINAL,
    )
    for status in DesignationStatus
)
_VERIFICATION = Transition(
    "verify", DesignationStatus.TO_VERIFY, DesignationStatus.IN_FORCE, ART_23, (), ENTERING
)
_FACT = (EVIDENCE, HAPPENED, CAUSE)
_RELOCATION_PAPERS = (*COMPLETE_DECREE, AUTHORITY, HAPPENED, NEW_PLACE)
# Art. 31(3): who approves a relocation, and what else is needed, by the level of what is moved.
_RELOCATING = (
    ((DesignationLevel.REGISTERED,), (Authority.PROVINCIAL_DEPARTMENT,), ()),
    ((DesignationLevel.COUNTY, DesignationLevel.CITY), (Authority.PROVINCIAL_GOVERNMENT,), ()),
    ((DesignationLevel.PROVINCE,), (Authority.PROVINCIAL_GOVERNMENT,), (CONSENT,)),
    ((DesignationLevel.NATIONAL,), (Authority.STATE_COUNCIL,), ()),
)


def _losing(origin: str, target: str) -> Transition:
    return Transition("lose_component", origin, target, ART_33, (*_FACT, COMPONENT), ENTERING)


RELIC_FATES = Lifecycle(
    key="relic_fates",
    label=_("What becomes of a designation as a cultural relic"),
    states=_STATUSES,
    transitions=(
        _VERIFICATION,
        _losing(DesignationStatus.IN_FORCE, DesignationStatus.COMPONENT_LOST),
        _losing(DesignationStatus.COMPONENT_LOST, DesignationStatus.COMPONENT_LOST),
        # It stays relocated: the move before keeps its papers, and both bind.
        _losing(DesignationStatus.RELOCATED, DesignationStatus.RELOCATED),
        *(
            Transition(
                "relocate",
                origin,
                DesignationStatus.RELOCATED,
                ART_31,
                (*_RELOCATION_PAPERS, *more),
                ENTERING,
                authorities,
                levels,
            )
            for origin in RELIC_IN_FORCE
            for levels, authorities, more in _RELOCATING
        ),
        *(
            Transition("destroy", origin, DesignationStatus.DESTROYED, ART_33, _FACT, ENTERING)
            for origin in RELIC_IN_FORCE
        ),
        *(
            Transition(
                "revoke",
                origin,
                DesignationStatus.REVOKED,
                NO_PROCEDURE,
                (*COMPLETE_DECREE, DOCUMENT, SECOND_PERSON),
                ENTERING,
            )
            for origin in RELIC_IN_FORCE
        ),
        *(
            Transition("supersede", origin, DesignationStatus.SUPERSEDED, ART_23, (DECREE,), ENTERING)
            for origin in RELIC_IN_FORCE
        ),
    ),
)
HISTORIC_BUILDING_FATES = Lifecycle(
    key="historic_building_fates",
    label=_("What becomes of a designation as a historic building"),
    states=_STATUSES,
    transitions=(_VERIFICATION, *FATES),
)
LISTING_FATES = Lifecycle(
    key="listing_fates",
    label=_("What becomes of an entry in another list"),
    states=_STATUSES,
    transitions=(
        _VERIFICATION,
        Transition(
            "revoke",
            DesignationStatus.IN_FORCE,
            DesignationStatus.REVOKED,
            NO_PROCEDURE,
            (*COMPLETE_DECREE, DOCUMENT, SECOND_PERSON),
            ENTERING,
        ),
    ),
)


def table_of(standing: str) -> Lifecycle:
    """Return the table by which a designation of this standing comes about."""
    return IDENTITY if standing in EXCLUSIVE else LISTING


def fates_of(standing: str) -> Lifecycle:
    """Return the table of what becomes of a designation of this standing."""
    fates: dict[str, Lifecycle] = {
        SchemeStanding.RELIC: RELIC_FATES,
        SchemeStanding.HISTORIC_BUILDING: HISTORIC_BUILDING_FATES,
    }
    return fates.get(standing, LISTING_FATES)


def state_of(scheme: Scheme, level: str) -> str:
    """Return the state that a designation brings about: a relic its level, any other its standing."""
    return level if scheme.standing == SchemeStanding.RELIC else scheme.standing
