"""Reading what the rules look at: as many queries for one site as for hundreds."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from heritage.models import Component, Designation, DivisionOutline, HeritageSite, SiteMerge, Survey
from heritage.models.decrees import Decree
from heritage.models.designations import DesignationStatus
from heritage.quality.contents import Row, contents_of, sourced_keys
from heritage.quality.facts import (
    CitationFact,
    DecreeFact,
    DesignationFact,
    EventFact,
    NameFact,
    ReuseFact,
    ShapeFact,
    SiteFacts,
    Span,
    SurveyFact,
)


def read_facts(pks: Collection[int]) -> list[SiteFacts]:
    """Return what is known of these sites. One that was merged into another has no flags and is left out."""
    merged = SiteMerge.objects.filter(merged__in=pks, undone_at=None).values("merged")
    sites = list(
        HeritageSite.objects.filter(pk__in=pks)
        .exclude(pk__in=merged)
        .select_related("latest_revision", "division__parent__parent")
        .order_by("pk")
    )
    if not sites:
        return []
    contents = contents_of(sites)
    sourced = sourced_keys(contents.values())
    keys = [site.pk for site in sites]
    outlines = DivisionOutline.objects.filter(division__in={site.division_id for site in sites})
    outline_of = dict(outlines.values_list("division_id", "geometry"))
    shapes, surveys, designations = _shapes(keys), _surveys(keys), _designations(keys)
    return [
        SiteFacts(
            pk=site.pk,
            collection_id=site.collection_id,
            is_live=site.live,
            division_code=site.division.code,
            division_name=site.division.name_zh,
            outline=outline_of.get(site.division_id),
            **_of_content(contents[site.pk], sourced, shapes[site.pk]),
            surveys=tuple(surveys[site.pk]),
            designations=tuple(designations[site.pk]),
        )
        for site in sites
    ]


def _of_content(content: Row, sourced: set[int], shapes: list[ShapeFact]) -> dict[str, Any]:
    longitude, latitude = content.get("longitude"), content.get("latitude")
    own = content.get("shape")
    return {
        "dating": Span.of(content),
        "point": None if longitude is None or latitude is None else (longitude, latitude),
        "shapes": tuple([ShapeFact(0, "", own), *shapes] if own else shapes),
        "names": tuple(
            NameFact(row["name"], row["kind"], str(row["uid"]), Span.of(row)) for row in content["names"]
        ),
        "events": tuple(EventFact(row["kind"], str(row["uid"]), Span.of(row)) for row in content["events"]),
        "reuses": tuple(ReuseFact(row.get("words_zh") or "", Span.of(row)) for row in content["reuses"]),
        "citations": tuple(
            CitationFact(row["statement"], row["source"] in sourced) for row in content["citations"]
        ),
    }


def _shapes(keys: Iterable[int]) -> dict[int, list[ShapeFact]]:
    found: dict[int, list[ShapeFact]] = defaultdict(list)
    rows = Component.objects.filter(site__in=keys, shape__isnull=False).order_by("pk")
    for pk, site_id, name, geometry in rows.values_list("pk", "site_id", "name_zh", "shape"):
        if geometry:
            found[site_id].append(ShapeFact(pk, name, geometry))
    return found


def _surveys(keys: Iterable[int]) -> dict[int, list[SurveyFact]]:
    found: dict[int, list[SurveyFact]] = defaultdict(list)
    rows = Survey.objects.filter(site__in=keys).order_by("pk")
    for pk, site_id, day in rows.values_list("pk", "site_id", "surveyed_on"):
        found[site_id].append(SurveyFact(pk, Span.day(day)))
    return found


def _designations(keys: Iterable[int]) -> dict[int, list[DesignationFact]]:
    """The designations of each site; a candidate has no decree yet."""
    found: dict[int, list[DesignationFact]] = defaultdict(list)
    rows = (
        Designation.objects.filter(site__in=keys).exclude(status=DesignationStatus.CANDIDATE).order_by("pk")
    )
    for row in rows.select_related("scheme", "decree", "superseded_by__decree"):
        successor = row.superseded_by.decree if row.superseded_by else None
        words = row.name_as_listed or row.scheme.label_zh
        replaced = Span.day(successor.announced_on) if successor else Span()
        found[row.site_id].append(
            DesignationFact(row.pk, words, _decree(row.decree) if row.decree else None, replaced)
        )
    return found


def _decree(decree: Decree) -> DecreeFact:
    """`words` in Chinese: what a flag holds is the same whoever reads it."""
    words = decree.document_number or decree.title or "文号待查"
    return DecreeFact(
        decree.pk,
        words,
        bool(decree.document_number),
        decree.file_id is not None,
        Span.day(decree.announced_on),
    )
