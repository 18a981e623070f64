"""Other public records near a site, and why they are near."""

from dataclasses import dataclass

from django.db.models import Q

from heritage.disclosure.records import OF_A_SITE, RelatedRecord, is_public, related_site
from heritage.disclosure.sites import PublicSite
from heritage.models import HeritageProject, HeritageSite
from heritage.models.sites import LocationDisclosure

MOST = 6


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
        .select_related("division")
        .only(*OF_A_SITE)
        .order_by("name_pinyin", "pk")
    )
    slugs = [project.slug for project in site.projects]
    found: dict[str, Neighbour] = {}
    if slugs:
        projects = dict(
            HeritageProject.sites.through.objects.filter(heritageproject__slug__in=slugs)
            .order_by("-heritageproject__slug")
            .values_list("heritagesite_id", "heritageproject__slug")
        )
        for other in told.filter(pk__in=projects)[:MOST]:
            found[other.number] = Neighbour(related_site(other), projects[other.pk])
    prefecture = site.place.division.chain[0]
    for other in told.filter(Q(division=prefecture) | Q(division__parent=prefecture))[:MOST]:
        found.setdefault(other.number, Neighbour(related_site(other), ""))
    return tuple(found.values())[:MOST]
