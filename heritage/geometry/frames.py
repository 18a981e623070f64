"""The part of the world that a drawn map shows, 3 : 2, and the round degrees and metres within it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, cos, floor, log10, radians

from heritage.geometry.shapes import METRES_PER_DEGREE

WIDTH, HEIGHT = 300.0, 200.0
STEPS = (2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005)  # degrees between crosses
BARS = (100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20)  # metres


@dataclass(frozen=True)
class Frame:
    """The part of the world that is shown; `height` in degrees of latitude."""

    longitude: float
    latitude: float
    height: float

    @property
    def width(self) -> float:
        """In degrees of longitude."""
        return self.height * WIDTH / HEIGHT / cos(radians(self.latitude))

    @property
    def west(self) -> float:
        return self.longitude - self.width / 2

    @property
    def south(self) -> float:
        return self.latitude - self.height / 2

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """The place in units of the frame, from its upper left corner."""
        x = (longitude - self.west) / self.width * WIDTH
        y = HEIGHT - (latitude - self.south) / self.height * HEIGHT
        return x, y

    def units(self, metres: float) -> float:
        return metres / METRES_PER_DEGREE / self.height * HEIGHT

    @property
    def box(self) -> str:
        """West, south, east, north, as an address carries them."""
        edges = (self.west, self.south, self.west + self.width, self.south + self.height)
        return ",".join(f"{edge:.3f}" for edge in edges)

    def holds(self, x: float, y: float) -> bool:
        return 0 <= x <= WIDTH and 0 <= y <= HEIGHT

    @property
    def bar(self) -> int:
        """The longest round length, in metres, of which the frame is four times as wide."""
        return next((bar for bar in BARS if self.units(bar) <= WIDTH / 4), BARS[-1])


def frame_around(points: Sequence[tuple[float, float]], *, least: float, margin: float) -> Frame:
    """Return the frame around points (longitude, latitude), no lower than `least` degrees.

    `margin`: the part of the frame that is kept free on each side of the outermost points.
    """
    longitudes, latitudes = [point[0] for point in points], [point[1] for point in points]
    middle = (max(latitudes) + min(latitudes)) / 2
    across = (max(longitudes) - min(longitudes)) * cos(radians(middle)) * HEIGHT / WIDTH
    height = max(max(latitudes) - min(latitudes), across) / (1 - 2 * margin)
    return Frame((max(longitudes) + min(longitudes)) / 2, middle, max(height, least))


def graticule(frame: Frame) -> tuple[list[float], list[float], int]:
    """Round longitudes and latitudes, and with how many decimals they are written."""
    step = next((step for step in STEPS if frame.width / step >= 3), STEPS[-1])
    columns = _rounds(frame.west, frame.west + frame.width, step)
    rows = _rounds(frame.south, frame.south + frame.height, step)
    return columns, rows, max(0, -floor(log10(step)))


def crosses(frame: Frame) -> Iterator[str]:
    """Small crosses where round degrees meet, as paths in units of the frame."""
    columns, rows, _decimals = graticule(frame)
    for longitude in columns:
        for latitude in rows:
            x, y = frame.at(longitude, latitude)
            yield f"M{x - 3:.1f} {y:.1f}h6M{x:.1f} {y - 3:.1f}v6"


def thinned(points: Sequence[tuple[float, float]], finest: float) -> Iterator[tuple[float, float]]:
    """Yield the points of a line, those left out that lie nearer than `finest` to the one before."""
    kept = points[0]
    yield kept
    for point in points[1:-1]:
        if abs(point[0] - kept[0]) + abs(point[1] - kept[1]) >= finest:
            kept = point
            yield kept
    yield points[-1]


def _rounds(first: float, last: float, step: float) -> list[float]:
    start = ceil(first / step)
    return [number * step for number in range(start, int(last / step) + 1)]
