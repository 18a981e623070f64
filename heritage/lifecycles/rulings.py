"""Who decides on which application, by what the thing is in law: the rows of lifecycle C as data.

Articles are of the 文物保护法 (2024) unless another text is named. What has no row here is refused;
heritage.lifecycles.inapplicable says why. The investigation before old quarters are rebuilt (Art. 24) is no
application: it is a survey, and gate G1.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from heritage.lifecycles.historic_buildings import ART_34 as TOWNS_34
from heritage.lifecycles.identities import PROTECTED, RELICS, Identity
from heritage.lifecycles.intervention_papers import GROUNDS, LICENCE, SALVAGE
from heritage.lifecycles.machine import Need
from heritage.lifecycles.status import ART_31
from heritage.models.decrees import Authority as Body
from heritage.models.interventions import InterventionKind as Kind

ART_28 = _("Cultural Relics Protection Law, Art. 28")
ART_29 = _("Cultural Relics Protection Law, Art. 29")
ART_32 = _("Cultural Relics Protection Law, Art. 32")
ART_34 = _("Cultural Relics Protection Law, Art. 34")
ART_36 = _("Cultural Relics Protection Law, Art. 36")
ART_43 = _("Cultural Relics Protection Law, Art. 43")
TOWNS_35 = _("Regulations on Historic Cities, Towns and Villages, Art. 35")

Needs = tuple[Need, ...]


@dataclass(frozen=True)
class Ruling:
    """One row: for this kind of application, about what is this in law, who decides.

    `heard`: whose opinion, any one of them, is on file before the decision. `is_filing`: nobody decides, the
    authority takes it to its files. `submitting`, `starting`, `completing`: what these steps need beside
    what they need of every application.
    """

    kind: Kind
    identity: Identity
    authority: Body
    article: str | Promise
    heard: tuple[Body, ...] = ()
    is_filing: bool = False
    submitting: Needs = field(default=(), compare=False)
    starting: Needs = field(default=(), compare=False)
    completing: Needs = field(default=(), compare=False)


#: Who looks after what: the department of the level that announced it (“相应的文物行政部门”).
DEPARTMENTS = {
    Identity.REGISTERED: Body.COUNTY_DEPARTMENT,
    Identity.COUNTY: Body.COUNTY_DEPARTMENT,
    Identity.CITY: Body.CITY_DEPARTMENT,
    Identity.PROVINCE: Body.PROVINCIAL_DEPARTMENT,
    Identity.NATIONAL: Body.STATE_DEPARTMENT,
}
#: Art. 28: who announced it decides, of a national unit the province; the department one level up agrees.
BUILDING = {
    Identity.COUNTY: (Body.COUNTY_GOVERNMENT, Body.CITY_DEPARTMENT),
    Identity.CITY: (Body.CITY_GOVERNMENT, Body.PROVINCIAL_DEPARTMENT),
    Identity.PROVINCE: (Body.PROVINCIAL_GOVERNMENT, Body.STATE_DEPARTMENT),
    Identity.NATIONAL: (Body.PROVINCIAL_GOVERNMENT, Body.STATE_DEPARTMENT),
}
#: Art. 31(3). What the State Council decides on is reported to it by the province. No row: never.
DEMOLISHING: dict[Identity, tuple[Body, ...]] = {
    Identity.REGISTERED: (Body.PROVINCIAL_DEPARTMENT,),
    Identity.COUNTY: (Body.PROVINCIAL_GOVERNMENT,),
    Identity.CITY: (Body.PROVINCIAL_GOVERNMENT,),
    Identity.PROVINCE: (Body.PROVINCIAL_GOVERNMENT, Body.STATE_DEPARTMENT),
}
RELOCATING = DEMOLISHING | {Identity.NATIONAL: (Body.STATE_COUNCIL, Body.PROVINCIAL_GOVERNMENT)}
#: Art. 34, state-owned; what is only registered is reported to the county and decided on by nobody.
CHANGING_USE = {
    Identity.COUNTY: (Body.COUNTY_GOVERNMENT, Body.CITY_DEPARTMENT),
    Identity.CITY: (Body.CITY_GOVERNMENT, Body.PROVINCIAL_DEPARTMENT),
    Identity.PROVINCE: (Body.PROVINCIAL_GOVERNMENT, Body.PROVINCIAL_DEPARTMENT),
    Identity.NATIONAL: (Body.STATE_COUNCIL, Body.PROVINCIAL_GOVERNMENT),
}
#: The regulations let the planning department decide together with the relics department of its level.
LOCAL_DEPARTMENTS = (Body.COUNTY_DEPARTMENT, Body.CITY_DEPARTMENT)


def _licensed(identity: Identity) -> Needs:
    """Works on a protected site are done by a licensed contractor (Art. 32)."""
    return (LICENCE,) if identity in PROTECTED else ()


def _rows() -> Iterator[Ruling]:
    for identity, (body, *heard) in BUILDING.items():
        yield Ruling(Kind.BUILD_IN_ZONE, identity, body, ART_28, tuple(heard))
    for identity in PROTECTED:
        yield Ruling(Kind.DESIGN_IN_CONTROL_ZONE, identity, DEPARTMENTS[identity], ART_29)
    for identity in RELICS:
        yield Ruling(Kind.IN_SITU, identity, DEPARTMENTS[identity], ART_31)
        yield Ruling(Kind.REPAIR, identity, DEPARTMENTS[identity], ART_32, starting=_licensed(identity))
        yield Ruling(Kind.TRANSFER, identity, DEPARTMENTS[identity], ART_36, is_filing=True)
    for identity, (body, *heard) in RELOCATING.items():
        yield Ruling(
            Kind.RELOCATE,
            identity,
            body,
            ART_31,
            tuple(heard),
            submitting=(GROUNDS,),
            starting=_licensed(identity),
        )
    for identity, (body, *heard) in DEMOLISHING.items():
        yield Ruling(
            Kind.DEMOLISH,
            identity,
            body,
            ART_31,
            tuple(heard),
            submitting=(GROUNDS,),
            completing=(SALVAGE,),
        )
    yield Ruling(Kind.CHANGE_USE, Identity.REGISTERED, Body.COUNTY_DEPARTMENT, ART_34, is_filing=True)
    for identity, (body, *heard) in CHANGING_USE.items():
        yield Ruling(Kind.CHANGE_USE, identity, body, ART_34, tuple(heard))
    for identity in Identity:
        yield Ruling(Kind.ARCHAEOLOGY, identity, Body.PROVINCIAL_DEPARTMENT, ART_43)
    yield from _of_historic_buildings()


def _of_historic_buildings() -> Iterator[Ruling]:
    """历史文化名城名镇名村保护条例 34 and 35."""
    identity = Identity.HISTORIC_BUILDING
    yield Ruling(Kind.IN_SITU, identity, Body.PLANNING, TOWNS_34, LOCAL_DEPARTMENTS)
    for kind in (Kind.RELOCATE, Kind.DEMOLISH):
        yield Ruling(
            kind,
            identity,
            Body.PROVINCIAL_PROTECTION,
            TOWNS_34,
            (Body.PROVINCIAL_DEPARTMENT,),
            submitting=(GROUNDS,),
        )
    yield Ruling(Kind.ALTER_EXTERIOR, identity, Body.PLANNING, TOWNS_35, LOCAL_DEPARTMENTS)


RULINGS: dict[tuple[Kind, Identity], Ruling] = {(row.kind, row.identity): row for row in _rows()}


def ruling_of(kind: str, identity: str) -> Ruling | None:
    """Return who decides on this; None where such an application cannot be made."""
    return RULINGS.get((Kind(kind), Identity(identity)))
