"""Of what coverage is told: an old industrial area, a relocation case, a single site."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.models import User
from heritage.coverage.facts import CoverageState, Group, Obstacle, SiteCoverage, Visit
from heritage.coverage.records import site_coverages
from heritage.models import Enterprise, HeritageSite, IndustrialArea, RelocationCase
from heritage.policies import readable


@dataclass(frozen=True)
class Coverage:
    """The coverage of something with one or more enterprises. A site of two of them is counted once."""

    groups: tuple[Group, ...]

    @property
    def sites(self) -> tuple[SiteCoverage, ...]:
        return tuple({site.pk: site for group in self.groups for site in group.sites}.values())

    @property
    def surveyed_sites(self) -> tuple[SiteCoverage, ...]:
        return tuple(site for site in self.sites if site.state == CoverageState.SURVEYED)

    @property
    def known_count(self) -> int:
        return sum(len(site.known) for site in self.sites)

    @property
    def surveyed_count(self) -> int:
        return sum(len(site.surveyed) for site in self.sites)

    @property
    def part_counts(self) -> dict[CoverageState, int]:
        """How many components stand in each state; of the lost too, which `known_count` leaves out."""
        states = [part.state for site in self.sites for part in site.parts]
        return {state: states.count(state) for state in CoverageState}

    @property
    def obstacles(self) -> tuple[tuple[SiteCoverage, Obstacle], ...]:
        return tuple((site, row) for site in self.sites for row in site.obstacles)

    @property
    def visits(self) -> tuple[tuple[SiteCoverage, Visit], ...]:
        rows = [(site, visit) for site in self.sites for visit in site.visits]
        return tuple(sorted(rows, key=lambda row: (row[1].on, row[1].pk), reverse=True))

    @property
    def groups_without_site(self) -> tuple[Group, ...]:
        return tuple(group for group in self.groups if not group.sites)


def coverage_of_area(area: IndustrialArea, *, reader: User) -> Coverage:
    """Return the coverage of the enterprises that leave the area, in their order in Document 29."""
    cases = RelocationCase.objects.filter(from_area=area).order_by("enterprise__document_29_order", "pk")
    return _coverage(dict(cases.values_list("enterprise_id", "pk")), reader)


def coverage_of_case(case: RelocationCase, *, reader: User) -> Coverage:
    return _coverage({case.enterprise_id: case.pk}, reader)


def coverage_of_site(site: HeritageSite, *, reader: User) -> Coverage:
    found = site_coverages([site.pk], reader=reader)[site.pk]
    return Coverage((Group(found.name, (found,)),))


def _coverage(cases: dict[int, int], reader: User) -> Coverage:
    """The coverage of enterprises with the keys of their cases."""
    links = Enterprise.sites.through.objects.filter(enterprise_id__in=list(cases))
    pairs = sorted(links.values_list("enterprise_id", "heritagesite_id"))
    sites = site_coverages({site for _enterprise, site in pairs}, reader=reader)
    enterprises = Enterprise.objects.in_bulk(list(cases))
    open_cases = RelocationCase.objects.filter(pk__in=list(cases.values()))
    told = set(readable(open_cases, reader).values_list("pk", flat=True))
    return Coverage(
        tuple(
            Group(
                name=str(enterprises[pk]) if case in told else _("an enterprise of another division"),
                sites=tuple(sites[site] for enterprise, site in pairs if enterprise == pk),
                case=case if case in told else None,
            )
            for pk, case in cases.items()
        )
    )
