"""How a nomination as National Industrial Heritage goes along its table, and what it brings about outside.

Designated, it makes the designation that the public is told of once a reviewer has confirmed it; revoked, it
revokes that one.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from accounts.models import User
from heritage.courses.course import Course
from heritage.lifecycles.national_industrial import NATIONAL_INDUSTRIAL, SCHEME_KEY
from heritage.lifecycles.nomination_papers import NominationPapers
from heritage.models import HeritageSite, Nomination, NominationMove, Scheme
from heritage.models.nominations import NominationState
from heritage.services.announcing import announce_designation
from heritage.services.recording_fates import revoke_designation
from heritage.services.taking_back import take_back_move


def _locked(nomination: Nomination) -> Nomination:
    HeritageSite.objects.select_for_update().get(pk=nomination.site_id)
    return Nomination.objects.select_related("site", "designation").get(pk=nomination.pk)


def _with_core_items(papers: NominationPapers) -> NominationPapers:
    nomination = papers.subject
    return replace(papers, has_core_items=bool(nomination.core_items_words) or nomination.core_items.exists())


def _announce(nomination: Any, move: Any) -> None:
    announced = announce_designation(
        site=nomination.site,
        scheme=Scheme.objects.get(key=SCHEME_KEY),
        decree=move.decree,
        name_as_listed=nomination.name_as_listed,
        batch=nomination.batch,
        by=move.made_by,
    )
    nomination.designation = announced.designation
    nomination.save(update_fields=["designation"])


def _revoke(nomination: Any, move: Any) -> None:
    revoke_designation(
        designation=nomination.designation,
        decree=move.decree,
        by=move.made_by,
        second=move.second,
        nomination=nomination,
    )


EFFECTS: dict[str, Callable[[Any, Any], None]] = {
    NominationState.DESIGNATED: _announce,
    NominationState.REVOKED: _revoke,
}


def _follow(nomination: Nomination, move: Any) -> None:
    if effect := EFFECTS.get(move.to_state):
        effect(nomination, move)


def _unfollow(nomination: Nomination, move: Any, reason: str, by: User) -> None:
    """Take the designation, or its revocation, back too; refused once a reviewer has confirmed it."""
    designation = nomination.designation
    if move.to_state not in EFFECTS or designation is None:
        return
    if EFFECTS[move.to_state] is _announce:
        nomination.designation = None
        nomination.save(update_fields=["designation"])
    take_back_move(designation=designation, reason=reason, by=by, nomination=nomination)


NOMINATIONS = Course(
    (NATIONAL_INDUSTRIAL,),
    NominationMove,
    NominationPapers,
    ("decree", "report", "body", "happened_on", "reason", "second"),
    lock=_locked,
    state_field="state",
    with_what_stands=_with_core_items,
    follow=_follow,
    unfollow=_unfollow,
)
