"""Heritage projects, the works beside them, and the tasks of Document 29's annex."""

from heritage.exchange.sample_areas import CITATION_FIELDS, slug_of
from heritage.exchange.sample_lookups import Item, Lookups, sites_with_keys
from heritage.exchange.sample_store import Content, State, cite_all, store_record, store_row, together
from heritage.models import (
    Enterprise,
    HeritageProject,
    HeritageSite,
    IndustrialArea,
    PolicyTask,
    PolicyTaskDepartment,
    ProjectCitation,
    RedevelopmentProject,
    RemediationProject,
)

PROJECT = Content(
    (
        "name_zh",
        "name_en",
        "division",
        "kind",
        "area",
        "document_29_wording",
        "document_29_status",
        "outcome_zh",
        "note",
    ),
    {"citations": CITATION_FIELDS},
    many=("sites",),
)
_AND_OTHERS = "等"


def load_heritage_project(item: Item, known: Lookups) -> State:
    """Load a heritage project, published."""

    def write(project: HeritageProject) -> None:
        project.name_zh, project.name_en = item["name_zh"], item["name_en"]
        project.division = known.division(item["admin_code"])
        project.kind = item["project_type"]
        project.area = _area(item)
        project.document_29_wording = item["seed_wording"]
        project.document_29_status = item["status_2014"]
        project.outcome_zh = item.get("later_info") or ""
        project.note = item.get("note") or ""
        project.sites.set(_sites(item, known))
        project.citations.set(cite_all(ProjectCitation, known.sources_of(item)))

    slug = slug_of(item)
    project = HeritageProject.objects.filter(slug=slug).first() or HeritageProject(slug=slug)
    return store_record(project, write=write, content=PROJECT, is_public=True)


def load_remediation(item: Item, known: Lookups) -> State:
    slug = slug_of(item)
    project = RemediationProject.objects.filter(slug=slug).first() or RemediationProject(slug=slug)
    slugs = [slug_of({"id": key}) for key in item["related_enterprise_ids"]]
    return store_row(
        project,
        {**_works(item, known), "kind": item["kind"]},
        sites=_sites(item, known),
        sources=known.sources_of(item),
        enterprises=Enterprise.objects.filter(slug__in=slugs),
    )


def load_redevelopment(item: Item, known: Lookups) -> State:
    """Load a redevelopment project; where the file names no city it belongs to the province."""
    slug = slug_of(item)
    project = RedevelopmentProject.objects.filter(slug=slug).first() or RedevelopmentProject(slug=slug)
    return store_row(project, _works(item, known), sites=_sites(item, known), sources=known.sources_of(item))


def load_task(item: Item, known: Lookups) -> State:
    """Load a task with its departments in the order of the annex: the first leads."""
    number = item["number"]
    task = PolicyTask.objects.filter(number=number).first() or PolicyTask(number=number)
    values = {
        "title_zh": item["title_zh"],
        "is_heritage_relevant": item["heritage_relevant"],
        "note": _task_note(item),
    }
    state = store_row(task, values, sources=known.sources_of(item))
    if state is State.KEPT:
        return state
    wanted = [known.organisation(name.removesuffix(_AND_OTHERS)).pk for name in item["departments"]]
    if list(task.department_rows.values_list("organisation_id", flat=True)) == wanted:
        return state
    task.department_rows.all().delete()
    PolicyTaskDepartment.objects.bulk_create(
        PolicyTaskDepartment(task=task, organisation_id=pk, order=order) for order, pk in enumerate(wanted, 1)
    )
    return together(state, [State.UPDATED])


def _task_note(item: Item) -> str:
    """Say where the annex leaves its list of departments open."""
    is_open = any(name.endswith(_AND_OTHERS) for name in item["departments"])
    return "\n".join(filter(None, (item.get("note"), "附件所列责任部门以“等”字结尾。" if is_open else "")))


def _works(item: Item, known: Lookups) -> dict:
    area = _area(item)
    return {
        "name_zh": item["name_zh"],
        "name_en": item["name_en"],
        "division_id": known.division(item.get("admin_code")).pk,
        "area_id": area.pk if area else None,
        "note": item.get("note") or "",
    }


def _area(item: Item) -> IndustrialArea | None:
    key = item.get("area_id")
    return IndustrialArea.objects.filter(slug=slug_of({"id": key})).first() if key else None


def _sites(item: Item, known: Lookups) -> list[HeritageSite]:
    """The file ties sites and projects from either side."""
    return sites_with_keys([*item.get("related_item_ids", []), *known.site_keys.get(item["id"], [])])
