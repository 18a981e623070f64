"""One clause (“1937年始建”, “约1950年至今”) → EDTF."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from heritage.dating.calendar_dates import Moment
from heritage.dating.edtf_bounds import OPEN, UNKNOWN, Parts, bounds, qualify_all, take_apart
from heritage.dating.errors import PeriodError
from heritage.dating.source_text import SourceText
from heritage.dating.tokens import Token
from heritage.dating.words import Kind

APPROXIMATE, UNCERTAIN = "~", "?"
#: Words that say how a clause of one dating is meant.
_STANCES = {
    Kind.BEFORE, Kind.AFTER, Kind.NOT_LATER, Kind.NOT_EARLIER,
    Kind.SINCE, Kind.FROM, Kind.UNTIL, Kind.SOMETIME,
}  # fmt: skip
_SIGNS = {Kind.RANGE: "R", Kind.NOW: "N", Kind.UNKNOWN: "U", Kind.OR: "|"}


@dataclass
class Clause:
    """What a clause says, word by word.

    ``shape`` spells its order: ``m`` a dating, ``R`` “to”, ``N`` “now”, ``U`` “unknown”, ``|`` “or”.
    """

    shape: str = ""
    moments: list[Moment] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    stances: set[Kind] = field(default_factory=set)
    pending: str = ""
    doubt: str = ""

    def add_moment(self, moment: Moment) -> None:
        """Take in a dating; an “about” before years that share one unit (约1937–1939年) is about both."""
        value = qualify_all(moment.edtf, self.pending) if self.pending else moment.edtf
        if self.moments and self.moments[-1].lacks_unit and self.shape.endswith("mR") and not self.pending:
            value = _with_qualifiers_of(value, self.values[-1])
        self.moments.append(moment)
        self.values.append(value)
        self.shape += "m"
        self.pending = ""

    def qualify_last(self, qualifier: str) -> None:
        """Add a qualifier that stands behind a dating; it reaches back over a shared unit."""
        self.values[-1] = qualify_all(self.values[-1], qualifier)
        if self.shape.endswith("mRm") and self.moments[-2].lacks_unit:
            self.values[-2] = qualify_all(self.values[-2], qualifier)


def _with_qualifiers_of(value: str, earlier: str) -> str:
    qualifier = earlier[-1]
    return qualify_all(value, qualifier) if qualifier in (APPROXIMATE, UNCERTAIN) else value


def read_clause(source: SourceText, tokens: list[Token]) -> str:
    """Return the EDTF of a clause that has at least one dating."""
    clause = Clause()
    for token in tokens:
        if token.moment is not None:
            clause.add_moment(token.moment)
        elif not _take_word(clause, token):
            raise refusal("unexpected", source, [token])
    edtf = _edtf_of(clause)
    if edtf is None or clause.pending:
        raise refusal("unexpected", source, tokens)
    try:
        take_apart(edtf)
    except PeriodError as error:
        raise refusal(error.reason, source, tokens) from error
    return qualify_all(edtf, clause.doubt) if clause.doubt else edtf


def _take_word(clause: Clause, token: Token) -> bool:
    """Take in a word that is no dating; answer False where it has no meaning at this place."""
    kind = token.kind
    if kind is Kind.UNKNOWN and token.is_question_mark and clause.shape.endswith("m"):
        kind = Kind.DOUBT_AFTER
    if kind in _SIGNS:
        clause.shape += _SIGNS[kind]
    elif kind in _STANCES:
        clause.stances.add(kind)
    elif kind is Kind.ABOUT_BEFORE:
        clause.pending = APPROXIMATE
    elif kind in (Kind.DOUBT_BEFORE, Kind.OR_EARLIER):
        clause.doubt = UNCERTAIN
    elif kind in (Kind.ABOUT_AFTER, Kind.DOUBT_AFTER) and clause.moments:
        clause.qualify_last(APPROXIMATE if kind is Kind.ABOUT_AFTER else UNCERTAIN)
    elif kind not in (Kind.EVENT, Kind.NO_MONTH):
        return False
    return True


def _edtf_of(clause: Clause) -> str | None:
    """Return the EDTF of the shape and stances together, or None where they make no sense."""
    values, stances = clause.values, clause.stances
    if clause.shape == "m":
        return _one_dating(values[0], stances)
    if clause.shape == "mm" and not stances and _is_within(values[1], values[0]):
        return values[1]
    if clause.shape == "mRm" or (clause.shape == "mm" and _is_turn(values)):
        if Kind.SOMETIME in stances:
            return _some_time_between(values[0], values[1])
        return f"{_start(values[0])}/{_end(values[1])}" if stances <= {Kind.FROM} else None
    if clause.shape in ("mN", "mRN") and stances <= {Kind.FROM, Kind.SINCE}:
        return f"{_start(values[0])}/{OPEN}"
    if stances:
        return None
    simple = {
        "mRU": lambda: f"{_start(values[0])}/{UNKNOWN}",
        "URm": lambda: f"{UNKNOWN}/{_end(values[0])}",
        "Rm": lambda: f"{OPEN}/{_end(values[0])}",
    }
    if clause.shape in simple:
        return simple[clause.shape]()
    if clause.shape == "m" + "|m" * (len(values) - 1):
        return _one_of(values)
    return None


def _one_of(values: list[str]) -> str:
    """Return a set of dates; of decades, centuries and spans the stretch from the first to the last."""
    if all(take_apart(value).kind == "date" and "X" not in value for value in values):
        return Parts("one_of", tuple(values)).edtf
    return _some_time_between(values[0], values[-1])


def _some_time_between(first: str, last: str) -> str:
    ends = (_unmasked(_start(first), 0), _unmasked(_end(last), -1))
    return Parts("one_of", ends, is_range=True).edtf


def _one_dating(value: str, stances: set[Kind]) -> str | None:
    if not stances:
        return value
    if len(stances) > 1:
        return None
    stance = next(iter(stances))
    if stance in (Kind.BEFORE, Kind.NOT_LATER):
        edge = _end(value) if stance is Kind.NOT_LATER else _start(value)
        return Parts("one_of", (OPEN, _unmasked(edge, -1)), is_range=True).edtf
    if stance in (Kind.AFTER, Kind.NOT_EARLIER):
        edge = _start(value) if stance is Kind.NOT_EARLIER else _end(value)
        return Parts("one_of", (_unmasked(edge, 0), OPEN), is_range=True).edtf
    if stance in (Kind.SINCE, Kind.FROM):
        return f"{_start(value)}/{OPEN}"
    return f"{OPEN}/{_end(value)}" if stance is Kind.UNTIL else None


def _unmasked(member: str, edge: int) -> str:
    """Write the first (0) or last (-1) year of 195X, its doubt kept: a set takes no masked years."""
    if "X" not in member:
        return member
    return f"{bounds(member)[edge].year:04}" + (member[-1] if member[-1] in "~?%" else "")


def _is_turn(values: list[str]) -> bool:
    """Say whether two datings stand side by side as in 19世纪末20世纪初."""
    return values[0].endswith("9X") and values[1].endswith("0X")


def _is_within(inner: str, outer: str) -> bool:
    """Say whether a dating only makes the one before it narrower (伪满时期1937年)."""
    first, last = bounds(outer)
    return first <= bounds(inner)[0] and bounds(inner)[1] <= last


def _start(value: str) -> str:
    return _ends_of(value)[0]


def _end(value: str) -> str:
    return _ends_of(value)[1]


def _ends_of(value: str) -> tuple[str, str]:
    members = take_apart(value).members
    return members[0], members[-1]


def qualify_whole(edtf: str, qualifiers: Iterable[str]) -> str:
    """Add doubts that concern the whole period."""
    for qualifier in qualifiers:
        edtf = qualify_all(edtf, qualifier)
    return edtf


def refusal(reason: str, source: SourceText, tokens: list[Token]) -> PeriodError:
    """Return the error about these words, placed in the text as given."""
    start = tokens[0].start
    return PeriodError(reason, source.between(start, tokens[-1].end), source.place(start))
