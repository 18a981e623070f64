"""The work list: the exact rows of every kind, nothing of others, each landing where it is done."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.models import User
from heritage.dashboard.scope import desk_of
from heritage.models import Decree, Division, HeritageSite, Survey
from heritage.worklist import When, kind_of, span_of
from heritage.worklist.board import board_of, page_of
from heritage.worklist.dating import Span
from tests.factories import approval_workflow, make_divisions, officer, published_site, superuser
from tests.heritage.desks import (
    TODAY,
    applied,
    flagged,
    found,
    given_back,
    left_lying,
    listed,
    planned,
    to_confirm,
    waiting,
)
from tests.officers import ADDRESS, browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def divisions() -> dict[str, Division]:
    approval_workflow()
    return make_divisions()


@pytest.fixture
def changyi(divisions) -> Division:
    return divisions["220202"]


@pytest.fixture
def clerk(changyi) -> User:
    return officer("surveyor", changyi)


@pytest.fixture
def reviewer(changyi) -> User:
    return officer("county_officer", changyi)


def rows(kind: str, user: User, span: Span | None = None) -> list[tuple]:
    """Key, title, day and address of the rows of a kind."""
    found_rows = kind_of(kind).find(desk_of(user), span or Span(None, TODAY), 10)
    return [(row.key, row.title, row.due_on, row.url) for row in found_rows]


def edit(site: HeritageSite) -> str:
    return reverse(f"{ADDRESS}:edit", args=[site.pk])


def test_planned_steps_lie_where_their_day_puts_them_until_their_stage_is_reached(changyi, reviewer):
    steps = {days: planned(changyi, days) for days in (-1, 0, 2, 20)}
    planned(changyi, -3, stage="planned")  # reached already
    for when, days in zip(When, (-1, 0, 2, 20), strict=True):
        step = steps[days]
        assert rows("steps", reviewer, span_of(when, TODAY)) == [
            (
                f"step-{step.pk}",
                str(step.case),
                step.planned_on,
                reverse("heritage_case", args=[step.case_id]) + "#gates",
            )
        ]


def test_a_step_names_the_closed_gates_that_it_has_still_to_pass(changyi, reviewer):
    planned(changyi, 0, stage="relocation_allowed")
    [entry] = kind_of("steps").find(desk_of(reviewer), Span(None, TODAY), 10)
    assert entry.words.endswith("G1、G2")


def test_the_four_haves_fall_due_a_year_after_the_announcement(changyi, reviewer):
    row = listed(changyi, date(2025, 11, 25))
    page = reverse("heritage_four_haves", args=[row.site_id])
    assert rows("duties", reviewer, span_of(When.TODAY, TODAY)) == [
        (f"duty-{row.pk}-{key}", str(row.site), TODAY, f"{page}#duty-{row.pk}-{key}")
        for key in ("zone", "marker", "archive", "custodian")
    ]
    assert kind_of("duties").count(desk_of(reviewer), span_of(When.LATE, TODAY)) == 0


def test_an_announcement_without_a_day_is_mended_in_its_decree(changyi, reviewer):
    row = listed(changyi, None)
    address = reverse(Decree.snippet_viewset.get_url_name("edit"), args=[row.decree_id])
    assert rows("undated", reviewer) == [
        (f"undated-{row.pk}", str(row.site), None, f"{address}#:w:contentpath=announced_on")
    ]


def test_of_a_find_each_thing_owed_is_a_row_until_it_is_done(changyi, reviewer):
    site = published_site(division=changyi)
    row = found(site, 3)
    page = f"{reverse('heritage_finds', args=[site.pk])}#find-{row.pk}"
    assert rows("finds", reviewer, Span(None, date(2026, 12, 31))) == [
        (f"find-{row.pk}-on_site", str(site), date(2026, 11, 23), page),
        (f"find-{row.pk}-opinion", str(site), date(2026, 11, 29), page),
    ]
    row.on_site_at, row.opinion_on = row.reported_at, TODAY
    row.save()
    assert kind_of("finds").count(desk_of(reviewer), Span(None, date(2026, 12, 31))) == 0


def test_an_important_find_is_also_reported_up(changyi, reviewer):
    row = found(
        published_site(division=changyi),
        3,
        is_important=True,
        reported_up_on=date(2026, 11, 24),
        opinion_on=TODAY,
    )
    keys = [key for key, *_rest in rows("finds", reviewer, Span(TODAY, date(2026, 12, 31)))]
    assert keys == [f"find-{row.pk}-state_opinion"]


def test_what_waits_for_my_review_is_what_i_may_decide(changyi, clerk, reviewer):
    site = waiting(changyi, clerk)
    step = site.current_workflow_task_state
    assert rows("review", reviewer) == [(f"review-{step.pk}", "送审的厂", None, edit(site))]
    assert rows("review", clerk) == []


def test_what_was_returned_is_shown_to_who_submitted_it_with_the_reason(changyi, clerk, reviewer):
    site = given_back(changyi, clerk, reviewer)
    [entry] = kind_of("returned").find(desk_of(clerk), Span(None, TODAY), 10)
    assert (entry.title, entry.url, "请补充出处" in entry.words) == ("退回的厂", edit(site), True)
    assert rows("returned", reviewer) == []


def test_a_draft_is_mine_to_finish_when_i_left_it_for_two_weeks(changyi, clerk, reviewer):
    old = left_lying(changyi, clerk, 14)
    left_lying(changyi, clerk, 13)
    assert rows("drafts", clerk) == [(f"draft-heritagesite-{old.pk}", "搁置14天的厂", None, edit(old))]
    assert (rows("drafts", reviewer), kind_of("drafts").count(desk_of(clerk), Span(None, TODAY))) == ([], 1)


def test_what_a_second_person_confirms_is_shown_to_reviewers_other_than_who_made_it(changyi, clerk, reviewer):
    site = published_site(division=changyi)
    row, move, survey = to_confirm(site, clerk)
    own = to_confirm(published_site(division=changyi), reviewer)
    inspect = reverse(Survey.snippet_viewset.get_url_name("inspect"), args=[survey.pk])
    assert rows("confirm_designation", reviewer) == [
        (
            f"confirm_designation-{row.pk}",
            str(site),
            None,
            reverse("heritage_site_status", args=[site.pk]),
        )
    ]
    assert rows("confirm_recognition", reviewer) == [
        (
            f"confirm_recognition-{move.pk}",
            str(site),
            None,
            reverse("heritage_recognition", args=[site.pk]),
        )
    ]
    assert [row[0] for row in rows("confirm_survey", reviewer)] == [
        f"confirm_survey-{survey.pk}",
        f"confirm_survey-{own[2].pk}",
    ]
    assert rows("confirm_survey", reviewer)[0][3] == inspect
    assert rows("confirm_designation", clerk) == []


def test_applications_wait_until_they_are_rejected_or_accepted(changyi, clerk):
    site = published_site(division=changyi)
    row = applied(site, clerk)
    applied(site, clerk, state="verified")
    applied(site, clerk, state="rejected")
    assert rows("interventions", clerk) == [
        (f"intervention-{row.pk}", str(site), None, reverse("heritage_intervention", args=[row.pk]))
    ]


def test_a_flag_lands_on_its_field_until_it_is_answered(changyi, clerk):
    site = published_site(division=changyi)
    flag = flagged(site)
    assert rows("flags", clerk) == [(f"flag-{flag.pk}", str(site), None, f"{edit(site)}#id_citations-FORMS")]
    flag.answered_at = flag.found_at
    flag.save()
    assert rows("flags", clerk) == []


def furnish(division: Division, clerk: User, reviewer: User, times: int) -> None:
    """Something of every kind, so many times."""
    for _number in range(times):
        site = published_site(division=division, name_zh=f"{division.code}厂")
        planned(division, -1)
        listed(division, date(2024, 11, 25))
        listed(division, None)
        found(site, 9)
        to_confirm(site, clerk)
        applied(site, clerk)
        flagged(site)
        left_lying(division, reviewer, 20)
        waiting(division, clerk)
        given_back(division, reviewer, superuser())


def test_nothing_of_another_division_is_ever_there(divisions, changyi, clerk, reviewer):
    furnish(changyi, clerk, reviewer, 1)
    foreign = officer("county_officer", divisions["220303"])
    assert [
        (row.key, row.count) for row in board_of(desk_of(foreign), today=TODAY, most=5) if row.count
    ] == []
    page = browser(foreign).get(reverse("heritage_work")).content.decode()
    assert "220202" not in page


def test_the_counts_of_the_board_are_true_where_only_some_rows_are_shown(changyi, clerk, reviewer):
    furnish(changyi, clerk, reviewer, 2)
    board = board_of(desk_of(reviewer), today=TODAY, most=1)
    assert {row.key: (row.count, len(row.entries)) for row in board} == {
        "late": (2 + 16 + 4, 1),  # steps, haves of two announcements, terms of finds
        "today": (0, 0),
        "week": (0, 0),
        "later": (0, 0),
        "returned": (2, 1),
        "review": (2, 1),
        "confirm_designation": (2, 1),
        "confirm_recognition": (2, 1),
        "confirm_survey": (2, 1),
        "interventions": (2, 1),
        "drafts": (2, 1),
        "undated": (2, 1),
        "flags": (2, 1),
    }


def test_a_list_is_read_in_pages_in_the_order_of_the_days(changyi, reviewer):
    for days in (-5, -30, -1, -60):
        planned(changyi, days)
    desk = desk_of(reviewer)
    count, first = page_of(desk, kind=None, when=When.LATE, today=TODAY, start=0, stop=3)
    _count, second = page_of(desk, kind=None, when=When.LATE, today=TODAY, start=3, stop=6)
    days = [(entry.due_on - TODAY).days for entry in (*first, *second)]
    assert (count, len(second), days) == (4, 1, [-60, -30, -5, -1])
