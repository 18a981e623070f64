"""The document of a site."""

from heritage.disclosure import PublicSite, SiteSummary
from heritage.models.designations import SchemeStanding
from heritage.models.sites import Verification
from search.document_schema import SearchDocument
from search.documents.divisions import division_codes, place_names
from search.pinyin import name_keys, sort_key

# Values of the facet `level` beside the levels themselves.
LEVEL_TO_VERIFY = "to_verify"
NO_LEVEL = "none"


def site_texts(site: SiteSummary) -> tuple[tuple[str, str], ...]:
    """The running texts of a site that are searched, as written."""
    return (
        ("type", site.type_words),
        ("industry", site.industry_words),
        ("description", site.description_zh),
        ("description_en", site.description_en),
        ("current_use", site.current_use),
        ("condition", site.condition_note),
        *(("listed_name", row.name_as_listed) for row in site.designations),
        *(("sources", source.title) for source in site.sources),
    )


def site_fields(site: SiteSummary) -> tuple[tuple[str, str], ...]:
    """All searched fields of a site as written, in the order in which highlights are shown."""
    return (
        ("name", site.name_zh),
        ("name_en", site.name_en),
        *(("former_names", name.name) for name in site.names),
        *(("place", place) for place in place_names(site.place.division)),
        *site_texts(site),
    )


def site_document(site: PublicSite, version: int) -> SearchDocument:
    """Make the document of a site from what the public may know of it."""
    division = site.place.division
    names = [name.name for name in site.names]
    divisions = division.chain if division else ()
    return SearchDocument(
        kind="site",
        pk=site.pk,
        version=version,
        title_zh=site.name_zh,
        title_en=site.name_en,
        number=site.number,
        former_names=tuple(names),
        places=place_names(division),
        texts=tuple((field, text) for field, text in site_texts(site) if text),
        codes=_codes(site),
        pinyin=name_keys([site.name_zh, *names, *(above.name_zh for above in divisions)]),
        sort_key=sort_key(site.name_zh),
        facets=site_facets(site),
        year_from=site.earliest_on.year if site.earliest_on else None,
        year_to=site.latest_on.year if site.latest_on else None,
        longitude=site.place.longitude,
        latitude=site.place.latitude,
        listed_on=_listed_on(site),
    )


def site_facets(site: PublicSite) -> dict[str, tuple[str, ...]]:
    """Facet → the values of this site; see `search.facets`."""
    kind_of_works = site.type or site.theme
    in_force = [row for row in site.designations if row.is_in_force]
    return {
        "kind": ("site",),
        "division": division_codes(site.place.division),
        "industry": (site.industry.code,) if site.industry else (),
        "type": (kind_of_works.code,) if kind_of_works else (),
        "era": tuple(era.code for era in site.eras),
        "scheme": tuple(row.scheme for row in in_force),
        "level": _levels(site),
        "condition": (site.condition.code,) if site.condition else (),
        "reuse": tuple(row.kind.code for row in site.reuses if row.kind),
        "project": tuple(project.slug for project in site.projects),
        "has": _has(site),
    }


def _levels(site: PublicSite) -> tuple[str, ...]:
    """Levels of relics in force; what is still to be verified counts as that and never as a level."""
    levels = [
        row.level
        for row in site.designations
        if row.is_in_force and row.level and row.standing == SchemeStanding.RELIC
    ]
    if any(row.is_to_verify for row in site.designations):
        levels.append(LEVEL_TO_VERIFY)
    return tuple(levels) or (NO_LEVEL,)


def _has(site: PublicSite) -> tuple[str, ...]:
    found = {
        "point": site.place.has_point,
        "photograph": site.has_photograph,
        "designation": any(row.is_in_force for row in site.designations),
        "component": bool(site.components),
        "verified": site.verification == Verification.VERIFIED,
    }
    return tuple(name for name, is_there in found.items() if is_there)


def _codes(site: PublicSite) -> tuple[str, ...]:
    numbers = [
        *(row.list_number for row in site.designations),
        *(row.decree.document_number for row in site.designations if row.decree),
        *(identifier.value for identifier in site.identifiers),
    ]
    return tuple(dict.fromkeys(filter(None, numbers)))


def _listed_on(site: PublicSite) -> int | None:
    """The ordinal of the day of the latest announcement in force."""
    days = [
        row.decree.announced_on
        for row in site.designations
        if row.is_in_force and row.decree and row.decree.announced_on
    ]
    return max(days).toordinal() if days else None
