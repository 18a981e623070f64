"""One line of the table that `make bench` prints and writes to var/bench.json."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


class NothingFoundError(Exception):
    """A request that is timed or compared returned nothing, so its speed says nothing."""


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


def timed(of: str, request: Callable[[], int], *, rounds: int = 50) -> Timing:
    """Time a request that returns how much it found; the first round, which fills caches, is not counted.

    Raises NothingFoundError as soon as a round finds nothing.
    """
    durations = []
    for _ in range(rounds + 1):
        started = time.perf_counter()
        found = request()
        durations.append((time.perf_counter() - started) * 1000)
        if not found:
            raise NothingFoundError(f"{of} returned nothing")
    return Timing(of, statistics.median(durations[1:]))


def absolute(id: str, timing: Timing) -> Result:
    """Report a duration for itself."""
    return Result(id, timing.of, round(timing.milliseconds, 2), "ms")


def compared(id: str, ours: Timing, theirs: Timing) -> Result:
    """Report a duration as a share of what the identical request takes elsewhere."""
    ratio = round(ours.milliseconds / theirs.milliseconds, 3)
    return Result(id, ours.of, round(ours.milliseconds, 2), "ms", theirs.of, ratio)
