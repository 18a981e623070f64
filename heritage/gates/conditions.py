"""What each gate asks for: pure functions from the evidence of a case to a list of items, met or missing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from heritage.gates.evidence import Evidence, SiteFacts
from heritage.lifecycles.buildings import CLEAN, SURVEYED
from heritage.lifecycles.parcels import ON_REGISTER, RISK_KNOWN, TARGET_MET, is_use_allowed
from heritage.models.filed_plans import PlanKind
from heritage.models.gate_overrides import GateKey


@dataclass(frozen=True)
class Item:
    """One thing that a gate asks for. `kind` and `pk` name the row where it is mended; no key: a new row."""

    label: str
    is_met: bool
    kind: str
    pk: int | None = None


@dataclass(frozen=True)
class Gate:
    """A gate: what it guards (`short`: in a word or two), by which article, who answers for it, what it asks.

    `asks` returns nothing where the gate is not asked for; `idle` says why that is.
    """

    key: str
    label: str | Promise
    short: str | Promise
    article: str | Promise
    responsible: str | Promise
    asks: Callable[[Evidence], tuple[Item, ...]]
    idle: str | Promise = ""


def survey_and_recognition(evidence: Evidence) -> tuple[Item, ...]:
    """G1: every site and component surveyed, decided on, and protected where it was recognised."""
    if not evidence.sites:
        return (Item(_now("the heritage sites of the enterprise"), False, "enterprise", evidence.enterprise),)
    return tuple(item for site in evidence.sites for item in _of_site(site))


def _of_site(site: SiteFacts) -> Iterator[Item]:
    words = {"site": site.name}
    yield Item(_now("%(site)s: a confirmed survey") % words, site.is_surveyed, "survey", site.pk)
    if site.component_count:
        yield _components(site)
    yield Item(
        _now("%(site)s: recognised, registered or refused") % words, site.is_decided, "status", site.pk
    )
    if site.is_recognised:
        yield Item(
            _now("%(site)s: a protection measure announced") % words, site.has_measure, "measure", site.pk
        )


def _components(site: SiteFacts) -> Item:
    if not site.unsurveyed:
        label = _now("%(site)s: all components surveyed") % {"site": site.name}
    else:
        label = _now("%(site)s: components never surveyed: %(count)d (%(names)s)") % {
            "site": site.name,
            "count": len(site.unsurveyed),
            "names": "、".join(component.name for component in site.unsurveyed),
        }
    return Item(label, not site.unsurveyed, "survey", site.pk)


def disposal_plans(evidence: Evidence) -> tuple[Item, ...]:
    """G2: waste and installations, each with a plan that is filed."""
    return (
        Item(_now("a filed plan for the waste"), PlanKind.WASTE in evidence.disposed, "plan"),
        Item(
            _now("a filed plan for the production and storage installations"),
            PlanKind.INSTALLATIONS in evidence.disposed,
            "plan",
        ),
    )


def land_investigated(evidence: Evidence) -> tuple[Item, ...]:
    """G3: every parcel investigated, and its risk assessed where it exceeds the standard."""
    if not evidence.parcels:
        return (_no_parcel(),)
    label = _now("%(name)s: investigated, and the risk assessed where it exceeds the standard")
    return tuple(
        Item(label % {"name": parcel.name}, parcel.standing in RISK_KNOWN, "parcel", parcel.pk)
        for parcel in evidence.parcels
    )


def _no_parcel() -> Item:
    return Item(_now("the parcels that the enterprise leaves"), False, "parcel")


def buildings_clean(evidence: Evidence) -> tuple[Item, ...]:
    """G4: every retained building surveyed for contamination, and clean."""
    if not evidence.buildings:
        return (Item(_now("the buildings that are retained"), False, "building"),)
    return tuple(
        Item(label % {"name": building.name}, building.standing in states, "building", building.pk)
        for building in evidence.buildings
        for label, states in (
            (_now("%(name)s: surveyed for contamination"), SURVEYED),
            (_now("%(name)s: clean, or cleaned and verified"), CLEAN),
        )
    )


def target_met(evidence: Evidence) -> tuple[Item, ...]:
    """G5: the target met on every parcel; on the register neither housing nor public use."""
    if not evidence.parcels:
        return (_no_parcel(),)
    return tuple(_targets(evidence))


def _targets(evidence: Evidence) -> Iterator[Item]:
    for parcel in evidence.parcels:
        words = {"name": parcel.name}
        is_met = parcel.standing in TARGET_MET
        yield Item(_now("%(name)s: the remediation target met") % words, is_met, "parcel", parcel.pk)
        if parcel.standing in ON_REGISTER:
            yield Item(
                _now("%(name)s: neither housing nor public use while on the register") % words,
                is_use_allowed(parcel.standing, parcel.planned_use),
                "parcel",
                parcel.pk,
            )


def land_quota(evidence: Evidence) -> tuple[Item, ...]:
    """G6: where a relic was recognised, the decision on the land that its protection needs."""
    if not any(site.is_relic for site in evidence.sites):
        return ()
    return (Item(_now("the decision on the land quota"), evidence.has_quota, "quota"),)


GATES = (
    Gate(
        GateKey.G1,
        GateKey.G1.label,
        pgettext_lazy("gate", "before the move"),
        _("Document 29, 四（五）; Cultural Relics Protection Law, Art. 24 and 26"),
        _("cultural-relics department of the county or city"),
        survey_and_recognition,
    ),
    Gate(
        GateKey.G2,
        GateKey.G2.label,
        pgettext_lazy("gate", "before closure or move"),
        _("Document 29, 四（六）; Soil Pollution Prevention and Control Law, Art. 22"),
        _("the enterprise; the departments of ecology and of industry"),
        disposal_plans,
    ),
    Gate(
        GateKey.G3,
        GateKey.G3.label,
        pgettext_lazy("gate", "after vacating"),
        _("Soil Pollution Prevention and Control Law, Art. 59 and 67"),
        _("who holds the land-use right; the department of ecology"),
        land_investigated,
    ),
    Gate(
        GateKey.G4,
        GateKey.G4.label,
        pgettext_lazy("gate", "before reuse"),
        _("Document 29, 四（六）"),
        _("who holds the land-use right"),
        buildings_clean,
    ),
    Gate(
        GateKey.G5,
        GateKey.G5.label,
        pgettext_lazy("gate", "before redevelopment"),
        _("Soil Pollution Prevention and Control Law, Art. 61 and 66"),
        _("the departments of ecology and of natural resources"),
        target_met,
    ),
    Gate(
        GateKey.G6,
        GateKey.G6.label,
        pgettext_lazy("gate", "land quota"),
        _("Document 29, 五（四）"),
        _("government of the city"),
        land_quota,
        idle=_("No relic is recognised at the old site."),
    ),
)
