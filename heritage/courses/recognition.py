"""How sites go along the table of recognition. The state belongs to the row and never to a revision."""

from dataclasses import replace

from heritage.courses.course import Course
from heritage.lifecycles.recognition import RECOGNITION
from heritage.lifecycles.recognition_papers import RecognitionPapers
from heritage.models import Designation, DesignationMove, HeritageSite, RecognitionMove
from heritage.models.designations import SchemeStanding
from heritage.models.sites import Recognition

KEPT = ("decree", "report", "approval", "body", "happened_on", "reason")


def _locked_site(site: HeritageSite) -> HeritageSite:
    return HeritageSite.objects.select_for_update().get(pk=site.pk)


def _with_record(papers: RecognitionPapers) -> RecognitionPapers:
    """Ask the newest draft for name and place, the trail for the applicant, and lifecycle B for a relic."""
    site = papers.subject
    draft = site.get_latest_revision_as_object()
    applied = site.recognition_moves.filter(to_state=Recognition.INVESTIGATING).exclude(body="")
    relics = Designation.objects.in_force().filter(
        site=site, component=None, scheme__standing=SchemeStanding.RELIC
    )
    return replace(
        papers,
        has_name=bool(draft.name_zh),
        has_place=bool(draft.address or draft.typed_coordinates or draft.typed_shape),
        is_by_citizens=applied.exists(),
        is_relic=relics.exists(),
    )


def _place(site: HeritageSite, state: str) -> None:
    """Store the state, and what may be told until the first step that waits is confirmed.

    `update` writes these columns only: another officer's draft is neither read nor written.
    """
    waiting = site.recognition_moves.filter(confirmed_on=None).order_by("pk").first()
    HeritageSite.objects.filter(pk=site.pk).update(
        recognition=state, recognition_until_confirmed=waiting.from_state if waiting else ""
    )


def _what_rests(site: HeritageSite) -> str:
    """The identity in force that was entered since the site was recognised."""
    if site.recognition != Recognition.RECOGNISED:
        return ""
    last = site.recognition_moves.latest("pk")
    since = DesignationMove.objects.filter(
        designation__site=site, designation__in=Designation.objects.in_force(), made_at__gte=last.made_at
    )
    entered = since.select_related("designation").filter(designation__is_exclusive=True).first()
    return str(entered.designation) if entered else ""


RECOGNITIONS = Course(
    (RECOGNITION,),
    RecognitionMove,
    RecognitionPapers,
    KEPT,
    lock=_locked_site,
    state_field="recognition",
    with_what_stands=_with_record,
    place=_place,
    what_rests=_what_rests,
)
