"""Two versions of a text as one: what stayed, what went, what came."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

# A sentence with its stop; within a sentence a Latin word or number, else one character.
SENTENCES = re.compile(r"[^。！？；\n]*[。！？；\n]|[^。！？；\n]+")
WORDS = re.compile(r"[A-Za-z0-9]+|\s+|.", re.DOTALL)
AROUND = 24  # characters of unchanged text kept on either side of a change


class Part(StrEnum):
    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


class Segment(NamedTuple):
    part: Part
    text: str


def text_diff(before: str, after: str) -> tuple[Segment, ...]:
    """Compare sentence by sentence, and within sentences that changed word by word, Chinese by characters.

    Long unchanged text between changes is cut down to its ends.

    >>> [tuple(segment) for segment in text_diff("红砖厂房。", "青砖厂房。")]
    [('gone', '红'), ('new', '青'), ('kept', '砖厂房。')]
    """
    segments = list(_joined(_by_sentences(before, after)))
    last = len(segments) - 1
    return tuple(
        Segment(segment.part, _shortened(segment.text, is_first=index == 0, is_last=index == last))
        if segment.part is Part.KEPT
        else segment
        for index, segment in enumerate(segments)
    )


def _by_sentences(before: str, after: str) -> Iterator[Segment]:
    old, new = SENTENCES.findall(before), SENTENCES.findall(after)
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[a:b]), "".join(new[c:d])
        if kind == "replace":
            yield from _by_words(gone, come)
        else:
            yield from _segments(kind, gone, come)


def _by_words(before: str, after: str) -> Iterator[Segment]:
    old, new = WORDS.findall(before), WORDS.findall(after)
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield from _segments(kind, "".join(old[a:b]), "".join(new[c:d]))


def _segments(kind: str, gone: str, come: str) -> Iterator[Segment]:
    if kind == "equal":
        yield Segment(Part.KEPT, gone)
        return
    if gone:
        yield Segment(Part.GONE, gone)
    if come:
        yield Segment(Part.NEW, come)


def _joined(segments: Iterator[Segment]) -> Iterator[Segment]:
    """Join neighbours of one kind."""
    held: Segment | None = None
    for segment in segments:
        if held and held.part is segment.part:
            held = Segment(held.part, held.text + segment.text)
        else:
            if held:
                yield held
            held = segment
    if held:
        yield held


def _shortened(text: str, *, is_first: bool, is_last: bool) -> str:
    head = "" if is_first else text[:AROUND]
    tail = "" if is_last else text[-AROUND:]
    return text if len(text) <= len(head) + len(tail) + 1 else f"{head}…{tail}"
