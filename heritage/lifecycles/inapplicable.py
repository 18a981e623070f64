"""Why an application that no ruling provides for cannot be made: what is needed instead, by which article."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from heritage.lifecycles.historic_buildings import ART_47
from heritage.lifecycles.identities import RELICS, Identity
from heritage.lifecycles.refusals import Refusal
from heritage.lifecycles.rulings import ART_28, ART_29, ART_32, ART_34, ART_36, RULINGS, TOWNS_35
from heritage.lifecycles.status import ART_23, ART_31
from heritage.models.interventions import InterventionKind as Kind

CENSUS_NOTICE = _("Notice on preparing the Fourth National Census of Cultural Relics (2023)")
Reason = tuple[str | Promise, str | Promise]

#: What has no legal identity yet: every kind of application waits for the same thing.
FIRST: dict[Identity, Reason] = {
    Identity.UNDECIDED: (_("first the decision on the lead, and its registration"), ART_23),
    Identity.RECOGNISED: (_("first its registration or announcement"), ART_23),
    Identity.TO_VERIFY: (_("first the verification of its designation with the decree"), ART_23),
}
LEAD_STAYS: Reason = (
    _("the decision on the lead: before it nothing is moved or demolished"),
    CENSUS_NOTICE,
)
NEVER: Reason = (_("nothing: a national protected site is never demolished"), ART_31)
#: The article by which each kind is asked for at all; archaeology is asked for of anything.
ASKED_BY: dict[Kind, str | Promise] = {
    Kind.BUILD_IN_ZONE: ART_28,
    Kind.DESIGN_IN_CONTROL_ZONE: ART_29,
    Kind.IN_SITU: ART_31,
    Kind.RELOCATE: ART_31,
    Kind.DEMOLISH: ART_31,
    Kind.REPAIR: ART_32,
    Kind.CHANGE_USE: ART_34,
    Kind.TRANSFER: ART_36,
    Kind.ALTER_EXTERIOR: TOWNS_35,
}


def _reasons() -> Iterator[tuple[Kind, Identity, Reason]]:
    for kind, article in ASKED_BY.items():
        yield kind, Identity.UNPROTECTED, (_("a legal identity: without one the law asks for none"), article)
        for identity, reason in FIRST.items():
            yield kind, identity, reason
    for kind in (Kind.RELOCATE, Kind.DEMOLISH):
        yield kind, Identity.UNDECIDED, LEAD_STAYS
    for identity in (Identity.REGISTERED, Identity.HISTORIC_BUILDING):
        yield Kind.BUILD_IN_ZONE, identity, (_("a protection zone, which only protected sites have"), ART_28)
        yield (
            Kind.DESIGN_IN_CONTROL_ZONE,
            identity,
            (_("a construction control zone, which only protected sites have"), ART_29),
        )
    for identity in RELICS:
        yield Kind.ALTER_EXTERIOR, identity, (_("an application for repair: it is a relic"), ART_32)
    yield Kind.DEMOLISH, Identity.NATIONAL, NEVER
    exterior = _("an application for exterior works, change of structure or use")
    for kind in (Kind.REPAIR, Kind.CHANGE_USE):
        yield kind, Identity.HISTORIC_BUILDING, (exterior, TOWNS_35)
    yield Kind.TRANSFER, Identity.HISTORIC_BUILDING, (_("nothing: this is asked of relics only"), ART_47)


REASONS: dict[tuple[Kind, Identity], Reason] = {
    (kind, identity): reason for kind, identity, reason in _reasons()
}


def refusal_of(kind: str, identity: str) -> Refusal | None:
    """Return why such an application cannot be made about what is this in law; None if it can."""
    key = (Kind(kind), Identity(identity))
    if key in RULINGS:
        return None
    needed, article = REASONS[key]
    return Refusal(str(key[0].label), found=str(key[1].label), needed=str(needed), article=str(article))
