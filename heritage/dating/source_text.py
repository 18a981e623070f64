"""The text of a period, folded for reading, with the way back to the text as given."""

import re
from dataclasses import dataclass

_TRADITIONAL = (
    "紀緒統國偽僞滿時間後約擴開產從葉興創個計劃戰爭線調復慶順遼號貫續據傳測認為為實驗質礎設業東廠齊會動"
)
_SIMPLIFIED = (
    "纪绪统国伪伪满时间后约扩开产从叶兴创个计划战争线调复庆顺辽号贯续据传测认为为实验质础设业东厂齐会动"
)
_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_DASHES = dict.fromkeys("‐‑‒–—―−─", "–")
_BRACKETS = {
    "〔": "(",
    "〕": ")",
    "【": "(",
    "】": ")",
    "〜": "~",
    "∼": "~",
    "Ｏ": "〇",
    "○": "〇",
    "ｏ": "〇",
}
_FOLD = str.maketrans(dict(zip(_TRADITIONAL, _SIMPLIFIED, strict=True)) | _FULL_WIDTH | _DASHES | _BRACKETS)
_QUOTES = frozenset("“”‘’\"'「」『』《》〈〉")
_BLANKS = re.compile(r"\s")


@dataclass(frozen=True)
class SourceText:
    """A text as given, the same folded, and for each folded character its place in the original.

    Full-width signs, dashes and the traditional characters of dates are folded one to one; quotation
    marks and blanks go, except a blank between two digits, which keeps two numbers apart.
    """

    given: str
    folded: str
    places: tuple[int, ...]

    @classmethod
    def read(cls, given: str) -> "SourceText":
        """Fold ``given``."""
        signs = given.translate(_FOLD)
        kept = [
            place
            for place, sign in enumerate(signs)
            if sign not in _QUOTES and (not _BLANKS.match(sign) or _parts_digits(signs, place))
        ]
        return cls(given, "".join(signs[place] for place in kept), tuple(kept))

    def place(self, index: int) -> int:
        """Return where a folded character stands in the text as given."""
        return self.places[index] if index < len(self.places) else len(self.given)

    def between(self, start: int, end: int) -> str:
        """Return the given text of a folded stretch."""
        if start >= end:
            return ""
        return self.given[self.place(start) : self.places[end - 1] + 1]


def _parts_digits(signs: str, place: int) -> bool:
    before, after = signs[:place].rstrip(), signs[place:].lstrip()
    return before[-1:].isdigit() and after[:1].isdigit()
