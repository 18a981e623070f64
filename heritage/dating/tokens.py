"""A text cut into datings and the words around them; what is neither is refused."""

import re
from dataclasses import dataclass, replace

from heritage.dating.calendar_dates import Context, Moment
from heritage.dating.errors import PeriodError
from heritage.dating.moments import longest_moment
from heritage.dating.source_text import SourceText
from heritage.dating.words import Kind, longest_word

_BEFORE_CHRIST = re.compile("(?:公元|西元)前[0-9一二三四五六七八九十百]*(?:年|世纪)?")
_KNOWN_START = re.compile(r"[0-9,;、。()]")


@dataclass(frozen=True)
class Token:
    """One dating or word, with its place in the folded text."""

    kind: Kind
    start: int
    end: int
    moment: Moment | None = None

    @property
    def is_question_mark(self) -> bool:
        """Say whether this is “?”, which is an unknown end beside “to” and a doubt behind a dating."""
        return self.kind is Kind.UNKNOWN and self.end - self.start == 1


def tokenise(source: SourceText) -> list[Token]:
    """Cut the text; raise ``PeriodError`` at the first stretch that is not understood."""
    tokens: list[Token] = []
    context = Context()
    start = 0
    while start < len(source.folded):
        token = _token_at(source, start, context)
        if token.moment is not None:
            context = replace(token.moment.context, follows_range=False)
        else:
            is_about = context.follows_range and token.kind is Kind.ABOUT_BEFORE
            is_range = token.kind is Kind.RANGE or is_about
            context = replace(context, follows_range=is_range)
        tokens.append(token)
        start = token.end
    return [token for token in tokens if token.kind is not Kind.FILLER]


def _token_at(source: SourceText, start: int, context: Context) -> Token:
    if source.folded[start].isspace():
        return Token(Kind.FILLER, start, start + 1)
    if early := _BEFORE_CHRIST.match(source.folded, start):
        raise PeriodError("before_christ", source.between(start, early.end()), source.place(start))
    word = longest_word(source.folded, start)
    reading = longest_moment(source, start, context, at_least=word[0] if word else start)
    if reading is not None:
        return Token(Kind.MOMENT, start, reading.end, reading.moment)
    if word is None:
        end = _end_of_unknown(source.folded, start)
        raise PeriodError("unknown_words", source.between(start, end), source.place(start))
    return Token(word[1], start, word[0])


def _end_of_unknown(folded: str, start: int) -> int:
    """Return where the first sign after ``start`` stands that could begin something known.

    A number that is no date is taken whole; a single sign may be part of a name, so it ends nothing.
    """
    if number := re.match("[0-9]+", folded[start:]):
        return start + number.end()
    end = start + 1
    while end < len(folded) and not _KNOWN_START.match(folded[end]):
        word = longest_word(folded, end)
        if word is not None and word[0] > end + 1:
            break
        end += 1
    return end
