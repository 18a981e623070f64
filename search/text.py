"""The analysis chain, one for every engine: fold, then bigrams joined by spaces for a whitespace analyzer.

A run of Han (or kana, or Hangul) characters ``c1…cn`` becomes ``c1c2 c2c3 … c(n-1)cn cn``; after a
Latin or digit run also ``_c1`` first. A Latin or digit run is one token. So any two characters in
mid-sentence are an exact token, a single one is the beginning of a token wherever it stands, and
1953年 is the same as 1953 年.
"""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import numpy as np

# Raise it when tokens() changes; a changed fold table is noticed by itself.
CHAIN = 1
TABLE_PATH = Path(__file__).with_name("data") / "fold.txt"

# Begins the token that says which character follows a Latin or digit run; never in folded text.
HEAD = "_"
# A token of its own between two values of a field: no query holds it, so no phrase crosses it.
GAP = "¶"

SPACE = 0x20
CODE_POINTS = 0x110000
# Placed in FOLD where a character becomes none or several.
EXPANDS = 0xFFFFFFFF

# 々 and 〇, kana, CJK with its extensions, Hangul: scripts written without spaces between words.
BIGRAM_RANGES = (
    (0x3005, 0x3007),
    (0x3041, 0x30FF),
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xAC00, 0xD7A3),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


def _read_table(text: str) -> tuple[np.ndarray, dict[int, str]]:
    """The folding as an array of one code point each, and the characters that become none or several."""
    single = np.arange(CODE_POINTS, dtype=np.uint32)
    several = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        codes, _, target = line.partition("\t")
        first, last = (int(code, 16) for code in codes.split("-"))
        if target.startswith("="):
            single[first : last + 1] += np.int64(target[1:]).astype(np.uint32)
        elif target == "20":
            single[first : last + 1] = SPACE
        else:
            single[first : last + 1] = EXPANDS
            folded = "".join(chr(int(code, 16)) for code in target.split())
            several.update(dict.fromkeys(range(first, last + 1), folded))
    return single, several


def _bigram_scripts() -> np.ndarray:
    table = np.zeros(CODE_POINTS, dtype=bool)
    for first, last in BIGRAM_RANGES:
        table[first : last + 1] = True
    return table


_TABLE_TEXT = TABLE_PATH.read_text("utf-8")
FOLD, SEVERAL = _read_table(_TABLE_TEXT)
IS_BIGRAM_SCRIPT = _bigram_scripts()
CHAIN_VERSION = f"{CHAIN}{hashlib.sha256(_TABLE_TEXT.encode()).hexdigest()[:6]}"


def fold(text: str) -> str:
    """Simplified, half-width, lower-case text with a space for each character of punctuation."""
    return _decode(_folded(text))


def fold_with_offsets(text: str) -> tuple[str, list[int] | None]:
    """Folded text and, for each of its characters, the place in ``text`` it comes from.

    None in place of the list says that they are the same, which is so for nearly every text.
    """
    codes = FOLD[_encode(text)]
    if not (codes == EXPANDS).any():
        return _decode(codes), None
    pieces = [SEVERAL.get(ord(character)) for character in text]
    offsets = [place for place, piece in enumerate(pieces) for _ in range(1 if piece is None else len(piece))]
    return fold(text), offsets


def tokens(text: str) -> str:
    """The tokens of a text, joined by spaces."""
    codes = _folded(text)
    if not codes.size:
        return ""
    bigram = IS_BIGRAM_SCRIPT[codes]
    word = ~bigram & (codes != SPACE)
    following = np.append(codes[1:], SPACE)
    followed = np.append(bigram[1:], False)
    # The place of the last character before each that is no space; 0 where there is none.
    solid = np.maximum.accumulate(np.where(codes != SPACE, np.arange(codes.size), 0))
    head = bigram & word[np.insert(solid[:-1], 0, 0)]
    # Each character writes up to six: mark, itself and a space as head; itself, the second half, a space.
    out = np.zeros((codes.size, 6), np.uint32)
    out[:, 0] = np.where(head, ord(HEAD), 0)
    out[:, 1] = np.where(head, codes, 0)
    out[:, 2] = np.where(head, SPACE, 0)
    out[:, 3] = codes
    out[:, 4] = np.where(bigram & followed, following, 0)
    out[:, 5] = np.where(bigram | followed, SPACE, 0)
    flat = out.ravel()
    return " ".join(_decode(flat[flat != 0]).split())


def field_tokens(values: Iterable[str]) -> str:
    """The tokens of a field of several values, such as former names."""
    return f" {GAP} ".join(filter(None, map(tokens, values)))


def code_key(text: str) -> str:
    """A number as it is compared: folded, without any space or punctuation (220203-0012 → 2202030012)."""
    return fold(text).replace(" ", "")


@cache
def is_bigram_character(character: str) -> bool:
    """Whether a folded character belongs to a script that is cut into bigrams."""
    return bool(IS_BIGRAM_SCRIPT[ord(character)])


def _folded(text: str) -> np.ndarray:
    codes = FOLD[_encode(text)]
    if (codes == EXPANDS).any():
        codes = FOLD[_encode(text.translate(SEVERAL))]
    return codes


def _encode(text: str) -> np.ndarray:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _decode(codes: np.ndarray) -> str:
    return codes.astype(np.uint32, copy=False).tobytes().decode("utf-32-le")
