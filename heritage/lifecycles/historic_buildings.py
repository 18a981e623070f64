"""Lifecycle D, historic buildings 历史建筑: nominated, published, documented, moved, given way to a relic.

By definition neither announced as a protected site nor registered as a relic (历史文化名城名镇名村保护条例 47).
"""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from heritage.lifecycles.building_papers import (
    ARCHIVE,
    GROUNDS,
    JOINT_APPLICATION,
    ON_A_DAY,
    PUBLIC_INTEREST,
    RELICS_CONSENT,
)
from heritage.lifecycles.machine import Need, State, Transition
from heritage.lifecycles.papers import (
    AUTHORITY,
    CAUSE,
    COMPLETE_DECREE,
    COMPONENT,
    DECREE,
    DOCUMENT,
    EVIDENCE,
    HAPPENED,
    LISTED_NAME,
    NEW_PLACE,
    SECOND_PERSON,
)
from heritage.lifecycles.rights import ENTERING
from heritage.models.decrees import Authority
from heritage.models.designations import IN_FORCE, DesignationStatus, SchemeStanding
from heritage.models.sites import Recognition

ART_32 = _("Regulations on Historic Cities, Towns and Villages, Art. 32")
ART_34 = _("Regulations on Historic Cities, Towns and Villages, Art. 34")
ART_44 = _("Regulations on Historic Cities, Towns and Villages, Art. 44")
ART_47 = _("Regulations on Historic Cities, Towns and Villages, Art. 47")

CANDIDATE = DesignationStatus.CANDIDATE
HISTORIC_BUILDING = State(
    SchemeStanding.HISTORIC_BUILDING, SchemeStanding.HISTORIC_BUILDING.label, ART_47, is_in_force=True
)
DEMOLISHED = State(DesignationStatus.DEMOLISHED, DesignationStatus.DEMOLISHED.label, ART_34, is_final=True)
#: From where a building may become one: what is no relic. A lead is decided on first.
NO_RELIC = (Recognition.NOT_RECORDED, Recognition.RECOGNISED, Recognition.NOT_RECOGNISED)
PUBLISHING = (*COMPLETE_DECREE, AUTHORITY, LISTED_NAME)
PUBLISHERS = (Authority.CITY_GOVERNMENT, Authority.COUNTY_GOVERNMENT)

PUBLICATION = tuple(
    Transition("publish", origin, HISTORIC_BUILDING.key, ART_47, PUBLISHING, ENTERING, PUBLISHERS)
    for origin in NO_RELIC
)
NOMINATION = tuple(
    Transition("nominate", origin, CANDIDATE, ART_47, (LISTED_NAME, GROUNDS), ENTERING) for origin in NO_RELIC
)

_APPROVAL = (
    *COMPLETE_DECREE,
    AUTHORITY,
    DOCUMENT,
    JOINT_APPLICATION,
    RELICS_CONSENT,
    PUBLIC_INTEREST,
    HAPPENED,
)
_FACT = (EVIDENCE, HAPPENED, CAUSE)
#: What keeps its word when part of it is lost: the move before keeps its papers, and both bind.
_KEPT_WHEN_PART_IS_LOST = (DesignationStatus.DOCUMENTED, DesignationStatus.RELOCATED)


def _approved(move: str, target: str, *more: Need) -> Iterator[Transition]:
    for origin in IN_FORCE:
        needs = (*_APPROVAL, *more)
        yield Transition(move, origin, target, ART_34, needs, ENTERING, (Authority.PROVINCIAL_PROTECTION,))


def _losing() -> Iterator[Transition]:
    for origin in IN_FORCE:
        target = origin if origin in _KEPT_WHEN_PART_IS_LOST else DesignationStatus.COMPONENT_LOST
        yield Transition("lose_component", origin, target, ART_44, (*_FACT, COMPONENT), ENTERING)


FATES = (
    Transition("publish", CANDIDATE, DesignationStatus.IN_FORCE, ART_47, PUBLISHING, ENTERING, PUBLISHERS),
    *(
        Transition("document", origin, DesignationStatus.DOCUMENTED, ART_32, (*ARCHIVE, ON_A_DAY), ENTERING)
        for origin in (DesignationStatus.IN_FORCE, DesignationStatus.COMPONENT_LOST)
    ),
    *_losing(),
    *_approved("relocate", DesignationStatus.RELOCATED, NEW_PLACE),
    *_approved("demolish", DesignationStatus.DEMOLISHED, SECOND_PERSON),
    *(
        Transition("destroy", origin, DesignationStatus.DESTROYED, ART_44, _FACT, ENTERING)
        for origin in IN_FORCE
    ),
    *(
        Transition("become_relic", origin, DesignationStatus.CONVERTED, ART_47, (DECREE,), ENTERING)
        for origin in IN_FORCE
    ),
)
