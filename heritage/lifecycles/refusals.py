"""Why a move is refused: what was found, what is needed, and by which article."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from heritage.lifecycles.machine import Transition
from heritage.models import Decree


@dataclass(frozen=True)
class Refusal:
    """One reason, in the words of the current language."""

    move: str
    found: str
    needed: str
    article: str

    def __str__(self) -> str:
        words = {"move": self.move, "found": self.found, "needed": self.needed, "article": self.article}
        if not self.article:
            return _("“%(move)s” is refused. Found: %(found)s. Needed: %(needed)s.") % words
        return _("“%(move)s” is refused. Found: %(found)s. Needed: %(needed)s (%(article)s).") % words


class UnlawfulMoveError(ValueError):
    """The tables have no such move, or its papers are not complete; `refusal` says it in parts."""

    def __init__(self, refusal: Refusal) -> None:
        self.refusal = refusal
        super().__init__(str(refusal))


def missing_needs(row: Transition, papers) -> list[str]:
    """Return, in words, what the row needs and the papers, a dataclass with `authorities`, do not have."""
    authorities = _(" or ").join(str(authority.label) for authority in row.authorities)
    complete = replace(papers, authorities=row.authorities)
    return [str(need.label) % {"authorities": authorities} for need in row.needs if not need.is_met(complete)]


def state_and_paper(state: str, decree: Decree | None) -> str:
    """What is found: the state, and the paper with the kind of body that issued it."""
    if decree is None:
        return state
    body = decree.get_authority_display() or _("kind of issuing body not chosen")
    return _("%(state)s; paper: %(decree)s (%(body)s)") % {"state": state, "decree": decree, "body": body}
