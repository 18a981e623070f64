"""How the rows of one model go along their tables: where they stand, what is asked, what is written down."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from accounts.models import User
from heritage.lifecycles.machine import Lifecycle
from heritage.lifecycles.standings import standing_in
from heritage.models.relocation_moves import RecordedMove


def as_given(papers: Any) -> Any:
    """Nothing is asked of the records beside what is laid before the service."""
    return papers


@dataclass(frozen=True)
class Course:
    """The tables that a kind of subject goes by, the first being the one that its state is told by.

    `papers`: the frozen dataclass that is laid before a row's needs; it has `subject`, `by`, `authorities`
    and whatever a form may give. `kept`: those of its fields that the recorded move keeps.
    `lock`: reads the subject again below a lock, so that of two officers the second finds what the first did.
    `state_field`: the column that holds the state; blank where the state is where the last move led to.
    `with_what_stands`: adds to the papers what is asked of the records and not of the officer.
    `place`: stores that the subject now stands in a state; called after the move was written down or undone.
    `what_rests`: names what rests on the last move, which is not taken back below it; blank for nothing.
    `choose`: returns the tables of one subject where not every subject goes by the same.
    `follow`: does to other rows what a move brings about there; called with the subject and the move.
    `unfollow`: takes that back, for a reason, in somebody's name; called before the move is undone.
    """

    tables: tuple[Lifecycle, ...]
    move: type[RecordedMove]
    papers: type
    kept: tuple[str, ...]
    lock: Callable[[Any], Any]
    state_field: str = ""
    with_what_stands: Callable[[Any], Any] = as_given
    place: Callable[[Any, str], None] | None = None
    what_rests: Callable[[Any], str] | None = None
    choose: Callable[[Any], tuple[Lifecycle, ...]] | None = None
    follow: Callable[[Any, Any], None] | None = None
    unfollow: Callable[[Any, Any, str, User], None] | None = None

    @property
    def moves(self) -> Any:
        """Return the manager of the recorded moves; what they are moves of is their `subject`."""
        return self.move._default_manager

    def moves_of(self, subject: Any) -> Iterable[RecordedMove]:
        """Return the recorded moves of a subject, the oldest first."""
        return self.moves.filter(subject=subject).order_by("pk")

    def state_of(self, subject: Any, table: Lifecycle) -> str:
        """Return where a subject stands in one of the tables."""
        if self.state_field:
            return getattr(subject, self.state_field)
        return standing_in(table, self.moves_of(subject))

    def put(self, subject: Any, state: str) -> None:
        """Store that the subject stands in a state, where a column holds it."""
        if self.place:
            self.place(subject, state)
        elif self.state_field:
            setattr(subject, self.state_field, state)
            subject.save()

    def tables_of(self, subject: Any) -> tuple[Lifecycle, ...]:
        """Return the tables that this subject goes by."""
        return self.choose(subject) if self.choose else self.tables

    def table_with(self, subject: Any, target: str) -> Lifecycle:
        """Return the table of the subject that knows a state; the first where none does."""
        tables = self.tables_of(subject)
        return next((table for table in tables if table.state(target)), tables[0])
