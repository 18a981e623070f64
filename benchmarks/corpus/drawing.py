"""Drawing from a list so that its first items come far more often than its last."""

import random
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


class Uneven(Generic[T]):
    """Items with the weight 1/(rank + flatness)**steepness (Zipf–Mandelbrot), or with given weights."""

    def __init__(
        self,
        items: Sequence[T],
        steepness: float = 1.0,
        flatness: float = 1.0,
        weights: Sequence[float] = (),
    ) -> None:
        self.items = tuple(items)
        given = weights or [1.0 / (rank + flatness) ** steepness for rank in range(len(self.items))]
        self._upto = list(accumulate(given))

    def draw(self, chance: random.Random) -> T:
        """Return one item."""
        return self.items[bisect_right(self._upto, chance.random() * self._upto[-1])]
