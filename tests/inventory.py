"""Rows of the inventory beside the sites, for tests: designations, events, components, projects, areas."""

from datetime import date

from wagtail.models import Collection

from heritage.models import (
    AreaCitation,
    Component,
    ComponentCitation,
    Decree,
    Designation,
    Division,
    Enterprise,
    EnterpriseCitation,
    HeritageProject,
    HeritageSite,
    IndustrialArea,
    ProjectCitation,
    Scheme,
    SiteEvent,
    Term,
)
from tests.factories import SourceFactory


def published(record):
    """Publish any complete draft and read it again."""
    record.save_revision().publish()
    record.refresh_from_db()
    return record


def term(vocabulary: str, code: str, label_zh: str, label_en: str = "") -> Term:
    return Term.objects.create(vocabulary=vocabulary, code=code, label_zh=label_zh, label_en=label_en)


def scheme(key: str = "protected_site", **values) -> Scheme:
    """A list one can be on; the one of protected relics unless told otherwise."""
    defaults = {"label_zh": "文物保护单位", "label_en": "Protected site", "standing": "relic"}
    return Scheme.objects.get_or_create(key=key, defaults=defaults | values)[0]


def decree(collection: Collection, **values) -> Decree:
    """A complete paper."""
    defaults = {
        "document_number": "国发〔2013〕13号",
        "issued_by_words": "国务院",
        "announced_on": date(2013, 3, 5),
        "announced_edtf": "2013-03-05",
    }
    return Decree.objects.create(collection=collection, **defaults | values)


def designation(site: HeritageSite, *, is_confirmed: bool = True, **values) -> Designation:
    """An identity in force, confirmed unless told otherwise."""
    defaults = {
        "level": "national",
        "batch": "第七批",
        "status": "in_force",
        "confirmed_on": date(2026, 1, 5) if is_confirmed else None,
    }
    if "scheme" not in values:
        values["scheme"] = scheme()
    if "decree" not in values:
        values["decree"] = decree(site.collection)
    return Designation.objects.create(site=site, **defaults | values)


def event_of(site: HeritageSite, kind: str, edtf: str = "", **values) -> SiteEvent:
    """A dated event with the bounds of a year or day."""
    year = int(edtf[:4]) if edtf else None
    bounds = {"earliest_on": date(year, 1, 1), "latest_on": date(year, 12, 31)} if year else {}
    return SiteEvent.objects.create(
        site=site, kind=kind, period_edtf=edtf, **{"sort_order": 0} | bounds | values
    )


def component_of(site: HeritageSite, name_zh: str = "转盘", *, is_live: bool = True, **values) -> Component:
    """A component of a site, public when the site is, unless told otherwise."""
    row = Component.objects.create(site=site, division=site.division, name_zh=name_zh, **values)
    ComponentCitation.objects.create(
        component=row, source=SourceFactory(collection=site.collection), sort_order=0
    )
    return published(row) if is_live else row


def project_in(division: Division, *sites: HeritageSite, is_live: bool = True, **values) -> HeritageProject:
    """A heritage project of some sites."""
    defaults = {
        "name_zh": "工业遗产公园",
        "name_en": "Heritage Park",
        "slug": "park",
        "kind": "heritage_park",
    }
    row = HeritageProject.objects.create(division=division, **defaults | values)
    ProjectCitation.objects.create(project=row, source=SourceFactory(collection=row.collection), sort_order=0)
    row.sites.set(sites)
    row.save()
    return published(row) if is_live else row


def area_in(division: Division, *, is_live: bool = True, **values) -> IndustrialArea:
    """An old industrial area."""
    defaults = {"name_zh": "哈达湾老工业区", "name_en": "Hadawan", "slug": "hadawan"}
    row = IndustrialArea.objects.create(division=division, **defaults | values)
    AreaCitation.objects.create(area=row, source=SourceFactory(collection=row.collection), sort_order=0)
    return published(row) if is_live else row


def enterprise_in(division: Division, *sites: HeritageSite, is_live: bool = True, **values) -> Enterprise:
    """An enterprise with some sites."""
    defaults = {
        "name_zh": "冀东水泥",
        "slug": "jidong",
        "document_29_group": "complete_soon",
        "document_29_order": 2,
    }
    row = Enterprise.objects.create(division=division, **defaults | values)
    EnterpriseCitation.objects.create(
        enterprise=row, source=SourceFactory(collection=row.collection), sort_order=0
    )
    row.sites.set(sites)
    row.save()
    return published(row) if is_live else row
