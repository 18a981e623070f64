"""The training area with its plan and receiving zone, its enterprises, and its projects."""

from collections.abc import Iterable

from heritage.exchange.training_approval import PUBLISHED, bring_to
from heritage.exchange.training_ground import Item, division_of, document, person
from heritage.exchange.training_sites import sample_key
from heritage.models import (
    AreaCitation,
    AreaPlan,
    Enterprise,
    EnterpriseCitation,
    EnterpriseName,
    HeritageProject,
    HeritageSite,
    IndustrialArea,
    ProjectCitation,
    ReceivingZone,
    RedevelopmentProject,
    RemediationProject,
    Source,
)
from heritage.models.records import Record

AREA = "training-area"
CITED = "training-archive"
NAMES = ("slug", "name_zh", "name_en")
WRITER = "training-surveyor"


def is_area_there(item: Item) -> bool:
    return IndustrialArea.objects.filter(slug=item["slug"]).exists()


def make_area(item: Item) -> None:
    """Make the area with its plan, and the zone that takes up what leaves it."""
    area = IndustrialArea(
        division=division_of(item["division"]), description_zh=item["description_zh"], **_names(item)
    )
    area.citations.set([AreaCitation(source=_source(), sort_order=0)])
    _save(area)
    bring_to(area, PUBLISHED, writer=WRITER)
    plan = dict(item["plan"])
    AreaPlan.objects.create(area=area, file=document(plan.pop("file")), **plan)
    zone = item["zone"]
    ReceivingZone.objects.create(
        division=division_of(zone["division"]), is_lawful_park=zone["is_lawful_park"], **_names(zone)
    ).sources.set([_source()])


def is_enterprise_there(item: Item) -> bool:
    return Enterprise.objects.filter(slug=item["slug"]).exists()


def make_enterprise(item: Item) -> None:
    enterprise = Enterprise(
        division=division_of(item["division"]), description_zh=item["description_zh"], **_names(item)
    )
    enterprise.names.set(
        EnterpriseName(name=name, sort_order=order) for order, name in enumerate(item["former"])
    )
    enterprise.sites.set(_sites(item["sites"]))
    enterprise.citations.set([EnterpriseCitation(source=_source(), sort_order=0)])
    _save(enterprise)
    bring_to(enterprise, item["state"], writer=WRITER)


def is_project_there(item: Item) -> bool:
    return HeritageProject.objects.filter(slug=item["slug"]).exists()


def make_project(item: Item) -> None:
    project = HeritageProject(
        division=division_of(item["division"]),
        kind=item["kind"],
        area=IndustrialArea.objects.get(slug=AREA),
        description_zh=item["description_zh"],
        **_names(item),
    )
    project.sites.set(_sites(item["sites"]))
    project.citations.set([ProjectCitation(source=_source(), sort_order=0)])
    _save(project)
    bring_to(project, PUBLISHED, writer=WRITER)


def _works_model(item: Item) -> type[RemediationProject] | type[RedevelopmentProject]:
    return RemediationProject if "kind" in item else RedevelopmentProject


def are_works_there(item: Item) -> bool:
    return _works_model(item).objects.filter(slug=item["slug"]).exists()


def make_works(item: Item) -> None:
    """Make a remediation project where the item names its kind, else a redevelopment project."""
    kind = {"kind": item["kind"]} if "kind" in item else {}
    works = _works_model(item).objects.create(
        division=division_of(item["division"]),
        area=IndustrialArea.objects.get(slug=AREA),
        **_names(item),
        **kind,
    )
    works.sites.set(_sites(item["sites"]))
    works.sources.set([_source()])


def _names(item: Item) -> dict[str, str]:
    return {name: item[name] for name in NAMES}


def _sites(keys: Iterable[str]) -> list[HeritageSite]:
    return list(HeritageSite.objects.filter(sample_key__in=[sample_key(key) for key in keys]))


def _source() -> Source:
    return Source.objects.get(key=CITED)


def _save(record: Record) -> None:
    record.save()
    record.save_revision(user=person(WRITER), log_action="wagtail.create")
