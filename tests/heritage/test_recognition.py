"""Steps of recognition: who may, on which papers, and what is told until they are confirmed."""

import pytest
from wagtail.log_actions import registry as log_registry

from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.models import HeritageSite, RecognitionMove
from heritage.publication import blockers
from heritage.services.confirming_steps import confirm_step
from heritage.services.stepping import move_along
from heritage.services.taking_back import take_back_move
from heritage.services.taking_back_steps import take_back_step
from tests.factories import officer
from tests.heritage.designations import County
from tests.heritage.recognition import standing, step, unrecorded
from tests.heritage.relocation import plant

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> County:
    return unrecorded()


def refused(place: County, action, *args, **values) -> str:
    """The refusal in words; the site stands where it stood."""
    before = standing(place)
    with pytest.raises(UnlawfulMoveError) as error:
        action(*args, **values)
    assert standing(place) == before
    return str(error.value)


def fresh(place: County) -> HeritageSite:
    return HeritageSite.objects.get(pk=place.site.pk)


def test_a_lead_is_investigated_and_recognised_and_every_paper_is_kept(place):
    step(place, "clue", reason="群众来电")
    step(place, "investigating")
    move = step(place, "recognised")
    assert standing(place) == ("recognised", "not_recorded", 3)
    kept = RecognitionMove.objects.get(pk=move.pk)
    assert (kept.from_state, kept.made_by, kept.decree, kept.report) == (
        "investigating",
        place.clerk,
        move.decree,
        move.report,
    )


def test_a_decision_of_a_government_is_refused_with_the_article(place):
    step(place, "investigating")
    decree = place.decree("county_government")
    said = refused(place, step, place, "recognised", decree=decree)
    assert str(decree) in said
    assert "《文物认定管理暂行办法》第三条" in said


def test_a_disputed_decision_is_ruled_on_by_the_province_only(place):
    for target in ("investigating", "not_recognised", "provincial_ruling"):
        step(place, target)
    refused(place, step, place, "recognised", decree=place.decree("city_department"))
    step(place, "recognised", decree=place.decree("provincial_department"))
    assert standing(place)[0] == "recognised"


def test_a_lead_is_not_recognised_out_of_order(place):
    step(place, "clue")
    assert "调查" in refused(place, step, place, "recognised")


def test_an_officer_of_another_city_takes_no_step(place):
    stranger = officer("county_officer", type(place.site.division).objects.get(code="220303"))
    assert str(stranger) in refused(place, step, place, "investigating", by=stranger)


def test_of_two_officers_the_second_finds_what_the_first_has_done(place):
    step(place, "investigating")
    stale = fresh(place)
    step(place, "recognised")
    papers = {"decree": place.decree("county_department"), "report": place.evidence()}
    said = refused(place, move_along, subject=stale, target="not_recognised", by=place.reviewer, **papers)
    assert "已认定" in said


def test_a_published_record_does_not_become_a_lead(place):
    fresh(place).save_revision().publish()
    refused(place, step, place, "clue")
    step(place, "investigating")
    refused(place, step, place, "clue")


def test_name_and_place_of_a_lead_are_those_of_the_newest_draft(place):
    HeritageSite.objects.filter(pk=place.site.pk).update(typed_coordinates="", longitude=None, latitude=None)
    place.site.refresh_from_db()
    refused(place, step, place, "clue")
    place.site.address = "解放大路北侧"
    place.site.save_revision()
    step(place, "clue")
    assert standing(place)[0] == "clue"


def test_where_citizens_applied_the_decision_needs_the_hearing_also_after_a_return(place):
    step(place, "investigating", body="群众甲")
    step(place, "clue")
    step(place, "investigating")
    assert "听证" in refused(place, step, place, "recognised")
    step(place, "recognised", approval=place.evidence())
    assert standing(place)[0] == "recognised"


def test_what_is_a_relic_by_decree_is_not_decided_against(place):
    place.announce("county", decree=place.decree_for("county", announced_on=place.older()))
    step(place, "investigating")
    refused(place, step, place, "not_recognised")
    step(place, "recognised")


def test_the_loss_of_a_lead_needs_its_evidence_and_its_day(place):
    step(place, "clue")
    refused(place, step, place, "lost_before_recognition", report=place.evidence())
    step(
        place, "lost_before_recognition", report=place.evidence(), happened_on=fresh(place).created_at.date()
    )
    assert standing(place)[0] == "lost_before_recognition"


def test_of_two_waiting_steps_the_one_that_is_confirmed_is_told(place):
    first = step(place, "investigating")
    second = step(place, "recognised")
    confirm_step(move=first, by=place.reviewer)
    assert standing(place)[:2] == ("recognised", "investigating")
    confirm_step(move=second, by=place.reviewer)
    assert standing(place)[:2] == ("recognised", "recognised")


def test_whoever_took_the_step_or_reviews_elsewhere_does_not_confirm_it(place):
    move = step(place, "investigating", by=place.reviewer)
    stranger = officer("county_officer", type(place.site.division).objects.get(code="220303"))
    for user in (place.reviewer, place.clerk, stranger):
        refused(place, confirm_step, move=move, by=user)
    assert RecognitionMove.objects.get().confirmed_on is None


def test_the_last_step_is_taken_back_with_the_reason_until_it_is_confirmed(place):
    step(place, "investigating", is_confirmed=True)
    step(place, "recognised")
    take_back_step(subject=place.site, reason="误录", by=place.clerk)
    assert standing(place) == ("investigating", "investigating", 1)
    entry = log_registry.get_logs_for_instance(place.site).get(action="heritage.take_back_step")
    assert (entry.data["from"], entry.data["reason"]) == ("recognised", "误录")
    refused(place, take_back_step, subject=place.site, reason="误录", by=place.clerk)


def test_a_recognition_is_not_taken_back_below_the_identity_that_rests_on_it(place):
    step(place, "investigating")
    step(place, "recognised")
    made = place.announce("registered").designation
    assert str(made) in refused(place, take_back_step, subject=place.site, reason="误录", by=place.clerk)
    take_back_move(designation=made, reason="误录", by=place.clerk)
    take_back_step(subject=place.site, reason="误录", by=place.clerk)
    assert standing(place)[0] == "investigating"


def test_a_lead_stays_one_until_the_step_out_of_it_is_confirmed(place):
    step(place, "clue", is_confirmed=True)
    step(place, "investigating")
    assert [blocker.field for blocker in blockers(fresh(place))] == ["recognition"]
    confirm_step(move=RecognitionMove.objects.last(), by=place.reviewer)
    assert blockers(fresh(place)) == []


def test_a_lead_is_one_at_once(place):
    step(place, "clue")
    assert [blocker.field for blocker in blockers(fresh(place))] == ["recognition"]


def test_an_older_draft_that_is_published_leaves_the_recognition_as_it_is(place):
    draft = fresh(place).save_revision()
    step(place, "investigating", is_confirmed=True)
    draft.publish()
    assert (fresh(place).live, *standing(place)) == (True, "investigating", "investigating", 1)


def test_a_step_makes_no_draft(place):
    before = fresh(place).revisions.count()
    step(place, "investigating", is_confirmed=True)
    assert fresh(place).revisions.count() == before


def test_the_gate_before_anything_moves_opens_by_a_confirmed_decision_only():
    works = plant()
    works.recognise("investigating")
    works.survey(*works.workshops)
    works.measure()
    move = step(works.place, "recognised")
    assert works.states()["G1"] != "open"
    confirm_step(move=move, by=works.place.reviewer)
    assert works.states()["G1"] == "open"
