"""Moving cases, land and buildings: who may, by which gate, and what an override needs."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from wagtail.log_actions import registry as log_registry

from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.lifecycles.relocation_papers import RELIC_APPROVAL
from heritage.models import CaseMove, GateOverride, RelocationCase
from heritage.models.append_only import AppendOnlyError
from heritage.services.overriding import override_gate
from heritage.services.stepping import move_along
from heritage.services.taking_back_steps import take_back_step
from tests.factories import officer
from tests.heritage.designations import put as set_identity
from tests.heritage.interventions import application
from tests.heritage.relocation import Plant, plant, put, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def works() -> Plant:
    return plant()


def allow(works: Plant, **values) -> CaseMove:
    """Allow the relocation of a case of which the survey is cleared."""
    put(works.case, "survey_cleared", by=None)
    decree = works.place.decree("city_government")
    given = {"subject": works.case, "target": "relocation_allowed", "by": works.place.clerk, "decree": decree}
    return move_along(**{**given, **values})


def override(works: Plant, **values) -> GateOverride:
    given = {
        "case": works.case,
        "gate": "G2",
        "decree": works.place.decree("city_government"),
        "reason": "市政府专题会议纪要",
        "by": works.place.clerk,
        "second": works.place.reviewer,
    }
    return override_gate(**{**given, **values})


def refused(works: Plant, action, **values) -> str:
    """The refusal in words; stage, moves and overrides are as they were."""
    with pytest.raises(UnlawfulMoveError) as error:
        action(works, **values)
    assert (CaseMove.objects.count(), GateOverride.objects.count()) == (0, 0)
    return str(error.value)


def test_a_relocation_is_allowed_through_open_gates_and_the_papers_are_kept(works: Plant) -> None:
    works.open("G1")
    works.open("G2")
    move = allow(works)
    assert RelocationCase.objects.get().stage == "relocation_allowed"
    assert (move.from_state, move.to_state, move.made_by) == (
        "survey_cleared",
        "relocation_allowed",
        works.place.clerk,
    )


def test_a_closed_gate_refuses_the_move_and_the_stage_stays(works: Plant) -> None:
    works.open("G1")
    assert "G2" in refused(works, allow)
    assert RelocationCase.objects.get().stage == "survey_cleared"


def test_a_paper_of_the_wrong_body_is_refused(works: Plant) -> None:
    works.open("G1")
    works.open("G2")
    decree = works.place.decree("county_department")
    assert str(decree) in refused(works, allow, decree=decree)


def test_what_lies_in_the_future_has_not_happened(works: Plant) -> None:
    put(works.case, "relocating", by=None)
    papers = {"report": works.file(), "happened_on": today() + timedelta(days=1)}
    with pytest.raises(UnlawfulMoveError):
        move_along(subject=works.case, target="vacated", by=works.place.clerk, **papers)
    assert RelocationCase.objects.get().stage == "relocating"


def test_an_officer_of_another_city_may_not_move_the_case(works: Plant) -> None:
    stranger = officer("surveyor", type(works.place.site.division).objects.get(code="220303"))
    assert stranger.full_name in refused(works, allow, by=stranger)


def test_of_two_officers_the_second_is_refused(works: Plant) -> None:
    works.open("G1")
    works.open("G2")
    stale = RelocationCase.objects.get()
    allow(works)
    with pytest.raises(UnlawfulMoveError):
        move_along(
            subject=stale,
            target="relocation_allowed",
            by=works.place.reviewer,
            decree=works.place.decree("city_government"),
        )
    assert CaseMove.objects.count() == 1


def test_an_override_lets_the_step_pass_and_both_names_stay_visible(works: Plant) -> None:
    works.open("G1")
    row = override(works)
    allow(works)
    gate = works.gates()[1]
    [shown] = gate.overrides
    assert (gate.state, shown.made_by, shown.second, shown.paper) == (
        "overridden",
        str(works.place.clerk),
        str(works.place.reviewer),
        str(row.decree),
    )


def test_an_overridden_gate_that_opens_later_is_open_and_the_override_stays(works: Plant) -> None:
    override(works)
    works.open("G2")
    gate = works.gates()[1]
    assert (gate.state, len(gate.overrides)) == ("open", 1)


def test_an_override_needs_a_second_person_who_reviews_and_is_another(works: Plant) -> None:
    for second in (works.place.clerk, officer("surveyor", works.place.site.division)):
        assert str(second) in refused(works, override, second=second)
    reviewer_elsewhere = officer("city_reviewer", type(works.place.site.division).objects.get(code="220300"))
    assert str(reviewer_elsewhere) in refused(works, override, second=reviewer_elsewhere)


def test_an_override_needs_a_complete_paper_and_a_reason(works: Plant) -> None:
    reported = works.place.decree(document_number="", origin="reported")
    assert "公布文件的文号" in refused(works, override, decree=reported)
    assert "理由" in refused(works, override, reason="  ")


def test_a_gate_that_is_open_is_not_overridden(works: Plant) -> None:
    works.open("G2")
    assert "G2" in refused(works, override)


def test_an_override_is_neither_altered_nor_removed(works: Plant) -> None:
    row = override(works)
    for act in (
        row.save,
        row.delete,
        GateOverride.objects.all().delete,
        lambda: GateOverride.objects.update(reason="另"),
    ):
        with pytest.raises(AppendOnlyError):
            act()
    assert GateOverride.objects.get().reason == "市政府专题会议纪要"


def test_the_database_refuses_an_override_by_one_person(works: Plant) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        GateOverride.objects.create(
            case=works.case,
            gate="G1",
            decree=works.place.decree(),
            reason="缘由",
            made_by=works.place.clerk,
            second=works.place.clerk,
        )


def test_the_last_step_is_taken_back_with_the_reason_and_the_history_keeps_it(works: Plant) -> None:
    works.open("G1")
    works.open("G2")
    allow(works)
    take_back_step(subject=works.case, reason="误录", by=works.place.clerk)
    assert (RelocationCase.objects.get().stage, CaseMove.objects.count()) == ("survey_cleared", 0)
    entry = log_registry.get_logs_for_instance(works.case).get(action="heritage.take_back_step")
    assert (entry.data["from"], entry.data["reason"]) == ("relocation_allowed", "误录")


def test_only_who_made_the_step_or_a_reviewer_takes_it_back_and_only_with_a_reason(works: Plant) -> None:
    parcel = works.parcel("exceeds")
    other = officer("surveyor", works.place.site.division)
    for by, reason in ((other, "误录"), (works.place.clerk, " ")):
        with pytest.raises(UnlawfulMoveError):
            take_back_step(subject=parcel, reason=reason, by=by)
    assert parcel.moves.count() == 1
    take_back_step(subject=parcel, reason="误录", by=works.place.reviewer)
    assert parcel.moves.count() == 0


@pytest.mark.parametrize("standing", ["", "surveyed", "contaminated", "cleaning_plan", "cleaned"])
def test_a_building_that_is_not_clean_is_not_opened_for_reuse(works: Plant, standing: str) -> None:
    building = works.building(standing)
    with pytest.raises(UnlawfulMoveError):
        move_along(subject=building, target="opened", by=works.place.clerk, report=works.file())
    assert building.moves.filter(to_state="opened").count() == 0


def test_land_on_the_register_is_not_opened_for_housing(works: Plant) -> None:
    parcel = works.parcel("assessed", planned_use="housing")
    with pytest.raises(UnlawfulMoveError) as error:
        move_along(subject=parcel, target="opened", by=works.place.clerk, report=works.file())
    assert error.value.refusal.article != ""
    assert parcel.moves.filter(to_state="opened").count() == 0


@pytest.mark.parametrize(
    ("kind", "state", "is_cleaned"),
    [
        ("repair", "approved", True),
        ("repair", "completed", True),
        ("repair", "submitted", False),
        ("repair", "rejected", False),
        ("in_situ", "approved", False),
    ],
)
def test_a_listed_building_is_cleaned_only_by_an_approved_repair_of_it_or_of_its_site(
    works: Plant, kind: str, state: str, is_cleaned: bool
) -> None:
    set_identity(works.place, "county")
    papers = {"report": works.file(), "body": "清洁单位", "happened_on": today()}
    for component in (works.workshops[0], None):
        building = works.building("cleaning_plan", component=works.workshops[component is None])
        application(works.place, kind, state, component=component)
        if is_cleaned:
            move_along(subject=building, target="cleaned", by=works.place.clerk, **papers)
        else:
            with pytest.raises(UnlawfulMoveError) as error:
                move_along(subject=building, target="cleaned", by=works.place.clerk, **papers)
            assert error.value.refusal.needed == str(RELIC_APPROVAL.label)
        assert building.moves.filter(to_state="cleaned").exists() == is_cleaned


def test_the_approved_repair_of_one_building_cleans_no_other(works: Plant) -> None:
    set_identity(works.place, "county")
    application(works.place, "repair", "approved", component=works.workshops[0])
    other = works.building("cleaning_plan", component=works.workshops[1])
    papers = {"report": works.file(), "body": "清洁单位", "happened_on": today()}
    with pytest.raises(UnlawfulMoveError):
        move_along(subject=other, target="cleaned", by=works.place.clerk, **papers)


def test_a_building_that_is_not_listed_is_cleaned_without_an_intervention(works: Plant) -> None:
    building = works.building("cleaning_plan")
    papers = {"report": works.file(), "body": "清洁单位", "happened_on": today()}
    move_along(subject=building, target="cleaned", by=works.place.clerk, **papers)
    assert building.moves.filter(to_state="cleaned").count() == 1
