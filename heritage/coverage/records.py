"""Reads the coverage of any number of sites in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _

from accounts.models import User
from heritage.coverage.facts import CoverageState, Obstacle, Part, SiteCoverage, Visit, VisitStanding
from heritage.models import Component, HeritageSite, NotEntered, Survey
from heritage.models.components import Destiny
from heritage.models.surveys import SurveyPurpose
from heritage.policies import readable


def site_coverages(pks: Iterable[int], *, reader: User) -> dict[int, SiteCoverage]:
    """Return the coverage of each site by its key, in seven queries."""
    pks = set(pks)
    sites = HeritageSite.objects.filter(pk__in=pks).select_related("division__parent__parent")
    named = set(readable(HeritageSite.objects.filter(pk__in=pks), reader).values_list("pk", flat=True))
    visits = _visits(pks)
    obstacles = _obstacles(visits)
    components = defaultdict(list)
    for component in Component.objects.filter(site__in=pks).order_by("site", "ordinal"):
        components[component.site_id].append(component)
    return {
        site.pk: _site(site, components[site.pk], visits[site.pk], obstacles[site.pk], site.pk in named)
        for site in sites
    }


def _site(
    site: HeritageSite,
    components: list[Component],
    visits: list[Visit],
    obstacles: list[Obstacle],
    is_named: bool,
) -> SiteCoverage:
    state = _state(any(visit.counts for visit in visits), bool(obstacles))
    if not is_named:
        return SiteCoverage(
            pk=site.pk,
            number="",
            name=_("a site of another division"),
            division="",
            state=state,
            parts=tuple(_unnamed(_part(row, visits, obstacles)) for row in components),
            is_named=False,
        )
    return SiteCoverage(
        pk=site.pk,
        number=site.number,
        name=str(site),
        division=str(site.division),
        state=state,
        parts=tuple(_part(row, visits, obstacles) for row in components),
        visits=tuple(visits),
        obstacles=tuple(obstacles),
        point=_point(site),
        uncertainty_m=site.uncertainty_m,
        shape=site.shape,
    )


def _point(site: HeritageSite) -> tuple[float, float] | None:
    if site.longitude is None or site.latitude is None:
        return None
    return site.longitude, site.latitude


def _part(component: Component, visits: list[Visit], obstacles: list[Obstacle]) -> Part:
    seen_on = tuple(visit for visit in visits if component.pk in visit.seen)
    refused = tuple(row for row in obstacles if row.component == component.pk)
    is_gone = component.destiny == Destiny.LOST
    return Part(
        pk=component.pk,
        ordinal=component.ordinal,
        name=str(component),
        kind=component.get_kind_display(),
        state=(
            CoverageState.GONE if is_gone else _state(any(visit.counts for visit in seen_on), bool(refused))
        ),
        visits=seen_on,
        obstacles=refused,
        shape=component.shape,
    )


def _unnamed(part: Part) -> Part:
    return Part(part.pk, part.ordinal, _("not named here"), "", part.state, (), (), None)


def _state(is_surveyed: bool, was_refused: bool) -> CoverageState:
    if is_surveyed:
        return CoverageState.SURVEYED
    return CoverageState.NOT_ENTERED if was_refused else CoverageState.NOT_SURVEYED


def _visits(pks: set[int]) -> dict[int, list[Visit]]:
    """The surveys of each site, the newest first."""
    seen = defaultdict(set)
    through = Survey.components.through.objects.filter(survey__site__in=pks)
    for survey, component in through.values_list("survey_id", "component_id"):
        seen[survey].add(component)
    found = defaultdict(list)
    surveys = Survey.objects.filter(site__in=pks).select_related("confirmed_by")
    for row in surveys.order_by("-surveyed_on", "-pk"):
        found[row.site_id].append(
            Visit(
                pk=row.pk,
                on=row.surveyed_on,
                purpose=row.get_purpose_display(),
                surveyors=row.surveyors,
                standing=standing_of(row),
                confirmed_on=row.confirmed_on,
                confirmed_by=str(row.confirmed_by or ""),
                seen=frozenset(seen[row.pk]),
                shape=row.shape,
            )
        )
    return found


def standing_of(survey: Survey) -> VisitStanding:
    """Return whether the survey counts; the same rule as that of gate G1."""
    if survey.confirmed_on is None:
        return VisitStanding.WAITING
    if survey.purpose == SurveyPurpose.AFTER_RELOCATION:
        return VisitStanding.AFTERWARDS
    return VisitStanding.COUNTED


def _obstacles(visits: dict[int, list[Visit]]) -> dict[int, list[Obstacle]]:
    """What could not be entered at each site, the newest visit first."""
    by_survey = {visit.pk: (site, visit) for site, rows in visits.items() for visit in rows}
    found = defaultdict(list)
    rows = NotEntered.objects.filter(survey__in=list(by_survey))
    for row in rows.order_by("-survey__surveyed_on", "-survey", "sort_order", "pk"):
        site, visit = by_survey[row.survey_id]
        reason = row.get_reason_display()
        found[site].append(Obstacle(row.what, reason, row.explanation, visit, row.component_id))
    return found
