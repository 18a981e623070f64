"""An entry of the audit log in words: what was done, to what kind of row, with which particulars."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from django.contrib.auth.models import Group
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import registry
from wagtail.models import Page

from accounts.models import User
from heritage.audit import listening
from heritage.audit.recording import LOAD
from heritage.audit.verifying import VERIFIED
from heritage.courses import COURSES
from heritage.models import AuditEntry
from heritage.models.designations import DesignationStatus
from heritage.services.appointing import scoped_models
from media.models import Attachment, Photograph

#: Acts that are in no log of Wagtail's.
OWN_ACTS: dict[str, str | Promise] = {
    listening.LOGIN: _("Signed in"),
    listening.LOGOUT: _("Signed out"),
    listening.LOGIN_FAILED: _("Failed to sign in"),
    listening.PASSWORD: _("Password changed"),
    listening.ACCOUNT_MADE: _("Account made"),
    listening.GIVEN: _("Roles or permissions given"),
    listening.TAKEN: _("Roles or permissions taken"),
    listening.ALL_TAKEN: _("All roles or permissions taken"),
    listening.RIGHT_GIVEN: _("Right given to a group"),
    listening.RIGHT_TAKEN: _("Right taken from a group"),
    LOAD: _("Data loaded"),
    VERIFIED: _("Audit log verified"),
}
#: Particulars that are words already, in the order in which they are told.
TOLD = {
    "paper": _("paper"),
    "reason": _("reason"),
    "gate": _("gate"),
    "second": _("second person"),
    "fault_count": _("faults"),
}


@dataclass(frozen=True)
class ToldEntry:
    """One line of the log, as it is read on the screen and in a spreadsheet."""

    number: int
    at: datetime
    who: str
    act: str
    kind: str
    label: str
    particulars: str
    seal: str


@dataclass(frozen=True)
class AuditWords:
    """The words of the reader's language, looked up once: a file is written when the language is gone."""

    acts: Mapping[str, str]
    kinds: Mapping[str, str]
    states: Mapping[str, str]
    moves: Mapping[tuple[str, str], str]
    told: Mapping[str, str]
    other_act: str

    @classmethod
    def now(cls) -> Self:
        logged = {action: capfirst(str(label)) for action, label in registry.get_choices()}
        models = (*scoped_models(), Photograph, Attachment, User, Group, Page)
        tables = [table for course in COURSES.values() for table in course.tables]
        return cls(
            acts=logged | {action: str(label) for action, label in OWN_ACTS.items()},
            kinds={model._meta.label_lower: str(model._meta.verbose_name) for model in models},
            states={str(key): str(label) for key, label in DesignationStatus.choices}
            | {state.key: str(state.label) for table in tables for state in table.states},
            moves={
                (table.key, row.move): table.label_of_move(row.move)
                for table in tables
                for row in table.transitions
                if row.move in table.move_labels
            },
            told={name: str(label) for name, label in TOLD.items()},
            other_act=_now("Another act"),
        )

    def tell(self, entry: AuditEntry) -> ToldEntry:
        return ToldEntry(
            number=entry.number,
            at=entry.at,
            who=entry.user_words or "—",
            act=self.acts.get(entry.action, self.other_act),
            kind=self.kinds.get(entry.model, "—"),
            label=entry.label or "—",
            particulars="；".join(self._particulars(entry.data)) or "—",
            seal=entry.digest,
        )

    def _particulars(self, data: Mapping[str, object]) -> Iterator[str]:
        """The move, from which state to which, on which paper, why; what has no words is left out."""
        if move := self.moves.get((str(data.get("table")), str(data.get("move")))):
            yield move
        states = [self._state(str(data.get(end) or "")) for end in ("from", "to")]
        if any(states):
            yield " → ".join(label or "—" for label in states)
        for name, label in self.told.items():
            if (value := data.get(name)) not in (None, ""):
                yield f"{label}：{value}"

    def _state(self, key: str) -> str:
        """The name of a state; the number of a division is its own."""
        return key if key.isdecimal() else self.states.get(key, "")
