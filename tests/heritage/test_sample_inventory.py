"""The sample beyond its sites: areas, enterprises, projects, tasks and classes against the file."""

from collections import Counter

import pytest
from django.db import transaction

from heritage.exchange.sample import load_sample
from heritage.exchange.sample_store import State
from heritage.gates import evidence_of, read_gates
from heritage.gates.deadlines import passed_without_record
from heritage.models import (
    Designation,
    Division,
    Enterprise,
    HeritageProject,
    HeritageSite,
    IndustrialArea,
    PolicyTask,
    ReceivingZone,
    RedevelopmentProject,
    RelocationCase,
    RemediationProject,
)
from tests.factories import officer
from tests.sample_data import DATA, ITEMS, read_whole_file


@pytest.fixture
def taken_back(loaded):
    """What a test changes of the loaded sample is undone after it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_each_row_of_the_file_is_one_row_of_its_kind(loaded):
    models = {
        "areas": IndustrialArea,
        "enterprises": Enterprise,
        "receiving_zones": ReceivingZone,
        "heritage_projects": HeritageProject,
        "remediation_projects": RemediationProject,
        "redevelopment_projects": RedevelopmentProject,
        "tasks": PolicyTask,
        "heritage_items": HeritageSite,
    }
    assert Counter(outcome.state for outcome in loaded) == {State.CREATED: 103}
    assert {name: model.objects.count() for name, model in models.items()} == {
        name: len(DATA[name]) for name in models
    }
    assert RelocationCase.objects.count() == len(DATA["enterprises"])


def test_areas_enterprises_and_projects_are_public_with_their_names_and_sources(loaded):
    def as_loaded(model):
        return [
            (
                row.slug,
                row.name_zh,
                row.name_en,
                row.division.code,
                row.live,
                row.live_revision_id == row.latest_revision_id is not None,
                [(citation.statement, citation.source.key) for citation in row.citations.all()],
            )
            for row in model.objects.order_by("pk")
        ]

    def as_given(name):
        return [
            (
                row["id"].split("-", 1)[1],
                row["name_zh"],
                row["name_en"],
                row["admin_code"],
                True,
                True,
                [("", source["key"]) for source in row["sources"]],
            )
            for row in DATA[name]
        ]

    assert as_loaded(IndustrialArea) == as_given("areas")
    assert as_loaded(Enterprise) == as_given("enterprises")
    assert as_loaded(HeritageProject) == as_given("heritage_projects")


def test_notes_of_the_file_stay_inside_and_districts_beyond_the_code_are_kept(loaded):
    liaoyuan = IndustrialArea.objects.get(slug="liaoyuan")
    given = next(row for row in DATA["areas"] if row["id"] == "area-liaoyuan")
    assert (liaoyuan.note, liaoyuan.description_zh) == (f"涉及区县：龙山区、西安区。{given['note']}", "")
    assert not IndustrialArea.objects.exclude(description_zh="", description_en="").exists()
    assert not Enterprise.objects.exclude(description_zh="", description_en="").exists()


def test_of_a_relocation_nothing_is_inferred(loaded):
    cases = RelocationCase.objects.order_by("enterprise__document_29_order")
    assert [(case.enterprise.document_29_group, case.mode, case.stage) for case in cases] == [
        (
            row["seed_group"],
            "unspecified" if row["relocation_mode"] == "unspecified_in_seed" else row["relocation_mode"],
            "unknown",
        )
        for row in DATA["enterprises"]
    ]
    assert list(cases.exclude(mode="unspecified").values_list("enterprise__slug", "mode")) == [
        ("hadawan-jidong-cement", "offsite_rebuild")
    ]
    assert set(cases.values_list("from_area", "to_zone", "is_risky_trade")) == {(None, None, False)}


def test_sites_are_tied_to_enterprises_and_projects_from_either_side_of_the_file(loaded):
    given = {
        (item["id"], key)
        for item in ITEMS
        for key in (*item["related_project_ids"], *item["related_enterprise_ids"])
    } | {
        (key, row["id"])
        for name in ("enterprises", "heritage_projects")
        for row in DATA[name]
        for key in row["related_item_ids"]
    }
    prefixes = {
        "ent": Enterprise,
        "hp": HeritageProject,
        "rem": RemediationProject,
        "redev": RedevelopmentProject,
    }
    assert {
        (site.sample_key, f"{prefix}-{row.slug}")
        for prefix, model in prefixes.items()
        for row in model.objects.all()
        for site in row.sites.all()
    } == given


def test_heritage_projects_keep_the_wording_and_status_of_2014_and_what_came_later(loaded):
    assert [
        (
            row.kind,
            row.document_29_wording,
            row.document_29_status,
            row.outcome_zh,
            f"area-{row.area.slug}" if row.area else None,
        )
        for row in HeritageProject.objects.order_by("pk")
    ] == [
        (row["project_type"], row["seed_wording"], row["status_2014"], row["later_info"], row["area_id"])
        for row in DATA["heritage_projects"]
    ]


def test_works_stand_in_their_area_and_one_without_a_city_belongs_to_the_province(loaded):
    def as_loaded(model):
        return [
            (row.name_zh, row.division.code, row.area.slug if row.area else None, row.note)
            for row in model.objects.order_by("pk")
        ]

    def as_given(name):
        return [
            (
                row["name_zh"],
                row["admin_code"] or "220000",
                (row["area_id"] or "").removeprefix("area-") or None,
                row.get("note") or "",
            )
            for row in DATA[name]
        ]

    assert as_loaded(RemediationProject) == as_given("remediation_projects")
    assert as_loaded(RedevelopmentProject) == as_given("redevelopment_projects")
    assert [
        sorted(f"ent-{enterprise.slug}" for enterprise in row.enterprises.all())
        for row in RemediationProject.objects.order_by("pk")
    ] == [sorted(row["related_enterprise_ids"]) for row in DATA["remediation_projects"]]


def test_tasks_name_their_departments_in_order_under_the_names_of_2014(loaded):
    assert [
        (
            task.number,
            task.title_zh,
            task.is_heritage_relevant,
            [str(row) for row in task.department_rows.all()],
        )
        for task in PolicyTask.objects.all()
    ] == [
        (
            row["number"],
            row["title_zh"],
            row["heritage_relevant"],
            [name.removesuffix("等") for name in row["departments"]],
        )
        for row in DATA["tasks"]
    ]
    assert PolicyTask.objects.get(number=10).note == "附件所列责任部门以“等”字结尾。"
    culture = PolicyTask.objects.get(number=7).departments.get()
    assert (culture.name_zh, culture.successor.name_zh) == ("省文化厅", "省文化和旅游厅（省文物局）")


def test_classes_are_those_of_the_file(loaded):
    def as_loaded(site):
        return (
            site.type_words,
            site.extent.code,
            site.theme.code,
            sorted(era.code for era in site.eras.all()),
            site.industry.code if site.industry else None,
            site.industry_words or site.industry.label_zh,
            (site.census_class.parent or site.census_class).code,
            site.condition_note,
        )

    def as_given(item):
        return (
            item["item_type"],
            item["item_level"],
            item["theme"],
            sorted(item["era"]),
            item["industry_gbt4754"],
            item["industry_label_zh"],
            item["survey_category"],
            item["condition"] or "",
        )

    assert [as_loaded(site) for site in HeritageSite.objects.order_by("pk")] == [
        as_given(item) for item in ITEMS
    ]


def test_a_subclass_of_the_census_is_known_by_its_full_name(loaded):
    given = Counter(item["survey_subclass_zh"] for item in ITEMS)
    given["重要历史事件和重要机构旧址"] = given.pop("重要机构旧址")
    assert Counter(site.census_class.label_zh for site in HeritageSite.objects.all()) == given


def test_a_type_is_given_only_where_the_words_name_the_thing_itself(loaded):
    typed = HeritageSite.objects.exclude(type=None)
    assert Counter(typed.values_list("type_words", "type__code")) == {
        ("火车站", "station"): 2,
        ("扇形机车库（机务设施）", "roundhouse"): 1,
        ("水电站大坝", "dam"): 1,
        ("煤矿井口", "pit"): 1,
        ("煤矿竖井", "shaft"): 2,
        ("矿工墓葬与纪念地", "miners_graves"): 1,
        ("地下酒窖", "cellar"): 1,
        ("油井", "oil_well"): 1,
    }


def test_a_condition_is_graded_only_by_a_word_of_the_scale(loaded):
    told = HeritageSite.objects.exclude(condition_note="").order_by("pk")
    assert list(told.values_list("condition__label_zh", "condition_note")) == [
        (None, "构件灭失1/11"),
        ("较好", "较好（来源自述）"),
        (None, "2019年前资料：漏水、围墙倒塌等，亟需改善"),
        (None, "大部拆除，左右岸坝段保留"),
        (None, "荒废"),
    ]
    untold = HeritageSite.objects.filter(condition_note="")
    assert {site.absences["condition"] for site in untold} == {"unknown"}


def test_a_second_load_changes_nothing(taken_back):
    outcomes = list(load_sample(read_whole_file()))
    assert Counter(outcome.state for outcome in outcomes) == {State.UNCHANGED: 103}


def test_what_an_officer_has_edited_is_left_alone(taken_back):
    area = IndustrialArea.objects.get(slug="jilin-hadawan")
    area.name_en = "Hadawan"
    area.save_revision(user=officer("administrator", Division.objects.get(code="220000")))
    outcomes = {outcome.key: outcome.state for outcome in load_sample(read_whole_file())}
    assert {key for key, state in outcomes.items() if state is State.KEPT} == {"area-jilin-hadawan"}


def test_what_differs_from_the_file_is_brought_up_to_it(taken_back):
    Designation.objects.filter(site__sample_key="fengman-mass-grave", level="national").update(batch="第九批")
    RelocationCase.objects.filter(enterprise__slug="siping-haohua").update(mode="closure")
    PolicyTask.objects.get(number=7).department_rows.all().delete()
    outcomes = {outcome.key: outcome.state for outcome in load_sample(read_whole_file())}
    assert {key for key, state in outcomes.items() if state is State.UPDATED} == {
        "fengman-mass-grave",
        "ent-siping-haohua",
        "task-07",
    }
    assert Counter(outcomes.values()) == {State.UNCHANGED: 100, State.UPDATED: 3}


def test_the_stage_that_officers_established_is_kept(taken_back):
    RelocationCase.objects.filter(enterprise__slug="siping-haohua").update(stage="planned")
    outcomes = list(load_sample(read_whole_file()))
    assert Counter(outcome.state for outcome in outcomes) == {State.UNCHANGED: 103}
    assert RelocationCase.objects.get(enterprise__slug="siping-haohua").stage == "planned"


def test_the_gates_of_document_29_say_only_what_is_recorded(taken_back):
    found = evidence_of(RelocationCase.objects.select_related("enterprise"))
    assert {evidence.stage for evidence in found.values()} == {"unknown"}
    assert [
        evidence for evidence in found.values() if passed_without_record(evidence, read_gates(evidence))
    ] == []
    states = Counter(gate.state.value for evidence in found.values() for gate in read_gates(evidence)[1:5])
    assert states == {"no_record": 4 * 13}


def test_a_word_that_no_vocabulary_has_fails_the_record_and_not_the_others(taken_back):
    sample = read_whole_file()
    sample["heritage_items"][0]["theme"] = "beekeeping"
    failed = [outcome for outcome in load_sample(sample) if outcome.state is State.FAILED]
    assert [(outcome.key, outcome.reason) for outcome in failed] == [
        (
            "faw-early-buildings",
            "“theme beekeeping” is not among the reference data. Run load_reference first.",
        )
    ]
