"""One line of the table that `make bench` prints and writes to var/bench.json."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


class NothingFoundError(Exception):
    """A request that is timed or compared returned nothing, so its speed says nothing."""


class CountsDifferError(Exception):
    """Something that must be the same on few rows and on many, or here and there, is not."""


@dataclass(frozen=True)
class Result:
    """A figure. `against` names the identical request it is measured against and `ratio` is value over that.

    Both are None for an absolute figure.
    """

    id: str
    what: str
    value: float
    unit: str
    against: str | None = None
    ratio: float | None = None


@dataclass(frozen=True)
class Timing:
    """The median duration in milliseconds of a request that found something."""

    of: str
    milliseconds: float


@dataclass(frozen=True)
class Target:
    """The most that a ratio, or a value in its own unit, may be."""

    ratio: float | None = None
    value: float | None = None

    def is_met(self, result: Result) -> bool:
        if self.ratio is not None and (result.ratio is None or result.ratio > self.ratio):
            return False
        return self.value is None or result.value <= self.value

    def __str__(self) -> str:
        return f"≤ {self.ratio:.2g} ×" if self.ratio is not None else f"≤ {self.value:g}"


def timed(of: str, request: Callable[[], int], *, rounds: int = 50) -> Timing:
    """Time a request that returns how much it found; the first round, which fills caches, is not counted.

    Raises NothingFoundError as soon as a round finds nothing.
    """
    return _timed_in_turn([(of, request)], rounds)[0]


def timed_in_turn(
    ours: tuple[str, Callable[[], int]], theirs: tuple[str, Callable[[], int]], *, rounds: int = 30
) -> tuple[Timing, Timing]:
    """Time two requests by turns, so that whatever else the machine does strikes both alike."""
    first, second = _timed_in_turn([ours, theirs], rounds)
    return first, second


def _timed_in_turn(requests: Sequence[tuple[str, Callable[[], int]]], rounds: int) -> list[Timing]:
    durations: list[list[float]] = [[] for _ in requests]
    for _ in range(rounds + 1):
        for (of, request), taken in zip(requests, durations, strict=True):
            started = time.perf_counter()
            found = request()
            taken.append((time.perf_counter() - started) * 1000)
            if not found:
                raise NothingFoundError(f"{of} returned nothing")
    return [
        Timing(of, statistics.median(taken[1:])) for (of, _), taken in zip(requests, durations, strict=True)
    ]


def absolute(id: str, timing: Timing) -> Result:
    """Report a duration for itself."""
    return Result(id, timing.of, round(timing.milliseconds, 2), "ms")


def compared(id: str, ours: Timing, theirs: Timing) -> Result:
    """Report a duration as a share of what the identical request takes elsewhere."""
    ratio = round(ours.milliseconds / theirs.milliseconds, 3)
    return Result(id, ours.of, round(ours.milliseconds, 2), "ms", theirs.of, ratio)


def require_equal(what: str, ours: object, theirs: object) -> None:
    """Refuse to compare the speed of answers that are not the same; raises CountsDifferError."""
    if ours != theirs:
        raise CountsDifferError(f"{what}: {ours} here, {theirs} there")
