"""Other public records near a site, and why they are near."""

from dataclasses import dataclass

from django.db.models import Q

from heritage.disclosure.records import RelatedRecord, is_public
from heritage.disclosure.sites import PublicSite
from heritage.models import HeritageSite
from heritage.models.sites import LocationDisclosure

MOST = 6
NAMES = ("number", "name_zh", "name_en")  # what a RelatedRecord is made of


@dataclass(frozen=True)
class Neighbour:
    """`project` is the slug of the project that both belong to; blank where they share the prefecture."""

    record: RelatedRecord
    project: str


def neighbours(site: PublicSite) -> tuple[Neighbour, ...]:
    """Return records of the same projects, then of the same prefecture; none where the place is hidden."""
    if site.place.division is None:
        return ()
    told = (
        HeritageSite.objects.filter(is_public())
        .exclude(location_disclosure=LocationDisclosure.HIDDEN)
        .exclude(pk=site.pk)
        .exclude(number__in=[part.number for part in (*site.parts, *filter(None, [site.parent]))])
        .order_by("name_pinyin", "pk")
    )
    slugs = [project.slug for project in site.projects]
    found: dict[str, Neighbour] = {}
    if slugs:
        of_projects = told.filter(projects__slug__in=slugs).order_by("name_pinyin", "pk", "projects__slug")
        # A site of several of the projects comes as often; it is told with the first of them.
        for *names, slug in of_projects.values_list(*NAMES, "projects__slug")[: MOST * len(slugs)]:
            found.setdefault(names[0], Neighbour(RelatedRecord(*names), slug))
    prefecture = site.place.division.chain[0]
    near = told.filter(Q(division=prefecture) | Q(division__parent=prefecture))
    for names in near.values_list(*NAMES)[:MOST]:
        found.setdefault(names[0], Neighbour(RelatedRecord(*names), ""))
    return tuple(found.values())[:MOST]
