"""The sheet on which zones are drawn: equal scale both ways, north up, a graticule and a scale bar."""

from dataclasses import dataclass
from math import cos, floor, log10, radians

from heritage.geometry import METRES_PER_DEGREE, BoundingBox

WIDTH, HEIGHT = 720, 460  # units of the drawing
MARGIN = 56  # for the labels of the graticule
LEAST_SPAN = 0.0008  # degrees; about 90 m: a point is not blown up to fill the sheet
BAR = 0.28  # of the width, which the scale bar does not exceed
CROSSES = 4  # about so many of the graticule in the longer direction


@dataclass(frozen=True)
class Label:
    """A label of the graticule, in degrees."""

    at: float
    text: str


@dataclass(frozen=True)
class Sheet:
    """Turns degrees into units of the drawing: equal scale both ways, north up."""

    box: BoundingBox
    metres_per_unit: float

    @property
    def _shrink(self) -> float:
        """How much shorter a degree of longitude is than one of latitude here."""
        return cos(radians((self.box.south + self.box.north) / 2))

    def x(self, longitude: float) -> float:
        middle = (self.box.west + self.box.east) / 2
        metres = (longitude - middle) * METRES_PER_DEGREE * self._shrink
        return round(WIDTH / 2 + metres / self.metres_per_unit, 1)

    def y(self, latitude: float) -> float:
        middle = (self.box.south + self.box.north) / 2
        metres = (latitude - middle) * METRES_PER_DEGREE
        return round(HEIGHT / 2 - metres / self.metres_per_unit, 1)


def sheet_of(box: BoundingBox) -> Sheet:
    shrink = cos(radians((box.south + box.north) / 2))
    across = max(box.east - box.west, LEAST_SPAN) * METRES_PER_DEGREE * shrink
    upward = max(box.north - box.south, LEAST_SPAN) * METRES_PER_DEGREE
    return Sheet(box, max(across / (WIDTH - 2 * MARGIN), upward / (HEIGHT - 2 * MARGIN)))


def graticule_step(box: BoundingBox) -> float:
    """A round number of degrees that the box holds a few times."""
    span = max(box.east - box.west, box.north - box.south, LEAST_SPAN) / CROSSES
    size = 10 ** floor(log10(span))
    return next((size * times for times in (1, 2, 5) if size * times >= span), size * 10)


def labels_along(place, low: float, high: float, step: float, *, limit: int):
    """Yield the lines of the graticule that cross the sheet away from its edges."""
    decimals = max(0, -floor(log10(step)))
    first = floor(low / step) - CROSSES
    for number in range(first, first + 3 * CROSSES + floor((high - low) / step) + 1):
        degrees = number * step
        at = place(degrees)
        if MARGIN / 2 <= at <= limit - MARGIN / 2:
            yield Label(at, f"{degrees:.{decimals}f}°")


def round_below(metres: float) -> int:
    """The longest round length that is not longer."""
    size = 10 ** floor(log10(metres))
    return round(next(size * times for times in (5, 2, 1) if size * times <= metres))
