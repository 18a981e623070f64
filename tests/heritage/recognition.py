"""Rows for tests of recognition: a county whose site is brought along by the services."""

from typing import Any

from heritage.models import RecognitionMove
from heritage.models.sites import Recognition
from heritage.services.confirming_steps import confirm_step
from heritage.services.stepping import move_along
from tests.heritage.designations import County, county

#: Papers of a step that the department takes of its own accord.
GIVEN: dict[str, dict[str, str]] = {
    Recognition.INVESTIGATING: {"reason": "普查中新发现"},
    Recognition.CLUE: {"reason": "缺少建造年代的证据"},
    Recognition.PROVINCIAL_RULING: {"reason": "对决定有异议", "body": "所有权人乙"},
}


def unrecorded() -> County:
    """A county whose site nobody has decided on yet."""
    return county(Recognition.NOT_RECORDED)


def step(place: County, target: str, *, is_confirmed: bool = False, **papers: Any) -> RecognitionMove:
    """One step with complete papers, by the clerk; confirmed by the reviewer where asked."""
    given: dict[str, Any] = {"by": place.clerk, **GIVEN.get(target, {})}
    if target in (Recognition.RECOGNISED, Recognition.NOT_RECOGNISED):
        given |= {"decree": place.decree("county_department"), "report": place.evidence()}
    move = move_along(subject=place.site, target=target, **{**given, **papers})
    return confirm_step(move=move, by=place.reviewer) if is_confirmed else move


def standing(place: County) -> tuple[str, str, int]:
    """Where the site stands, what is told of it, and how many steps are recorded."""
    site = type(place.site).objects.get(pk=place.site.pk)
    return site.recognition, site.public_recognition, site.recognition_moves.count()
