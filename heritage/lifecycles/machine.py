"""The reader of lifecycle tables: states, moves between them, and what the law asks of each move."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.functional import Promise

from heritage.lifecycles.rights import Right
from heritage.models.decrees import Authority


@dataclass(frozen=True)
class State:
    """A state: what it is called, whether the identity binds in it, whether anything can follow."""

    key: str
    label: str | Promise
    article: str | Promise = ""
    is_in_force: bool = False
    is_final: bool = False


@dataclass(frozen=True)
class Need:
    """Something that must be there before a move; `is_met` is asked of the papers laid before the service.

    `fields`: the papers by which it is met, by the names that the form gives them. `is_of_record`: no paper
    of the move meets it, but what is recorded elsewhere.
    """

    key: str
    label: str | Promise
    is_met: Callable[[Any], bool]
    fields: tuple[str, ...] = ()
    is_of_record: bool = False


@dataclass(frozen=True)
class Transition:
    """One row of a table. `levels` narrows it to designations of these levels; empty means every level.

    `authorities`: who decides; empty where a fact is recorded and nobody decides.
    `replaces`: the status that the identity held before gets through this move.
    `accepts`: papers that may come with the move and that nothing asks for, by the names of their fields.
    """

    move: str
    origin: str
    target: str
    article: str | Promise
    needs: tuple[Need, ...]
    right: Right
    authorities: tuple[Authority, ...] = ()
    levels: tuple[str, ...] = ()
    replaces: str = ""
    accepts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lifecycle:
    """A table. What is no row of it cannot happen, in a service, on a screen or in a test.

    `move_labels`: what its moves are called; the word itself where none is given. The first state is where
    a thing stands of which nothing is recorded.
    """

    key: str
    label: str | Promise
    states: tuple[State, ...]
    transitions: tuple[Transition, ...]
    move_labels: Mapping[str, str | Promise] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        """Refuse a row between states that are not in the table: ValueError names the row."""
        known = {state.key for state in self.states}
        for row in self.transitions:
            if unknown := {row.origin, row.target} - known:
                raise ValueError(
                    f"{self.key}: {row.move} {row.origin} → {row.target}: no such state: {unknown}"
                )

    def state(self, key: str) -> State | None:
        """Return the state of this name, None where the table has none."""
        return next((state for state in self.states if state.key == key), None)

    def label_of(self, key: str) -> str:
        """Return what a state is called; the bare word where the table does not know it."""
        state = self.state(key)
        return str(state.label) if state else key

    def label_of_move(self, move: str) -> str:
        """Return what a move is called."""
        return str(self.move_labels.get(move, move))

    @property
    def final_states(self) -> frozenset[str]:
        return frozenset(state.key for state in self.states if state.is_final)

    def find(self, *, origin: str, target: str, level: str = "") -> Transition | None:
        """Return the row that leads from one state to the other for this level, if there is one."""
        rows = (row for row in self.transitions if (row.origin, row.target) == (origin, target))
        return next((row for row in rows if not row.levels or level in row.levels), None)

    def moves(self, move: str) -> tuple[Transition, ...]:
        """Return all rows of a move, whatever they lead from."""
        return tuple(row for row in self.transitions if row.move == move)

    def find_move(self, move: str, *, origin: str, level: str = "") -> Transition | None:
        """Return the row of a move from this state for this level, if there is one."""
        rows = (row for row in self.moves(move) if row.origin == origin)
        return next((row for row in rows if not row.levels or level in row.levels), None)

    def leading_to(self, target: str) -> tuple[Transition, ...]:
        """Return the rows that end in a state, in the order of the table."""
        return tuple(row for row in self.transitions if row.target == target)

    def without(self, *rows: Transition) -> "Lifecycle":
        """Return the same table less some rows."""
        return replace(self, transitions=tuple(row for row in self.transitions if row not in rows))
