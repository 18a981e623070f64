"""Lifecycle D, historic buildings, as far as it touches lifecycle B: publication, and giving way to a relic.

By definition neither announced as a protected site nor registered as a relic (历史文化名城名镇名村保护条例 47).
"""

from django.utils.translation import gettext_lazy as _

from heritage.lifecycles.machine import State, Transition
from heritage.lifecycles.papers import AUTHORITY, COMPLETE_DECREE, DECREE, LISTED_NAME
from heritage.lifecycles.rights import ENTERING
from heritage.models.decrees import Authority
from heritage.models.designations import DesignationStatus, SchemeStanding
from heritage.models.sites import Recognition

ART_47 = _("Regulations on Historic Cities, Towns and Villages, Art. 47")

HISTORIC_BUILDING = State(
    SchemeStanding.HISTORIC_BUILDING, SchemeStanding.HISTORIC_BUILDING.label, ART_47, is_in_force=True
)
#: From where a building may become one: what is no relic. A lead is decided on first.
NO_RELIC = (Recognition.NOT_RECORDED, Recognition.RECOGNISED, Recognition.NOT_RECOGNISED)

PUBLICATION = tuple(
    Transition(
        "publish",
        origin,
        HISTORIC_BUILDING.key,
        ART_47,
        (*COMPLETE_DECREE, AUTHORITY, LISTED_NAME),
        ENTERING,
        (Authority.CITY_GOVERNMENT, Authority.COUNTY_GOVERNMENT),
    )
    for origin in NO_RELIC
)
CONVERSION = Transition(
    "become_relic", DesignationStatus.IN_FORCE, DesignationStatus.CONVERTED, ART_47, (DECREE,), ENTERING
)
