"""Walks a lifecycle table: every row, every simple path, every unlawful pair, every need left out."""

from abc import ABC, abstractmethod
from itertools import product

import pytest

from heritage.lifecycles.machine import Lifecycle, Transition
from heritage.lifecycles.refusals import UnlawfulMoveError


def simple_paths(table: Lifecycle, start: str) -> list[list[Transition]]:
    """Every path from a state that visits no state twice."""
    paths: list[list[Transition]] = []

    def walk(path: list[Transition], at: str, seen: frozenset[str]) -> None:
        for row in table.transitions:
            if row.origin == at and row.target not in seen:
                paths.append([*path, row])
                walk([*path, row], row.target, seen | {row.target})

    walk([], start, frozenset({start}))
    return paths


class Walk(ABC):
    """A subject in a world in which every row of its table can be walked."""

    table: Lifecycle

    @abstractmethod
    def put(self, state: str) -> None:
        """Bring the subject into a state without the service."""

    @abstractmethod
    def stands(self) -> tuple[str, int]:
        """Where the subject stands, and how many moves are recorded of it."""

    @abstractmethod
    def go(self, target: str, row: Transition | None = None) -> None:
        """Ask the service for the move, with papers that satisfy the row."""

    @abstractmethod
    def go_without(self, need: str, row: Transition) -> None:
        """Ask for the move with all papers but what meets this need."""


def walk_every_row(walk: Walk) -> None:
    for row in walk.table.transitions:
        walk.put(row.origin)
        _state, moves = walk.stands()
        walk.go(row.target, row)
        assert walk.stands() == (row.target, moves + 1), row


def walk_every_simple_path(walk: Walk) -> None:
    start = walk.table.states[0].key
    for path in simple_paths(walk.table, start):
        walk.put(start)
        for row in path:
            walk.go(row.target, row)
        assert walk.stands()[0] == path[-1].target, path


def try_every_unlawful_pair(walk: Walk) -> None:
    """Also from a state to itself. The refusal names where the subject stands, and an article."""
    states = [state.key for state in walk.table.states]
    lawful = {(row.origin, row.target) for row in walk.table.transitions}
    unlawful = [pair for pair in product(states, states) if pair not in lawful]
    assert len(unlawful) == len(states) ** 2 - len(lawful)
    for origin, target in unlawful:
        walk.put(origin)
        before = walk.stands()
        with pytest.raises(UnlawfulMoveError) as error:
            walk.go(target)
        refusal = error.value.refusal
        assert (refusal.found, walk.stands()) == (walk.table.label_of(origin), before)
        assert refusal.needed != ""
        assert refusal.article != ""


def leave_out_every_need(walk: Walk) -> None:
    """The refusal names the need in its words, with the article of the row."""
    for row in walk.table.transitions:
        for need in row.needs:
            walk.put(row.origin)
            before = walk.stands()
            with pytest.raises(UnlawfulMoveError) as error:
                walk.go_without(need.key, row)
            assert walk.stands() == before, (row, need.key)
            assert error.value.refusal.article == str(row.article)
            words = str(need.label).partition("%")[0]
            assert words in error.value.refusal.needed, (row, need.key)
