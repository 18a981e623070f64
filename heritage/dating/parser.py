"""Words → period: clauses joined, notes in brackets weighed, bounds computed."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from heritage.dating.clauses import APPROXIMATE, UNCERTAIN, qualify_whole, read_clause, refusal
from heritage.dating.edtf_bounds import OPEN, UNKNOWN, Parts, bounds, is_approximate, is_uncertain, take_apart
from heritage.dating.errors import PeriodError
from heritage.dating.source_text import SourceText
from heritage.dating.tokens import Token, tokenise
from heritage.dating.words import Kind

LONGEST_TEXT = 200
_LOOKS_LIKE_EDTF = re.compile(r"[0-9X~?%./\[\]{}, -]+")
#: 1920-24 is winter in EDTF and 1920 to 1924 to everybody else: it is read as words.
_SEASON = re.compile(r"\d{4}-2\d(?!\d)")
_WHOLE_QUALIFIERS = {
    Kind.ABOUT_BEFORE: APPROXIMATE,
    Kind.ABOUT_AFTER: APPROXIMATE,
    Kind.DOUBT_BEFORE: UNCERTAIN,
    Kind.DOUBT_AFTER: UNCERTAIN,
    Kind.OR_EARLIER: UNCERTAIN,
}


@dataclass(frozen=True)
class Period:
    """A dating: the words as given, EDTF, the first and last day it may mean, and its doubts."""

    text: str
    edtf: str
    earliest: date
    latest: date
    is_approximate: bool
    is_uncertain: bool


def parse_period(text: str, *, today: date | None = None) -> Period:
    """Read the words of a period (Chinese, or EDTF itself).

    ``today`` bounds what lasts to the present (the day of asking unless given). Raises
    ``PeriodError`` with what was found and where. Forms: docs/dating.md.
    """
    edtf = edtf_of_words(text)
    earliest, latest = bounds(edtf, today=today)
    return Period(text, edtf, earliest, latest, is_approximate(edtf), is_uncertain(edtf))


@lru_cache(maxsize=8192)
def edtf_of_words(text: str) -> str:
    """Return the EDTF of the words of a period."""
    given = text.strip()
    if not given:
        raise PeriodError("empty", "")
    if len(given) > LONGEST_TEXT:
        raise PeriodError("too_long", str(len(given)))
    if _LOOKS_LIKE_EDTF.fullmatch(given) and not _SEASON.search(given) and _is_edtf(text):
        return given
    source = SourceText.read(text)
    return _read_with_notes(source, tokenise(source))


def _is_edtf(text: str) -> bool:
    """Say whether the text is EDTF; if it is, but of no possible period, raise ``PeriodError``."""
    try:
        take_apart(text.strip())
    except PeriodError as error:
        if error.reason == "not_edtf":
            return False
        raise PeriodError(error.reason, error.found, text.index(error.found)) from error
    return True


def _read_with_notes(source: SourceText, tokens: list[Token]) -> str:
    outside, notes = _split_brackets(source, tokens)
    if not outside and notes:
        outside, notes = notes[0][1], notes[1:]
    edtf = _read_clauses(source, outside)
    for before, note in notes:
        if note:
            edtf = _weigh_note(source, edtf, outside, before, note)
    return edtf


def _split_brackets(
    source: SourceText, tokens: list[Token]
) -> tuple[list[Token], list[tuple[int, list[Token]]]]:
    """Part what stands in brackets from the rest; with each note the number of tokens before it."""
    outside: list[Token] = []
    notes: list[tuple[int, list[Token]]] = []
    opened: Token | None = None
    for token in tokens:
        is_bracket = token.kind in (Kind.BRACKET_OPENS, Kind.BRACKET_CLOSES)
        if is_bracket and (token.kind is Kind.BRACKET_OPENS) == (opened is not None):
            raise refusal("brackets", source, [token])
        if token.kind is Kind.BRACKET_OPENS:
            opened = token
            notes.append((len(outside), []))
        elif token.kind is Kind.BRACKET_CLOSES:
            opened = None
        elif opened is not None:
            notes[-1][1].append(token)
        else:
            outside.append(token)
    if opened is not None:
        raise refusal("brackets", source, [opened])
    return outside, notes


def _weigh_note(source: SourceText, edtf: str, outside: list[Token], before: int, note: list[Token]) -> str:
    """Apply a note: a doubt is added, a date must agree, and narrows a single dating outside."""
    if not any(token.moment for token in note):
        return qualify_whole(edtf, _whole_qualifiers(source, note))
    note_edtf = _read_clauses(source, note)
    earlier = [token.moment for token in outside[:before] if token.moment]
    is_single = sum(1 for token in outside if token.moment) == 1
    weighed = edtf if is_single or before == len(outside) or not earlier else earlier[-1].edtf
    outer, inner = bounds(weighed), bounds(note_edtf)
    if inner[0] > outer[1] or inner[1] < outer[0]:
        raise refusal("disagree", source, note)
    is_narrower = outer[0] <= inner[0] and inner[1] <= outer[1] and inner != outer
    return note_edtf if is_single and is_narrower else edtf


def _whole_qualifiers(source: SourceText, tokens: list[Token]) -> list[str]:
    """Return the qualifiers of words that stand without a dating; refuse any other word."""
    qualifiers = []
    for token in tokens:
        if token.kind in _WHOLE_QUALIFIERS or token.is_question_mark:
            qualifiers.append(_WHOLE_QUALIFIERS.get(token.kind, UNCERTAIN))
        elif token.kind is not Kind.NO_MONTH:
            reason = {Kind.EVENT: "undated_event", Kind.UNKNOWN: "no_date"}.get(token.kind, "unexpected")
            raise refusal(reason, source, tokens)
    return qualifiers


def _read_clauses(source: SourceText, tokens: list[Token]) -> str:
    dated, qualifiers, ends = [], [], set()
    for clause in _split_clauses(tokens):
        kinds = {token.kind for token in clause}
        if Kind.MOMENT in kinds:
            dated.append((read_clause(source, clause), clause))
        elif kinds <= {Kind.OPEN_BEGINNING, Kind.OPEN_END, Kind.NOW, Kind.EVENT} and kinds != {Kind.EVENT}:
            ends |= kinds - {Kind.EVENT}
        else:
            undated = next((token for token in clause if token.kind is Kind.EVENT), None)
            if undated is not None:
                raise refusal("undated_event", source, clause)
            qualifiers += _whole_qualifiers(source, clause)
    if not dated:
        given = source.given.strip()
        raise PeriodError("no_date", given, source.given.index(given))
    return qualify_whole(_with_ends(_join(source, dated), ends), qualifiers)


def _split_clauses(tokens: list[Token]) -> list[list[Token]]:
    """Cut at list signs, except between two events of one date (建成、投产)."""
    clauses: list[list[Token]] = [[]]
    for index, token in enumerate(tokens):
        if token.kind is not Kind.LIST:
            clauses[-1].append(token)
            continue
        beside = (*tokens[max(index - 1, 0) : index], *tokens[index + 1 : index + 2])
        if [neighbour.kind for neighbour in beside] != [Kind.EVENT, Kind.EVENT]:
            clauses.append([])
    return [clause for clause in clauses if clause]


def _join(source: SourceText, dated: list[tuple[str, list[Token]]]) -> str:
    """Join dated clauses: events make one span from the first to the last, bare dates a set."""
    values = [value for value, _ in dated]
    if len(values) == 1:
        return values[0]
    for (earlier, _), (later, tokens) in pairwise(dated):
        if bounds(later)[0] < bounds(earlier)[0]:
            raise refusal("reversed", source, [*dated[0][1], *tokens])
    has_event = any(token.kind is Kind.EVENT for _, tokens in dated for token in tokens)
    all_parts = [take_apart(value) for value in values]
    if not has_event and all(parts.kind == "date" for parts in all_parts):
        return Parts("all_of", tuple(values)).edtf
    return f"{all_parts[0].members[0]}/{all_parts[-1].members[-1]}"


def _with_ends(edtf: str, ends: set[Kind]) -> str:
    """Open the ends that a clause of its own calls open or unknown."""
    members = take_apart(edtf).members
    first, last = members[0], members[-1]
    if Kind.OPEN_BEGINNING in ends:
        first = OPEN
    if Kind.NOW in ends:
        last = OPEN
    elif Kind.OPEN_END in ends:
        last = UNKNOWN
    return f"{first}/{last}" if ends else edtf
