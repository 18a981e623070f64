"""Where the numbers of a drawn map stand, so that none covers another."""

from dataclasses import dataclass, field

from heritage.geometry.frames import WIDTH

#: Half the height of a label and its width, by the number of its signs, in units on the narrowest screen.
TALL, SIGN, MARK = 7.0, 7.5, 8.0


@dataclass
class Labels:
    """Where labels stand already, in units; the next one goes where it covers none of them."""

    taken: list[tuple[float, float, float, float]] = field(default_factory=list)

    def place(self, x: float, y: float, text: str) -> str:
        """Return the attributes of a label beside the mark at x, y."""
        width = SIGN * len(text)
        sides = (
            ('x="10" y="5"', x + MARK, x + MARK + width, y),
            ('x="-10" y="5" text-anchor="end"', x - MARK - width, x - MARK, y),
            ('y="-10" text-anchor="middle"', x - width / 2, x + width / 2, y - 2 * TALL),
            ('y="20" text-anchor="middle"', x - width / 2, x + width / 2, y + 2 * TALL),
        )
        free = (
            side
            for side in sides
            if side[1] > 0
            and side[2] < WIDTH
            and not any(
                side[1] < right and left < side[2] and abs(side[3] - middle) < TALL + half
                for left, right, middle, half in self.taken
            )
        )
        attributes, left, right, middle = next(free, sides[0])
        self.taken.append((left, right, middle, TALL))
        return attributes
