"""Reads the evidence of any number of cases in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from heritage.coverage.counted import counted_surveys
from heritage.gates.evidence import (
    BuildingFacts,
    Evidence,
    OverrideFacts,
    ParcelFacts,
    SiteFacts,
    StepFacts,
    Unsurveyed,
)
from heritage.lifecycles.buildings import BUILDING
from heritage.lifecycles.parcels import PARCEL
from heritage.lifecycles.standings import standing_in
from heritage.models import (
    Component,
    Designation,
    Enterprise,
    FiledPlan,
    GateOverride,
    HeritageSite,
    LandQuota,
    NotEntered,
    Parcel,
    PlannedStep,
    ProtectionMeasure,
    RelocationCase,
    RetainedBuilding,
    Survey,
)
from heritage.models.components import Destiny
from heritage.models.designations import SchemeStanding
from heritage.models.filed_plans import DISPOSES_OF
from heritage.models.sites import Recognition
from heritage.policies import readable

#: The competent body has said what the thing is, or it was lost before anybody could.
DECIDED = frozenset({Recognition.RECOGNISED, Recognition.NOT_RECOGNISED, Recognition.LOST})
PROTECTED = frozenset({Recognition.RECOGNISED})
#: What is gone cannot be surveyed any more.
GONE = (Destiny.LOST,)


def evidence_of(cases: Iterable[RelocationCase], *, reader: User | None = None) -> dict[int, Evidence]:
    """Return the evidence of each case by its key. Cases come with their enterprise.

    A site that `reader` may not read is counted and not named; without a reader everything is named.
    """
    cases = list(cases)
    sites = _sites_of(cases, reader)
    plans, parcels, buildings = _plans(cases), _parcels(cases), _buildings(cases)
    quotas = set(_of(cases, LandQuota).values_list("case_id", flat=True))
    overrides, steps = _overrides(cases), _steps(cases)
    return {
        case.pk: Evidence(
            stage=case.stage,
            enterprise=case.enterprise_id,
            sites=tuple(sites[case.enterprise_id]),
            disposed=frozenset(plans[case.pk]),
            parcels=tuple(parcels[case.pk]),
            buildings=tuple(buildings[case.pk]),
            has_quota=case.pk in quotas,
            overrides=tuple(overrides[case.pk]),
            steps=tuple(steps[case.pk]),
        )
        for case in cases
    }


def _of(cases: list[RelocationCase], model):
    return model.objects.filter(case__in=[case.pk for case in cases])


def _plans(cases) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for case, kind in _of(cases, FiledPlan).values_list("case_id", "kind"):
        found[case] |= DISPOSES_OF[kind]
    return found


def _parcels(cases) -> dict[int, list[ParcelFacts]]:
    found = defaultdict(list)
    for row in _of(cases, Parcel).prefetch_related("moves"):
        standing = standing_in(PARCEL, row.moves.all())
        facts = ParcelFacts(row.pk, row.name, standing, row.planned_use, row.area_m2)
        found[row.case_id].append(facts)
    return found


def _buildings(cases) -> dict[int, list[BuildingFacts]]:
    found = defaultdict(list)
    rows = _of(cases, RetainedBuilding).select_related("component").prefetch_related("moves")
    for row in rows:
        found[row.case_id].append(BuildingFacts(row.pk, str(row), standing_in(BUILDING, row.moves.all())))
    return found


def _overrides(cases) -> dict[int, list[OverrideFacts]]:
    found = defaultdict(list)
    for row in _of(cases, GateOverride).select_related("made_by", "second", "decree"):
        made_on = timezone.localdate(row.made_at)
        facts = OverrideFacts(
            row.gate, str(row.made_by), str(row.second), made_on, str(row.decree), row.reason
        )
        found[row.case_id].append(facts)
    return found


def _steps(cases) -> dict[int, list[StepFacts]]:
    found = defaultdict(list)
    for row in _of(cases, PlannedStep):
        found[row.case_id].append(StepFacts(row.stage, row.planned_on))
    return found


def _sites_of(cases: list[RelocationCase], reader: User | None) -> dict[int, list[SiteFacts]]:
    """The sites of each enterprise, by its key."""
    links = list(
        Enterprise.sites.through.objects.filter(
            enterprise_id__in=[case.enterprise_id for case in cases]
        ).values_list("enterprise_id", "heritagesite_id")
    )
    facts = _facts_of({site for _enterprise, site in links}, reader)
    found = defaultdict(list)
    for enterprise, site in sorted(links):
        found[enterprise].append(facts[site])
    return found


def _facts_of(pks: set[int], reader: User | None) -> dict[int, SiteFacts]:
    sites = HeritageSite.objects.filter(pk__in=pks)
    named = pks if reader is None else set(readable(sites, reader).values_list("pk", flat=True))
    surveyed, seen = _surveyed(pks)
    components = _components(pks, named)
    standings = defaultdict(set)
    confirmed = Designation.objects.in_force().confirmed().filter(site__in=pks, is_exclusive=True)
    for site, standing in confirmed.values_list("site_id", "scheme__standing"):
        standings[site].add(standing)
    measured = set(ProtectionMeasure.objects.filter(site__in=pks).values_list("site_id", flat=True))
    return {
        site.pk: SiteFacts(
            pk=site.pk,
            name=str(site) if site.pk in named else _("a site of another division"),
            is_surveyed=site.pk in surveyed,
            component_count=len(components[site.pk]),
            unsurveyed=tuple(row for row in components[site.pk] if row.pk not in seen),
            is_decided=_recognitions(site) <= DECIDED or bool(standings[site.pk]),
            is_recognised=bool(_recognitions(site) & PROTECTED or standings[site.pk]),
            is_relic=bool(_recognitions(site) & PROTECTED) or SchemeStanding.RELIC in standings[site.pk],
            has_measure=site.pk in measured,
        )
        for site in sites
    }


def _recognitions(site: HeritageSite) -> set[str]:
    """What is recorded and what was confirmed last: a gate opens by both, what is owed comes of either."""
    return {site.recognition, site.public_recognition}


def _components(pks: set[int], named: set[int]) -> dict[int, list[Unsurveyed]]:
    """The components of each site that are not gone, with the reason why one could not be entered."""
    refused = NotEntered.objects.filter(component__site__in=named).order_by("survey__surveyed_on", "pk")
    whys = {row.component_id: _why(row) for row in refused}
    found: dict[int, list[Unsurveyed]] = defaultdict(list)
    for row in Component.objects.filter(site__in=pks).exclude(destiny__in=GONE):
        name = str(row) if row.site_id in named else _("not named here")
        found[row.site_id].append(Unsurveyed(row.pk, name, whys.get(row.pk, "")))
    return found


def _why(row: NotEntered) -> str:
    return "：".join(filter(None, (row.get_reason_display(), row.explanation)))


def _surveyed(pks: set[int]) -> tuple[set[int], set[int]]:
    """The sites that a confirmed survey has visited before they were left, and the components it has seen."""
    visits = dict(counted_surveys().filter(site__in=pks).values_list("pk", "site_id"))
    seen = Survey.components.through.objects.filter(survey_id__in=list(visits))
    return set(visits.values()), set(seen.values_list("component_id", flat=True))
