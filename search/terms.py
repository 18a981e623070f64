"""What a user typed, as terms: white space parts them, quotation marks hold a phrase together."""

import re
from dataclasses import dataclass
from functools import lru_cache

from search.text import code_key, fold, is_bigram_character, tokens

# Text past these limits is left out, and the results say so.
MAX_CHARACTERS = 1_000
MAX_TERMS = 32
# Engines refuse to look for the beginning of a longer word; it is looked for as it stands.
LONGEST_BEGINNING = 64
# Shorter beginnings of a code would match a whole county.
SHORTEST_CODE_PREFIX = 4

# A stray mark parts terms like white space does; “ and ” are often typed the wrong way round.
TERM = re.compile(r'["＂]([^"＂]*)["＂]|[“”]([^“”]*)[“”]|「([^「」]*)」|『([^『』]*)』|([^\s"＂“”「」『』]+)')


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must be found, as an exact run of ``tokens``.

    ``ends_open``: the last token may be continued (a lone Han character begins a bigram).
    ``code`` compares with codes. ``pinyin`` is empty unless the term may be romanised Chinese.
    """

    folded: str
    tokens: tuple[str, ...]
    ends_open: bool
    code: str
    pinyin: str

    @property
    def begins_code(self) -> bool:
        """Whether codes are to be found by their beginning; else only the whole code is."""
        return len(self.code) >= SHORTEST_CODE_PREFIX and any(map(str.isdigit, self.code))


@dataclass(frozen=True, slots=True)
class ParsedText:
    """The terms of a text.

    ``is_shortened``: some of it was left out. ``is_unsearchable``: it holds nothing but punctuation.
    """

    terms: tuple[Term, ...]
    is_shortened: bool
    is_unsearchable: bool


@lru_cache(maxsize=256)
def parse(text: str) -> ParsedText:
    """Read any text; nothing a user can type is an error. Kept, because each row of a page asks again."""
    pieces = ("".join(match.groups("")) for match in TERM.finditer(text[:MAX_CHARACTERS]))
    terms = [term for piece in pieces if (term := make_term(piece)).tokens]
    unique = tuple(dict.fromkeys(terms))
    return ParsedText(
        terms=unique[:MAX_TERMS],
        is_shortened=len(text.rstrip()) > MAX_CHARACTERS or len(unique) > MAX_TERMS,
        is_unsearchable=bool(text.strip()) and not unique,
    )


def make_term(text: str) -> Term:
    """The term of a text that is to be found as it stands."""
    folded = " ".join(fold(text).split())
    words = tokens(folded).split()
    ends_open = False
    if folded and is_bigram_character(folded[-1]):
        # The tail is left off: the text may go on where the term ends. A lone character that no
        # bigram and no head covers stays, as the beginning of a token.
        before = folded[:-1].rstrip()
        ends_open = not before or (folded[-2] == " " and is_bigram_character(before[-1]))
        words = words if ends_open else words[:-1]
    return Term(
        folded=folded,
        tokens=tuple(words),
        ends_open=ends_open,
        code=code_key(folded),
        pinyin=_pinyin(folded),
    )


def _pinyin(folded: str) -> str:
    """The letters of a term written in ASCII, such as xi'an or hadawan; two at least."""
    joined = folded.replace(" ", "")
    return joined if len(joined) > 1 and joined.isascii() and not joined.isdigit() else ""
