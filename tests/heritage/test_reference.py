"""Reference data: what every installation starts with."""

import csv
import json
from collections import Counter
from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import Collection, GroupCollectionPermission, Task, Workflow, WorkflowContentType

from heritage.dating import bounds
from heritage.exchange.reference import DIVISIONS_FILE, load_reference
from heritage.models import Division, HeritageSite, LevelApprovalTask
from heritage.roles import ROLES
from heritage.services.appointing import group_of
from tests.factories import officer

pytestmark = pytest.mark.django_db


def test_all_divisions_of_jilin_are_loaded():
    load_reference()
    assert Counter(Division.objects.current().values_list("level", flat=True)) == {
        "province": 1,
        "city": 9,
        "county": 60,
    }


def test_a_code_no_longer_in_force_stands_under_its_old_prefecture_and_names_its_successor():
    load_reference()
    historical = Division.objects.filter(is_current=False)
    assert [
        (row.code, row.name_zh, row.parent.name_zh, row.valid_to_edtf, row.successor.code)
        for row in historical
    ] == [
        ("220181", "九台市", "长春市", "", "220113"),
        ("220381", "公主岭市", "四平市", "2020", "220184"),
        ("220625", "江源县", "白山市", "2006", "220605"),
        ("220724", "扶余县", "松原市", "", "220781"),
    ]


def test_every_division_has_a_collection_in_the_place_of_the_division():
    load_reference()
    above = {
        division.pk: division.parent.collection.path
        if division.parent
        else Collection.get_first_root_node().path
        for division in Division.objects.select_related("collection", "parent__collection")
    }
    assert {
        division.pk: division.collection.path[: -Collection.steplen]
        for division in Division.objects.select_related("collection")
    } == above


def test_collections_sort_by_code_and_say_which_division_is_historical():
    load_reference()
    changchun = Collection.objects.get(name="220100 长春市")
    names = list(changchun.get_children().values_list("name", flat=True))
    assert names == sorted(names)
    assert "220181 九台市（旧）" in names


def test_names_are_read_in_the_language_of_the_reader():
    load_reference()
    changyi = Division.objects.get(code="220202")
    assert (changyi.full_name, [part.name_en for part in changyi.chain]) == (
        "吉林市昌邑区",
        ["Jilin City", "Changyi District"],
    )


def test_the_file_gives_each_code_once_a_level_that_fits_it_and_readable_dates():
    with DIVISIONS_FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    codes = [row["code"] for row in rows]
    assert len(codes) == len(set(codes)) == 74
    for row in rows:
        level = (
            "province" if row["code"].endswith("0000") else "city" if row["code"].endswith("00") else "county"
        )
        assert row["level"] == level
        assert all(bounds(row[field]) for field in ("valid_from", "valid_to") if row[field])


def test_sites_are_approved_by_county_then_city_then_province():
    load_reference()
    assigned = WorkflowContentType.objects.get(content_type__model="heritagesite").workflow
    assert [(task.name, task.specific.level) for task in assigned.tasks] == [
        ("县级审核", "county"),
        ("市级审核", "city"),
        ("省级审核", "province"),
    ]
    assert HeritageSite().get_workflow() == assigned


def test_wagtails_own_groups_and_workflow_are_gone():
    load_reference()
    assert not Group.objects.filter(name__in=["Moderators", "Editors"]).exists()
    assert list(Workflow.objects.values_list("name", flat=True)) == ["遗产点逐级审核"]
    assert Task.objects.count() == LevelApprovalTask.objects.count() == 3


def test_a_group_somebody_is_in_is_not_removed():
    load_reference()
    division = Division.objects.get(code="220202")
    group = Group.objects.create(name="Editors")
    officer("surveyor", division).groups.add(group)
    load_reference()
    assert Group.objects.filter(pk=group.pk).exists()


def test_a_second_load_changes_nothing():
    load_reference()
    assert load_reference() == Counter()


def test_a_changed_name_is_brought_up_to_the_file_and_the_steps_keep_the_names_they_were_given():
    load_reference()
    division = Division.objects.get(code="220202")
    Division.objects.filter(pk=division.pk).update(name_zh="昌邑")
    Task.objects.filter(name="县级审核").update(name="区县初审")
    assert load_reference() == Counter({"divisions altered": 1})
    division.refresh_from_db()
    assert division.name_zh == "昌邑区"
    assert Task.objects.filter(name="区县初审").exists()


def test_the_command_counts_in_json():
    out = StringIO()
    call_command("load_reference", "--json", stdout=out, stderr=StringIO())
    assert json.loads(out.getvalue())["divisions made"] == 74


def test_groups_made_before_a_new_kind_of_rows_get_their_rights_on_it():
    load_reference()
    changyi = Division.objects.get(code="220202")
    group = group_of(ROLES["surveyor"], changyi)
    held = GroupCollectionPermission.objects.filter(group=group)
    before = set(held.values_list("permission_id", flat=True))
    held.filter(permission__content_type__model="parcel").delete()
    assert load_reference() == Counter({"groups brought up": 1})
    assert set(held.values_list("permission_id", flat=True)) == before
