"""The drawing sheet and the parts of buildings that many types share."""

from catalogue.schematics.strokes import Segment, Strokes, number

GROUND = 168


class SchematicError(ValueError):
    """A drawing that cannot be made: an unknown type, or a parameter no such building could have."""


def require(name: str, value: int, *, at_least: int, at_most: int) -> None:
    """Refuse a count that the sheet cannot show truthfully."""
    if not at_least <= value <= at_most:
        message = f"{name}={value}: give a number from {at_least} to {at_most}, or leave it out"
        raise SchematicError(message)


class Sheet(Strokes):
    """Strokes, and the small vocabulary of walls, roofs, windows and stacks."""

    def ground(self, x0: float = 6, x1: float = 314, y: float = GROUND) -> None:
        self.line(x0, y, x1, y, "g")

    def earth(self, x0: float, x1: float, y: float, step: float = 22) -> None:
        """Short slanted strokes below a ground line: cut earth."""
        segments: list[Segment] = []
        x = x0
        while x < x1 - 8:
            segments += [(x + k * 3.4 + 5, y + 1.4, x + k * 3.4, y + 6.4) for k in range(3)]
            x += step
        self.lines(segments, "f")

    def chimney(
        self, x: float, height: float, foot: float = 11, head: float = 6.4, base: float = GROUND
    ) -> None:
        top = base - height
        self.poly([(x - foot / 2, base), (x - head / 2, top), (x + head / 2, top), (x + foot / 2, base)])
        self.rect(x - head / 2 - 1.3, top, head + 2.6, 3)
        segments = [(x - head / 2 - 0.4, top + dy, x + head / 2 + 0.4, top + dy) for dy in (9, 13)]
        y = top + 26
        while y < base - 14:
            width = head + (foot - head) * (y - top) / height
            segments.append((x - width / 2, y, x + width / 2, y))
            y += 14
        shade_side = [(x + head / k, top + 4, x + foot / k, base) for k in (6, 3)]
        self.lines(segments + shade_side, "f")

    def window(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        arch: bool = False,
        grid: tuple[int, int] = (2, 3),
        classes: str = "m w",
    ) -> None:
        """An opening with glazing bars; ``grid`` is panes across and panes down."""
        if arch:
            radius, spring, foot = width / 2, y + width * 0.35, y + height
            self.path(
                f"M{number(x)} {number(foot)}V{number(spring)}"
                f"A{number(radius)} {number(radius * 0.8)} 0 0 1 {number(x + width)} {number(spring)}"
                f"V{number(foot)}z",
                classes,
            )
        else:
            self.rect(x, y, width, height, classes)
        across, down = grid
        bars = [
            (x + width * i / across, y + (1 if arch else 0), x + width * i / across, y + height)
            for i in range(1, across)
        ]
        bars += [(x, y + height * j / down, x + width, y + height * j / down) for j in range(1, down)]
        self.lines(bars, "f")
        self.line(x - 1, y + height, x + width + 1, y + height, "m")

    def windows(
        self,
        x0: float,
        x1: float,
        y: float,
        width: float,
        height: float,
        count: int,
        *,
        arch: bool = False,
        grid: tuple[int, int] = (2, 3),
    ) -> None:
        """``count`` equal windows spread evenly between two points."""
        gap = (x1 - x0 - count * width) / count
        for i in range(count):
            self.window(x0 + gap / 2 + i * (width + gap), y, width, height, arch=arch, grid=grid)

    def gable(self, x: float, y: float, width: float, height: float, rise: float) -> None:
        """A long side: wall below, pitched roof above with the lines of its seams."""
        self.rect(x, y, width, height)
        self.poly([(x - 3, y), (x + 4, y - rise), (x + width - 4, y - rise), (x + width + 3, y)])
        seams: list[Segment] = []
        k = x + 6
        while k < x + width - 4:
            lean = 1.6 if k < x + width / 2 else -1.6
            seams.append((k, y - rise + 0.8, k - lean, y - 0.6))
            k += 4.2
        self.lines(seams, "f")

    def rail(self, x0: float, x1: float, y: float) -> None:
        self.line(x0, y, x1, y, "m")
        sleepers: list[Segment] = []
        x = x0 + 2
        while x < x1 - 1:
            sleepers.append((x, y + 2.4, x + 4, y + 2.4))
            x += 8
        self.lines(sleepers, "m")

    def axis(self, x1: float, y1: float, x2: float, y2: float) -> None:
        self.line(x1, y1, x2, y2, "a")

    def bubble(self, x: float, y: float, words: str, radius: float = 6) -> None:
        """The circle at the end of a drawing axis, with its number."""
        self.circle(x, y, radius, "ab")
        self.text(x, y + 2.4, words, "at")
