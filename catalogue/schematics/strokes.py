"""Pen strokes on one 320 x 200 drawing sheet; what is drawn where is decided by the families.

A stroke has a class, never a style, so the same drawing prints as ink on film and as white on blueprint.
Line weights follow the drafting order:

=====  ====================================  =====  ===========================================
g      ground line                           p      filled with the sheet's own colour
o      outline                               s      filled, shaded (a section, a body of water)
m      opening, edge                         w      filled, glass
f fd   fine detail, fine and dashed          k      filled, ink
a      axis (blue chain line)                rt     filled, red tint
ab at  axis circle and its figure            r rf   the one red organ, and its fine detail
x xf   lost: what stood here is gone         rk     filled, red
l3     dropped in thumbnails                 rtx    red lettering
=====  ====================================  =====  ===========================================
"""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from django.utils.html import escape

SHEET_WIDTH = 320
SHEET_HEIGHT = 200

Point: TypeAlias = tuple[float, float]
Segment: TypeAlias = tuple[float, float, float, float]

# Too fine for a picture 148 px wide.
_DROPPED_IN_THUMBNAILS = frozenset({"l3", "a", "ab", "at"})
_WHEN_LOST = {"o": "x", "m": "xf", "r": "x", "rf": "xf", "f": "xf l3", "fd": "xf l3", "rk": "xf", "w": "xf"}
_KEPT_WHEN_LOST = frozenset({"g", "a", "ab", "at", "x", "xf"})


class Stroke(NamedTuple):
    """One SVG element, cut in two where its class attribute stands."""

    opening: str
    classes: str
    rest: str

    def as_svg(self) -> str:
        return f'{self.opening} class="{self.classes}"{self.rest}'


def number(value: float) -> str:
    """A coordinate with one decimal at most: a tenth of a unit is below what any screen shows."""
    text = f"{value:.1f}"
    return "0" if text == "-0.0" else text.removesuffix(".0")


def path_of(segment: Segment) -> str:
    """The shortest path for a straight line."""
    x1, y1, x2, y2 = (number(value) for value in segment)
    if y1 == y2:
        return f"M{x1} {y1}H{x2}"
    if x1 == x2:
        return f"M{x1} {y1}V{y2}"
    return f"M{x1} {y1}L{x2} {y2}"


class Strokes:
    """A list of strokes in drawing order: later ones cover earlier ones."""

    def __init__(self) -> None:
        self.strokes: list[Stroke] = []

    def line(self, x1: float, y1: float, x2: float, y2: float, classes: str = "f") -> None:
        self.lines([(x1, y1, x2, y2)], classes)

    def lines(self, segments: Iterable[Segment], classes: str = "f") -> None:
        """Many straight lines as one element."""
        data = "".join(path_of(segment) for segment in segments)
        if data:
            self.path(data, classes)

    def poly(self, points: Iterable[Point], classes: str = "o p", *, closed: bool = True) -> None:
        data = "L".join(f"{number(x)} {number(y)}" for x, y in points)
        self.path(f"M{data}{'Z' if closed else ''}", classes)

    def rect(self, x: float, y: float, width: float, height: float, classes: str = "o p") -> None:
        self.path(
            f"M{number(x)} {number(y)}h{number(width)}v{number(height)}h{number(-width)}z",
            classes,
        )

    def circle(self, x: float, y: float, radius: float, classes: str = "o p") -> None:
        self._add("<circle", classes, f' cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>')

    def path(self, data: str, classes: str = "o") -> None:
        self._add("<path", classes, f' d="{data}"/>')

    def trace(self, classes: str, *parts: str | float) -> None:
        """A path written as its commands and numbers: ``trace("o", "M", x, y, "V", foot)``."""
        self.path(" ".join(part if isinstance(part, str) else number(part) for part in parts), classes)

    def text(self, x: float, y: float, words: str, classes: str) -> None:
        position = f' x="{number(x)}" y="{number(y)}" text-anchor="middle"'
        self._add("<text", classes, f"{position}>{escape(words)}</text>")

    def _add(self, opening: str, classes: str, rest: str) -> None:
        self.strokes.append(Stroke(opening, classes, rest))

    def as_svg(self, *, thumbnail: bool = False) -> str:
        """The elements alone; the caller writes the ``<svg>`` around them."""
        return "".join(
            stroke.as_svg()
            for stroke in self.strokes
            if not (thumbnail and _DROPPED_IN_THUMBNAILS.intersection(stroke.classes.split()))
        )

    def mark_lost(self) -> None:
        """Dash everything but the ground and the axes: what stood here is gone."""
        self.strokes = [stroke._replace(classes=_lost(stroke.classes)) for stroke in self.strokes]


def _lost(classes: str) -> str:
    weight = classes.split(maxsplit=1)[0]
    return classes if weight in _KEPT_WHEN_LOST else _WHEN_LOST.get(weight, "xf")
