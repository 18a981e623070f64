"""Why a move is refused: what was found, what is needed, and by which article."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


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
