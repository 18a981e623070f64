"""Where a parcel or a building stands: where the last of its recorded moves within a table led to."""

from collections.abc import Iterable

from heritage.lifecycles.machine import Lifecycle
from heritage.models.relocation_moves import RecordedMove


def standing_in(table: Lifecycle, moves: Iterable[RecordedMove]) -> str:
    """Return the state in a table after these moves, the oldest first; its first state where there are none.

    Moves of another table do not count: land is cleaned in one table and opened in another.
    """
    states = [state.key for state in table.states]
    led_to = [move.to_state for move in moves if move.to_state in states]
    return led_to[-1] if led_to else states[0]
