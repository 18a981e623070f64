"""Gates G1 to G6: each is opened and closed by adding and removing rows of evidence, and nothing else."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from heritage.gates import alarms_of, evidence_of, read_gates
from heritage.gates.deadlines import passed_without_record
from heritage.models import Enterprise, ParcelMove, RelocationCase, Survey
from heritage.models.sites import Recognition
from tests.factories import officer
from tests.heritage.relocation import Plant, plant, put, today
from tests.inventory import enterprise_in

pytestmark = pytest.mark.django_db

NOTHING = {
    "G1": "no_record",
    "G2": "no_record",
    "G3": "no_record",
    "G4": "no_record",
    "G5": "no_record",
    "G6": "idle",
}
#: What else moves with the evidence of a gate: land serves two gates, a recognised relic asks for G6.
WITH = {"G1": {"G6": "no_record"}, "G3": {"G5": "open"}, "G5": {"G3": "open"}}
SEEN_TWICE = 2


@pytest.fixture
def works() -> Plant:
    return plant()


def items_of(works: Plant, key: str) -> dict[str, bool]:
    """What a gate asks for, in English words, and whether it is there."""
    with override("en"):
        [gate] = [gate for gate in works.gates() if gate.key == key]
        return {item.label.removeprefix(f"{works.place.site}: "): item.is_met for item in gate.items}


@pytest.mark.parametrize("gate", ["G1", "G2", "G3", "G4", "G5"])
def test_a_gate_opens_with_its_evidence_and_closes_without(works: Plant, gate: str) -> None:
    assert works.states() == NOTHING
    works.open(gate)
    assert works.states() == {**NOTHING, gate: "open", **WITH.get(gate, {})}
    works.close(gate)
    assert works.states()[gate] in ("no_record", "partial")


def test_the_gate_of_the_land_quota_is_asked_for_once_a_relic_is_recognised(works: Plant) -> None:
    works.recognise()
    assert works.states()["G6"] == "no_record"
    works.open("G6")
    assert works.states()["G6"] == "open"
    works.close("G6")
    assert works.states()["G6"] == "no_record"


def test_a_gate_says_in_words_what_is_missing_by_whom_and_under_which_article(works: Plant) -> None:
    works.survey(works.workshops[0])
    with override("en"):
        gate = works.gates()[0]
        found = (gate.reason, str(gate.gate.article), str(gate.gate.responsible))
    site = works.place.site
    assert found == (
        f"Missing: {site}: components never surveyed: 1 (二车间)；{site}: recognised, registered or refused.",
        "Document 29, 四（五）; Cultural Relics Protection Law, Art. 24 and 26",
        "cultural-relics department of the county or city",
    )


def test_every_missing_item_names_the_row_where_it_is_mended(works: Plant) -> None:
    site, enterprise = works.place.site.pk, works.case.enterprise_id
    assert {(item.kind, item.pk) for gate in works.gates() for item in gate.missing} == {
        ("survey", site),
        ("status", site),
        ("plan", None),
        ("parcel", None),
        ("building", None),
    }
    Enterprise.sites.through.objects.all().delete()
    assert [(item.kind, item.pk) for item in works.gates()[0].missing] == [("enterprise", enterprise)]


def test_two_workshops_that_nobody_surveyed_keep_the_first_gate_closed(works: Plant) -> None:
    works.recognise(Recognition.NOT_RECOGNISED)
    survey = works.survey()
    for workshop in works.workshops:
        works.not_entered(survey, workshop)
    assert items_of(works, "G1") == {
        "a confirmed survey": True,
        "components never surveyed: 2 (一车间、二车间)": False,
        "recognised, registered or refused": True,
    }
    works.survey(*works.workshops)
    assert works.states()["G1"] == "open"


def test_a_component_that_is_gone_need_not_be_surveyed(works: Plant) -> None:
    type(works.workshops[0]).objects.update(destiny="lost")
    assert "components" not in "".join(items_of(works, "G1"))


@pytest.mark.parametrize("values", [{"is_confirmed": False}, {"purpose": "after_relocation"}])
def test_a_survey_that_nobody_confirmed_or_that_came_too_late_does_not_count(
    works: Plant, values: dict
) -> None:
    works.survey(*works.workshops, **values)
    assert set(items_of(works, "G1").values()) == {False}


def test_what_was_refused_needs_no_measure_and_what_was_recognised_does(works: Plant) -> None:
    works.survey(*works.workshops)
    works.recognise(Recognition.NOT_RECOGNISED)
    assert works.states()["G1"] == "open"
    works.recognise(Recognition.RECOGNISED)
    assert items_of(works, "G1")["a protection measure announced"] is False
    works.measure()
    assert works.states()["G1"] == "open"


def test_a_registration_counts_once_it_is_confirmed(works: Plant) -> None:
    works.recognise()
    designation = works.place.announce("registered").designation
    works.recognise(Recognition.NOT_RECORDED)
    assert items_of(works, "G1")["recognised, registered or refused"] is False
    designation.confirmed_on = today()
    designation.save()
    assert items_of(works, "G1")["recognised, registered or refused"] is True


def test_two_plans_do_as_well_as_one_for_both(works: Plant) -> None:
    works.plan("waste")
    assert works.states()["G2"] == "partial"
    works.plan("installations")
    assert works.states()["G2"] == "open"


@pytest.mark.parametrize(
    ("standing", "planned_use", "expected"),
    [
        ("flagged", "other", {"G3": "no_record", "G5": "no_record"}),
        ("exceeds", "other", {"G3": "no_record", "G5": "no_record"}),
        ("remediating", "other", {"G3": "open", "G5": "partial"}),
        ("assessed", "housing", {"G3": "open", "G5": "partial"}),
        ("assessed", "other", {"G3": "open", "G5": "open"}),
        ("removed", "housing", {"G3": "open", "G5": "open"}),
    ],
)
def test_land_opens_its_gates_by_where_it_stands(
    works: Plant, standing: str, planned_use: str, expected: dict[str, str]
) -> None:
    works.parcel(standing, planned_use=planned_use)
    assert {key: works.states()[key] for key in expected} == expected


def test_one_parcel_of_two_is_not_enough(works: Plant) -> None:
    works.parcel("below_standard", "甲地块")
    works.parcel("", "乙地块")
    assert (works.states()["G3"], works.states()["G5"]) == ("partial", "partial")


@pytest.mark.parametrize(
    ("standing", "expected"),
    [("", "no_record"), ("surveyed", "partial"), ("cleaned", "partial"), ("verified_clean", "open")],
)
def test_a_building_opens_its_gate_when_it_is_clean(works: Plant, standing: str, expected: str) -> None:
    works.building(standing)
    assert works.states()["G4"] == expected


def test_removing_the_last_paper_of_a_parcel_puts_it_back(works: Plant) -> None:
    parcel = works.parcel("exceeds")
    put(parcel, "registered_in_list", by=works.place.clerk)
    assert works.states()["G3"] == "open"
    ParcelMove.objects.order_by("pk").last().delete()
    assert works.states()["G3"] == "no_record"


@pytest.mark.parametrize(
    ("days", "expected"),
    [(-1, [("relocating", True)]), (0, [("relocating", False)]), (30, [("relocating", False)]), (31, [])],
)
def test_a_step_rings_when_it_is_past_or_within_thirty_days_while_a_gate_is_closed(
    works: Plant, days: int, expected: list
) -> None:
    put(works.case, "planned", by=None)
    works.planned("relocating", today() + timedelta(days=days))
    assert alarms(works) == expected


def test_an_alarm_names_its_closed_gates_and_falls_silent_when_they_open(works: Plant) -> None:
    works.planned("relocating", today())
    [alarm] = alarms_of(works.evidence(), works.gates(), today=today(), warning_days=30)
    assert [gate.key for gate in alarm.gates] == ["G1", "G2"]
    works.open("G1")
    works.open("G2")
    assert alarms(works) == []


def test_a_later_step_waits_for_every_gate_on_the_way_there(works: Plant) -> None:
    works.planned("reuse_allowed", today())
    put(works.case, "relocating", by=None)
    [alarm] = alarms_of(works.evidence(), works.gates(), today=today(), warning_days=30)
    assert [gate.key for gate in alarm.gates] == ["G3", "G4"]
    put(works.case, "survey_cleared", by=None)
    [alarm] = alarms_of(works.evidence(), works.gates(), today=today(), warning_days=30)
    assert [gate.key for gate in alarm.gates] == ["G1", "G2", "G3", "G4"]


def test_a_step_that_the_case_has_reached_rings_no_more(works: Plant) -> None:
    works.planned("relocating", today())
    put(works.case, "vacated", by=None)
    assert alarms(works) == []


def alarms(works: Plant) -> list[tuple[str, bool]]:
    found = alarms_of(works.evidence(), works.gates(), today=today(), warning_days=30)
    return [(alarm.stage, alarm.is_late) for alarm in found]


def test_closed_gates_behind_a_case_are_named_and_nothing_is_inferred_of_an_unknown_one(works: Plant) -> None:
    assert passed_without_record(works.evidence(), works.gates()) == ()
    put(works.case, "vacated", by=None)
    passed = passed_without_record(works.evidence(), works.gates())
    assert [gate.key for gate in passed] == ["G1", "G2"]
    works.open("G2")
    assert [gate.key for gate in passed_without_record(works.evidence(), works.gates())] == ["G1"]


def test_whoever_may_not_read_a_site_is_told_how_many_and_not_which(works: Plant) -> None:
    stranger = officer("surveyor", type(works.place.site.division).objects.get(code="220303"))
    gate = read_gates(evidence_of([works.case], reader=stranger)[works.case.pk])[0]
    assert works.place.site.name_zh not in gate.reason
    assert "一车间" not in gate.reason
    assert works.place.site.name_zh in works.gates()[0].reason


def test_the_evidence_of_many_cases_takes_as_many_queries_as_that_of_one(works: Plant) -> None:
    fill(works)
    for number in range(3):
        enterprise = enterprise_in(
            works.place.site.division, works.place.site, is_live=False, slug=f"works-{number}"
        )
        fill(Plant(works.place, RelocationCase.objects.create(enterprise=enterprise), works.workshops))
    counted = []
    for cases in (RelocationCase.objects.all()[:1], RelocationCase.objects.all()):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            for evidence in evidence_of(cases).values():
                assert len(evidence.parcels) == SEEN_TWICE
                read_gates(evidence)
        counted.append(len(queries))
    assert counted[0] == counted[1] <= 20


def fill(works: Plant) -> None:
    works.plan()
    works.parcel("exceeds", "甲地块")
    works.parcel("exceeds", "乙地块")
    works.planned("vacated", today())
    if not Survey.objects.exists():
        works.survey(works.workshops[0])
        works.building("surveyed")
