"""Entering an application and taking it along its steps: what is stored, and what is refused."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry

from accounts.models import User
from heritage.lifecycles.identities import Identity, legal_identity
from heritage.lifecycles.inapplicable import REASONS
from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.lifecycles.status import ART_31
from heritage.models import Component, Find, Intervention, InterventionMove
from heritage.models.decrees import Authority
from heritage.models.interventions import InterventionKind as Kind
from heritage.models.sites import Recognition
from heritage.services.applying import delete_draft, enter_intervention, revise_intervention
from heritage.services.lawful_steps import lawful_steps
from heritage.services.stepping import move_along
from heritage.services.taking_back_steps import take_back_step
from tests.factories import SiteFactory, officer
from tests.heritage.designations import County
from tests.heritage.interventions import Papers, application, designate, place_of

pytestmark = pytest.mark.django_db


def enter(place: County, kind: str, **values: Any) -> Intervention:
    given = {
        "site": place.site,
        "kind": kind,
        "title": "一号厂房拆除",
        "applicant": "测试公司",
        "applied_on": timezone.localdate(),
        "by": place.clerk,
    }
    return enter_intervention(**{**given, **values})


def refused(place: County, kind: str, **values: Any) -> str:
    """The refusal of an application that nobody can enter; nothing is stored."""
    with pytest.raises(UnlawfulMoveError) as error:
        enter(place, kind, **values)
    assert Intervention.objects.count() == 0
    return str(error.value)


def reason(kind: str, identity: Identity) -> str:
    return str(REASONS[Kind(kind), identity][0])


def submit(row: Intervention, place: County) -> Intervention:
    move_along(subject=row, target="submitted", by=place.clerk)
    row.refresh_from_db()
    return row


def test_the_demolition_of_a_national_unit_cannot_be_entered_and_the_refusal_names_the_article() -> None:
    place = place_of(Identity.NATIONAL)
    assert str(ART_31) in refused(place, "demolish")
    part = place.component()
    assert str(ART_31) in refused(place, "demolish", component=part)


def test_a_county_site_with_a_national_part_is_demolished_neither_whole_nor_in_that_part() -> None:
    place = place_of(Identity.COUNTY)
    part, other = place.component(), place.component()
    designate(place, part, "national")
    for component in (None, part):
        assert str(ART_31) in refused(place, "demolish", component=component)
    assert enter(place, "demolish", component=other).component == other


def test_a_draft_that_became_national_meanwhile_is_not_submitted() -> None:
    place = place_of(Identity.COUNTY)
    row = application(place, "demolish")
    place.site.designations.update(level="national")
    with pytest.raises(UnlawfulMoveError) as error:
        submit(row, place)
    row.refresh_from_db()
    assert (row.state, row.level, str(ART_31) in str(error.value)) == ("draft", "", True)


def test_the_database_itself_holds_no_demolition_of_a_national_unit() -> None:
    place = place_of(Identity.NATIONAL)
    with pytest.raises(IntegrityError), transaction.atomic():
        application(place, "demolish", "submitted", level="national")


def test_a_lead_is_neither_moved_nor_demolished_before_the_decision() -> None:
    place = place_of(Identity.UNDECIDED)
    for kind in ("relocate", "demolish"):
        assert reason(kind, Identity.UNDECIDED) in refused(place, kind)


def test_what_does_not_apply_is_refused_with_the_reason() -> None:
    place = place_of(Identity.REGISTERED)
    for kind in ("build_in_zone", "design_in_control", "alter_exterior"):
        assert reason(kind, Identity.REGISTERED) in refused(place, kind)


def test_submitting_stores_what_it_is_in_law_and_who_decides_and_a_later_decree_changes_neither() -> None:
    place = place_of(Identity.COUNTY)
    row = submit(application(place, "relocate"), place)
    place.site.designations.update(level="province")
    row.refresh_from_db()
    assert (row.level, row.authority) == ("county", "provincial_government")
    [(table, _steps)] = lawful_steps(row, place.clerk)
    assert table.find(origin="submitted", target="superior_opinion") is None


def test_taking_the_submission_back_makes_a_draft_that_is_judged_anew() -> None:
    place = place_of(Identity.COUNTY)
    row = submit(application(place, "relocate"), place)
    take_back_step(subject=row, reason="误报", by=place.clerk)
    row.refresh_from_db()
    assert (row.state, row.level, row.authority) == ("draft", "", "")


def test_an_opinion_that_does_not_agree_lets_the_application_only_be_refused() -> None:
    place = place_of(Identity.PROVINCE)
    papers = Papers(place)
    row = submit(application(place, "relocate"), place)
    opinion = papers.complete() | {"is_agreed": False}
    move_along(subject=row, target="superior_opinion", by=place.clerk, **opinion)
    decision = papers.complete("provincial_government")
    with pytest.raises(UnlawfulMoveError):
        move_along(subject=row, target="approved", by=place.clerk, **decision)
    move_along(subject=row, target="rejected", by=place.clerk, **decision)
    row.refresh_from_db()
    assert row.state == "rejected"


def test_an_approval_by_the_wrong_body_is_refused_and_names_the_body_that_decides() -> None:
    place = place_of(Identity.REGISTERED)
    row = application(place, "demolish", "submitted", level="registered")
    with pytest.raises(UnlawfulMoveError) as error:
        move_along(
            subject=row,
            target="approved",
            by=place.clerk,
            **Papers(place).complete("county_government"),
        )
    assert str(Authority.PROVINCIAL_DEPARTMENT.label) in error.value.refusal.needed
    assert InterventionMove.objects.count() == 0


def test_works_do_not_begin_before_their_approval() -> None:
    place = place_of(Identity.COUNTY)
    row = application(place, "repair", "approved")
    move = {"subject": row, "from_state": "submitted", "to_state": "approved", "made_by": place.clerk}
    InterventionMove.objects.create(**move, decree=place.decree("county_department"))
    early = Papers(place).complete() | {"happened_on": timezone.localdate() - timedelta(days=1)}
    with pytest.raises(UnlawfulMoveError):
        move_along(subject=row, target="executing", by=place.clerk, **early)
    row.refresh_from_db()
    assert row.state == "approved"


def test_a_demolition_is_complete_without_a_collecting_institution_only_where_there_was_nothing() -> None:
    place = place_of(Identity.COUNTY)
    row = application(place, "demolish", "executing")
    bare = Papers(place).complete() | {"receiver": "", "receipt": None}
    with pytest.raises(UnlawfulMoveError):
        move_along(subject=row, target="completed", by=place.clerk, **bare)
    move = move_along(subject=row, target="completed", by=place.clerk, **bare, is_nothing_salvaged=True)
    assert (move.to_state, move.is_nothing_salvaged) == ("completed", True)


def test_of_two_officers_the_second_is_refused() -> None:
    place = place_of(Identity.COUNTY)
    row = application(place, "repair")
    stale = Intervention.objects.get(pk=row.pk)
    submit(row, place)
    with pytest.raises(UnlawfulMoveError):
        move_along(subject=stale, target="submitted", by=place.reviewer)
    assert InterventionMove.objects.count() == 1


def test_an_officer_of_another_city_neither_enters_nor_moves_an_application() -> None:
    place = place_of(Identity.COUNTY)
    stranger = officer("surveyor", type(place.site.division).objects.get(code="220303"))
    assert stranger.full_name in refused(place, "repair", by=stranger)
    row = application(place, "repair")
    with pytest.raises(UnlawfulMoveError):
        move_along(subject=row, target="submitted", by=stranger)


def test_a_component_of_another_site_is_refused() -> None:
    place = place_of(Identity.COUNTY)
    other = Component.objects.create(site=SiteFactory(division=place.site.division), name_zh="别处锅炉房")
    assert "别处锅炉房" in refused(place, "repair", component=other)


def test_only_a_draft_is_revised() -> None:
    place = place_of(Identity.COUNTY)
    row = application(place, "repair")
    revise_intervention(intervention=row, by=place.clerk, title="  屋面修缮 ", kind="in_situ")
    row.refresh_from_db()
    assert (row.title, row.kind) == ("屋面修缮", "in_situ")
    submit(row, place)
    with pytest.raises(UnlawfulMoveError):
        revise_intervention(intervention=row, by=place.clerk, title="另")
    assert Intervention.objects.get().title == "屋面修缮"


def undeletable(row: Intervention, by: User) -> str:
    """The refusal of a deletion; the application stands."""
    with pytest.raises(UnlawfulMoveError) as error:
        delete_draft(intervention=row, by=by)
    assert Intervention.objects.filter(pk=row.pk).exists()
    return str(error.value)


def test_a_draft_is_deleted_by_who_entered_it_or_an_administrator_and_the_log_keeps_that_it_was() -> None:
    place = place_of(Identity.COUNTY)
    for by in (place.clerk, officer("administrator", place.site.division)):
        row = application(place, "repair")
        entry = {"action": "wagtail.delete", "object_id": str(row.pk), "deleted": True, "user": by}
        delete_draft(intervention=row, by=by)
        assert ModelLogEntry.objects.filter(**entry, label="锅炉房修缮").count() == 1
    assert Intervention.objects.count() == 0


def test_neither_a_colleague_nor_who_left_the_division_deletes_a_draft() -> None:
    place = place_of(Identity.COUNTY)
    row = application(place, "repair")
    assert str(place.reviewer) in undeletable(row, place.reviewer)
    place.clerk.groups.clear()
    assert "录入" in undeletable(row, User.objects.get(pk=place.clerk.pk))


def test_an_application_that_was_submitted_is_not_deleted_nor_when_it_was_taken_back() -> None:
    place = place_of(Identity.COUNTY)
    row = submit(enter(place, "repair", application=place.evidence(), component=None), place)
    assert "已提交" in undeletable(row, place.clerk)
    take_back_step(subject=row, reason="误提交", by=place.clerk)
    row.refresh_from_db()
    assert (row.state, "提交" in undeletable(row, place.clerk)) == ("draft", True)


def test_a_draft_that_a_find_names_is_not_deleted() -> None:
    place = place_of(Identity.COUNTY)
    row = application(place, "repair")
    Find.objects.create(
        site=place.site, intervention=row, what="地窖", reported_by="乙", reported_at=timezone.now()
    )
    assert "发现" in undeletable(row, place.clerk)


def test_the_identity_that_binds_most_of_all_that_is_touched_decides() -> None:
    place = place_of(Identity.REGISTERED)
    part, other = place.component(), place.component()
    designate(place, part, "province")
    assert [legal_identity(place.site, thing) for thing in (part, other, None)] == [
        Identity.PROVINCE,
        Identity.REGISTERED,
        Identity.PROVINCE,
    ]


def test_a_designation_reported_and_not_verified_binds_nobody_to_a_level() -> None:
    place = place_of(Identity.TO_VERIFY)
    assert legal_identity(place.site) == Identity.TO_VERIFY
    place.site.designations.update(status="in_force", level="county")
    assert legal_identity(place.site) == Identity.COUNTY


@pytest.mark.parametrize(
    ("recognition", "identity"),
    [
        (Recognition.NOT_RECORDED, Identity.UNPROTECTED),
        (Recognition.CLUE, Identity.UNDECIDED),
        (Recognition.INVESTIGATING, Identity.UNDECIDED),
        (Recognition.PROVINCIAL_RULING, Identity.UNDECIDED),
        (Recognition.RECOGNISED, Identity.RECOGNISED),
        (Recognition.NOT_RECOGNISED, Identity.UNPROTECTED),
        (Recognition.LOST, Identity.UNPROTECTED),
    ],
)
def test_without_a_designation_the_recognition_says_what_is_to_come_first(
    recognition: str, identity: Identity
) -> None:
    place = place_of(Identity.UNPROTECTED)
    place.site.recognition = recognition
    assert legal_identity(place.site) == identity
