"""The relocation cases of the training county: one has something on every part of its page."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from heritage.coverage import coverage_of_area
from heritage.coverage.drawing import draw_coverage
from heritage.dashboard.scope import desk_of
from heritage.exchange.reference import load_reference
from heritage.exchange.sample_store import State
from heritage.exchange.training import load_training, training_steps
from heritage.gates import evidence_of, read_gates
from heritage.gates.evidence import StepFacts
from heritage.models import GateOverride, Notice, RelocationCase
from heritage.worklist.board import board_of
from tests.officers import browser

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def trained(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """The training county, made once for the tests of this module, each of which takes back its own."""
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), transaction.atomic():
        patch.setattr("django.conf.settings.MEDIA_ROOT", str(tmp_path_factory.mktemp("media")))
        load_reference()
        list(load_training(training_steps()))
        yield
        transaction.set_rollback(True)


@pytest.fixture
def case(trained) -> RelocationCase:
    return of_enterprise("training-chemical-company")


def of_enterprise(slug: str) -> RelocationCase:
    return RelocationCase.objects.get(enterprise__slug=slug)


def page_of(case: RelocationCase) -> dict:
    """What an officer of the county is shown on the page of a case."""
    client = browser(User.objects.get(username="training-officer-1"))
    return client.get(reverse("heritage_case", args=[case.pk])).context


def test_the_gates_of_the_furnished_case_stand_open_closed_and_overridden(case):
    gates = read_gates(evidence_of([case])[case.pk])
    assert {gate.key: gate.state.value for gate in gates} == {
        "G1": "partial",
        "G2": "overridden",
        "G3": "partial",
        "G4": "partial",
        "G5": "partial",
        "G6": "open",
    }


def test_two_components_were_never_surveyed_and_it_is_said_why(case):
    [site] = evidence_of([case])[case.pk].sites
    assert site.component_count == 4
    assert [(component.name, component.why.partition("：")[2]) for component in site.unsurveyed] == [
        ("练习地下管廊", "练习用，气体未排空，未下井"),
        ("练习原料储罐", "练习用，单位未同意进入"),
    ]


def test_one_parcel_is_clean_one_exceeds_and_the_retained_building_is_surveyed(case):
    evidence = evidence_of([case])[case.pk]
    assert [(parcel.name, parcel.standing) for parcel in evidence.parcels] == [
        ("练习一号地块", "below_standard"),
        ("练习二号地块", "exceeds"),
    ]
    assert [(building.name, building.standing) for building in evidence.buildings] == [
        ("练习合成车间", "surveyed")
    ]


def test_the_override_names_its_paper_and_two_people(case):
    rows = GateOverride.objects.filter(case=case)
    assert [
        (row.gate, row.made_by.username, row.second.username, row.decree.document_number) for row in rows
    ] == [("G2", "training-officer-1", "training-officer-2", "练习县级文件第三号")]


def test_of_its_planned_steps_one_is_late_and_one_ahead_on_the_day_of_loading(case):
    today = timezone.localdate()
    assert evidence_of([case])[case.pk].steps == (
        StepFacts("vacated", today - timedelta(days=30)),
        StepFacts("reuse_allowed", today + timedelta(days=20)),
    )


def test_no_part_of_its_page_is_empty(case):
    page = page_of(case)
    assert [str(group["label"]) for group in page["evidence"] if not group["rows"]] == []
    parts = (
        "alarms",
        "passed",
        "signals",
        "gates",
        "interlocks",
        "steps",
        "coverage",
        "interventions",
        "trail",
    )
    assert [part for part in parts if not page[part]] == []


def test_of_a_step_that_is_late_the_page_of_another_case_says_which_gates_are_closed(trained):
    alarms = page_of(of_enterprise("training-textile-company"))["alarms"]
    assert [(alarm.stage, alarm.is_late, [gate.key for gate in alarm.gates]) for alarm in alarms] == [
        ("survey_cleared", True, ["G1"])
    ]


def test_a_case_that_was_deleted_is_made_again_whole(trained):
    machine = of_enterprise("training-machine-company")
    planned = list(machine.planned_steps.values_list("stage", "planned_on"))
    machine.moves.all().delete()
    machine.planned_steps.all().delete()
    machine.delete()
    made = [done.key for done in load_training(training_steps()) if done.state is State.CREATED]
    assert made == ["cases/training-machine-company"]
    again = of_enterprise("training-machine-company")
    moves = [(move.from_state, move.to_state) for move in again.moves.all()]
    assert (again.stage, moves) == ("survey_required", [("unknown", "survey_required")])
    assert list(again.planned_steps.values_list("stage", "planned_on")) == planned != []


def test_the_coverage_of_the_training_area_is_partly_done_and_drawn(case):
    officer = User.objects.get(username="training-officer-1")
    coverage = coverage_of_area(case.from_area, reader=officer)
    assert {state.value: count for state, count in coverage.part_counts.items()} == {
        "surveyed": 5,
        "not_entered": 2,
        "not_surveyed": 2,
        "gone": 1,
    }
    drawn = draw_coverage(coverage.sites)
    assert (len(drawn.details), drawn.has_walked, drawn.unplaced_count) == (3, True, 2)


def test_its_officers_have_work_for_every_day_and_were_told_what_falls_due(trained):
    person, today = User.objects.get(username="training-officer-1"), timezone.localdate()
    found = {row.key for row in board_of(desk_of(person), today=today, most=1) if row.count}
    tomorrow = "later" if today.weekday() == 6 else "week"
    assert {"late", "today", tomorrow, "review", "confirm_survey"} - found == set()
    assert Notice.objects.filter(user=person, kind="due").exists()
