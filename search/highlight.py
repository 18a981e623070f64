"""Where a search matched, on the text as written. The same for every engine.

Finds what the engines find: runs of Han anywhere, Latin and digit words whole.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, groupby, pairwise

from search.terms import Term, parse
from search.text import fold_with_offsets, is_bigram_character

SNIPPET_CHARACTERS = 120
# Shown before the first mark of a snippet that begins in mid-text.
LEAD_CHARACTERS = 24
ELLIPSIS = "…"
# Between texts that are searched as one: folding keeps it, and no term holds it.
SEPARATOR = "\U0010fffd"
NO_WORD = (" ", SEPARATOR)


@dataclass(frozen=True, slots=True)
class Highlight:
    """Part of a field with (start, end) marks in code points of ``text``."""

    field: str
    text: str
    marks: tuple[tuple[int, int], ...]


def highlights(
    fields: Iterable[tuple[str, str]], query_text: str, *, width: int = SNIPPET_CHARACTERS
) -> tuple[Highlight, ...]:
    """A snippet for each (field, text) in which a term of the query stands, in the order given."""
    fields = list(fields)
    found = marks_of_each([text for _, text in fields], parse(query_text).terms)
    return tuple(
        Highlight(field, *snippet(text, marks, width))
        for (field, text), marks in zip(fields, found, strict=True)
        if marks
    )


def marks_of_each(texts: Sequence[str], terms: Iterable[Term]) -> list[tuple[tuple[int, int], ...]]:
    """Where the terms stand in each text. All are folded as one: folding has a price for each call."""
    terms = [term for term in terms if SEPARATOR not in term.folded]
    spans: list[list[tuple[int, int]]] = [[] for _ in texts]
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    for start, end in _spans(SEPARATOR.join(texts), terms):
        place = bisect_right(starts, start) - 1
        spans[place].append((start - starts[place], end - starts[place]))
    return [_joined(found) for found in spans]


def find_marks(text: str, terms: Iterable[Term]) -> tuple[tuple[int, int], ...]:
    """Where the terms stand in a text: sorted, joined where they touch."""
    return _joined(_spans(text, terms))


def _spans(text: str, terms: Iterable[Term]) -> list[tuple[int, int]]:
    folded, offsets = fold_with_offsets(text)
    spans = [span for term in terms for span in _occurrences(folded, term)]
    if offsets is None:
        return spans
    return [(offsets[start], offsets[end - 1] + 1) for start, end in spans]


def _joined(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def snippet(
    text: str, marks: tuple[tuple[int, int], ...], width: int = SNIPPET_CHARACTERS
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The part of a text, about ``width`` characters long, that holds most marks; marks move with it."""
    if len(text) <= width:
        return text, marks
    starts = [start for start, _ in marks]
    room = max(1, width - LEAD_CHARACTERS)
    first = max(range(len(marks)), key=lambda i: bisect_left(starts, starts[i] + room) - i)
    begin = max(0, min(starts[first] - LEAD_CHARACTERS, len(text) - width))
    end = max(begin + width, marks[first][1])
    before = ELLIPSIS if begin else ""
    shift = len(before) - begin
    kept = tuple((start + shift, min(stop, end) + shift) for start, stop in marks if begin <= start < end)
    return before + text[begin:end] + (ELLIPSIS if end < len(text) else ""), kept


def _occurrences(folded: str, term: Term) -> Iterable[tuple[int, int]]:
    pattern = _pattern(term.folded)
    match = pattern.search(folded)
    while match:
        is_whole = _parts_words(folded, match.start()) and _parts_words(folded, match.end())
        if is_whole:
            yield match.span()
        # What begins or ends inside a word may hide one that does not.
        match = pattern.search(folded, match.end() if is_whole else match.start() + 1)


@lru_cache(maxsize=256)
def _pattern(folded: str) -> re.Pattern[str]:
    """A folded term as it may stand in a folded text: spaces between Han and Latin runs do not count.

    Folded text is letters, digits and spaces, so nothing in it is special to a regular expression.
    """
    runs = [
        (is_han, "".join(characters))
        for is_han, characters in groupby(folded, key=lambda c: None if c == " " else is_bigram_character(c))
        if is_han is not None
    ]
    joints = [" *" if before != after else " +" for (before, _), (after, _) in pairwise(runs)]
    return re.compile("".join(run + joint for (_, run), joint in zip(runs, [*joints, ""], strict=True)))


def _parts_words(folded: str, place: int) -> bool:
    """Whether a term may begin or end here: not between two characters of a Latin or digit run."""
    around = folded[max(0, place - 1) : place + 1] if place else ""
    return len(around) < 2 or any(
        character in NO_WORD or is_bigram_character(character) for character in around
    )
