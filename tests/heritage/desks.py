"""Rows for tests of the work list: something of every kind, dated from a fixed day."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Revision

from accounts.models import User
from heritage.models import (
    Division,
    Find,
    HeritageSite,
    Intervention,
    PlannedStep,
    QualityFlag,
    RelocationCase,
    Survey,
)
from heritage.models.recognition_moves import RecognitionMove
from tests.factories import drafted_site, published_site
from tests.inventory import decree, designation, enterprise_in
from tests.officers import fresh

TODAY = date(2026, 11, 25)  # a Wednesday


def planned(division: Division, days: int, stage: str = "survey_cleared", **values: Any) -> PlannedStep:
    """A step of a case of its own, so many days from today."""
    number = RelocationCase.objects.count() + 1
    enterprise = enterprise_in(
        division, is_live=False, slug=f"e{division.code}-{number}", name_zh=f"{division.code}第{number}公司"
    )
    case = RelocationCase.objects.create(enterprise=enterprise, stage="planned", **values)
    return PlannedStep.objects.create(case=case, stage=stage, planned_on=TODAY + timedelta(days=days))


def listed(division: Division, announced_on: date | None, **values: Any):
    """A county relic whose four haves fall due a year after its announcement."""
    site = published_site(division=division, name_zh=f"{division.code}四有厂")
    paper = decree(site.collection, announced_on=announced_on, origin="reported")
    return designation(site, level="county", decree=paper, **values)


def found(site: HeritageSite, days_ago: int, **values: Any) -> Find:
    """A find during works that was reported at noon, so many days ago."""
    reported_at = timezone.make_aware(datetime(TODAY.year, TODAY.month, TODAY.day, 12))
    reported_at -= timedelta(days=days_ago)
    return Find.objects.create(
        site=site, what="旧烟道", reported_by="施工单位", reported_at=reported_at, **values
    )


def flagged(site: HeritageSite) -> QualityFlag:
    """A doubt as the rules put it: a site without a source."""
    return QualityFlag.objects.create(
        site=site, kind="no_evidence", field="citations", key="no_source", particulars={"rule": "no_source"}
    )


def applied(site: HeritageSite, by: User, state: str = "submitted") -> Intervention:
    return Intervention.objects.create(
        site=site,
        kind="repair",
        title="屋面维修",
        applicant="业主",
        applied_on=date(2026, 11, 2),
        state=state,
        entered_by=by,
    )


def to_confirm(site: HeritageSite, by: User) -> tuple:
    """A designation, a step of recognition and a survey that wait for a second person."""
    waiting = designation(site, level="county", is_confirmed=False, entered_by=by)
    move = RecognitionMove.objects.create(subject=site, from_state="clue", to_state="recognised", made_by=by)
    survey = Survey.objects.create(
        site=site, surveyed_on=date(2026, 5, 6), purpose="census", surveyors="王", observations="厂房"
    )
    return waiting, move, survey


def left_lying(division: Division, by: User, days: int) -> HeritageSite:
    """A draft that its writer saved last so many days ago."""
    site = drafted_site(division=division, by=by, name_zh=f"搁置{days}天的厂")
    saved_at = timezone.now() - timedelta(days=days)
    Revision.objects.filter(pk=site.latest_revision_id).update(created_at=saved_at)
    return site


def waiting(division: Division, writer: User, name: str = "送审的厂") -> HeritageSite:
    site = fresh(drafted_site(division=division, by=writer, name_zh=name))
    site.get_workflow().start(site, writer)
    return fresh(site)


def given_back(division: Division, writer: User, by: User, name: str = "退回的厂") -> HeritageSite:
    step = waiting(division, writer, name).current_workflow_task_state
    step.task.specific.on_action(step, by, "reject", comment="请补充出处")
    return fresh(step.workflow_state.content_object)
