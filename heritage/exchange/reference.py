"""What every installation needs: divisions, vocabularies, schemes, bodies, approval, and rights of roles."""

from collections import Counter

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from wagtail.models import Collection, GroupApprovalTask, Workflow, WorkflowContentType, WorkflowTask

from heritage.exchange.rows import DATA, bring_up, read_rows
from heritage.exchange.vocabularies import load_organisations, load_schemes, load_terms
from heritage.models import (
    Component,
    Division,
    Enterprise,
    HeritageProject,
    HeritageSite,
    IndustrialArea,
    LevelApprovalTask,
)
from heritage.models.approval import NARROWEST_FIRST
from heritage.models.divisions import DivisionLevel
from heritage.services.appointing import bring_up_groups

DIVISIONS_FILE = DATA / "divisions.csv"
APPROVED_MODELS = (HeritageSite, Component, IndustrialArea, Enterprise, HeritageProject)
ROOT_COLLECTION = "全部行政区划"
WORKFLOW_NAME = "遗产点逐级审核"
TASK_NAMES = {
    DivisionLevel.COUNTY: "县级审核",
    DivisionLevel.CITY: "市级审核",
    DivisionLevel.PROVINCE: "省级审核",
}
# What Wagtail's own migrations make: its roles publish without approval and know no divisions.
WAGTAIL_GROUPS = ("Moderators", "Editors")
WAGTAIL_WORKFLOW = "Moderators approval"


@transaction.atomic
def load_reference() -> Counter[str]:
    """Load everything that is missing or differs, and return how many rows were made, altered and removed.

    A second call changes nothing. Names that an administrator gave to the workflow or its steps are kept,
    and so are terms, schemes and bodies that a person has edited.
    """
    done: Counter[str] = Counter()
    name_root_collection(done)
    load_divisions(done)
    load_terms(done)
    load_schemes(done)
    load_organisations(done)
    load_approval_workflow(done)
    remove_wagtail_defaults(done)
    if brought_up := bring_up_groups():
        done["groups brought up"] = brought_up
    return done


def name_root_collection(done: Counter[str]) -> None:
    """Give the collection above all divisions a name; Wagtail's migrations call it "Root"."""
    root = Collection.get_first_root_node()
    if root.name == "Root":
        root.name = ROOT_COLLECTION
        root.save(update_fields=["name"])
        done["collections renamed"] += 1


def load_divisions(done: Counter[str]) -> None:
    """Load the divisions of `divisions.csv`, the wider before the narrower, each with its collection."""
    rows = read_rows(DIVISIONS_FILE.name)
    for row in rows:
        load_division(row, done)
    for row in rows:
        if row["successor"]:
            predecessor = Division.objects.get(code=row["code"], is_current=False)
            successor = Division.objects.current().get(code=row["successor"])
            if bring_up(predecessor, {"successor_id": successor.pk}):
                done["successors named"] += 1


def load_division(row: dict[str, str], done: Counter[str], *, is_training: bool = False) -> None:
    """Make or bring up one division with its collection, which lies below that of its parent."""
    is_current = not row["successor"]
    parent = Division.objects.current().get(code=row["parent"]) if row["parent"] else None
    values = {
        "name_zh": row["name_zh"],
        "name_en": row["name_en"],
        "level": row["level"],
        "parent_id": parent.pk if parent else None,
        "valid_from_edtf": row["valid_from"],
        "valid_to_edtf": row["valid_to"],
        "is_training": is_training,
    }
    # Codes sort, Chinese names do not.
    collection_name = f"{row['code']} {row['name_zh']}" + ("" if is_current else "（旧）")
    division = Division.objects.filter(code=row["code"], is_current=is_current).first()
    if division is None:
        above = parent.collection if parent else Collection.get_first_root_node()
        collection = above.add_child(name=collection_name)
        Division.objects.create(code=row["code"], is_current=is_current, collection=collection, **values)
        done["divisions made"] += 1
        return
    if bring_up(division, values):
        done["divisions altered"] += 1
    if division.collection.name != collection_name:
        division.collection.name = collection_name
        division.collection.save(update_fields=["name"])
        done["collections renamed"] += 1


def load_approval_workflow(done: Counter[str]) -> None:
    """Make the workflow of three levels, narrowest first, and give it to every kind of approved record."""
    types = ContentType.objects.get_for_models(*APPROVED_MODELS, for_concrete_models=False)
    assigned = {
        row.content_type_id: row.workflow
        for row in WorkflowContentType.objects.filter(content_type__in=types.values()).select_related(
            "workflow"
        )
    }
    workflow = assigned.get(types[HeritageSite].pk)
    if workflow is None:
        workflow = Workflow.objects.create(name=WORKFLOW_NAME)
        done["workflows made"] += 1
    for content_type in types.values():
        if content_type.pk not in assigned:
            WorkflowContentType.objects.create(content_type=content_type, workflow=workflow)
            done["workflows assigned"] += 1
    for order, level in enumerate(NARROWEST_FIRST):
        task = LevelApprovalTask.objects.filter(level=level, active=True).order_by("pk").first()
        if task is None:
            task = LevelApprovalTask.objects.create(name=TASK_NAMES[level], level=level)
            done["workflow steps made"] += 1
        WorkflowTask.objects.update_or_create(
            workflow=workflow, task=task.task_ptr, defaults={"sort_order": order}
        )


def remove_wagtail_defaults(done: Counter[str]) -> None:
    """Remove the groups and the workflow of Wagtail's migrations, unless somebody is in them or used it."""
    unwanted: list[Model] = []
    for workflow in Workflow.objects.filter(name=WAGTAIL_WORKFLOW, workflow_states=None):
        unwanted += GroupApprovalTask.objects.filter(pk__in=workflow.tasks.values("pk"), task_states=None)
        unwanted.append(workflow)
    unwanted += Group.objects.filter(name__in=WAGTAIL_GROUPS, user=None)
    for row in unwanted:
        row.delete()
        done["Wagtail defaults removed"] += 1
