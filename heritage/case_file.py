"""卷宗: what is on file of a site or of a relocation case, gathered for the printed sheet. Internal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model

from accounts.models import User
from heritage.courses import course_of
from heritage.forms.case_evidence import EVIDENCE_KINDS, rows_of_case
from heritage.history.acts import entries_of_acts, entries_of_rows
from heritage.history.entries import Entry
from heritage.history.moves import entries_of_moves
from heritage.models import (
    BuildingMove,
    Component,
    Decree,
    Designation,
    FiledPlan,
    HeritageSite,
    ParcelMove,
    RelocationCase,
    Survey,
)
from heritage.models.relocation_moves import RecordedMove
from heritage.policies import readable
from media.models import Attachment

#: By which fields a row rests on a paper.
PAPER_FIELDS = ("decree", "report", "approval", "file", "evidence", "consent")


@dataclass(frozen=True)
class Paper:
    """One paper: its number or title, who issued it, of which day, and for what it was laid before."""

    name: str
    issued_by: str
    dated: date | None
    used_for: str


def papers_of(rows: Iterable[tuple[str, Model]]) -> list[Paper]:
    """Return every paper that the rows rest on, each once for each use, in the order of their dates.

    `rows`: what it was used for, and the row that names it.
    """
    found = dict.fromkeys(paper for used_for, row in rows for paper in _papers(used_for, row))
    return sorted(found, key=lambda paper: (paper.dated is None, paper.dated or date.max, paper.name))


def _papers(used_for: str, row: Model) -> Iterator[Paper]:
    for name in PAPER_FIELDS:
        match getattr(row, name, None):
            case Decree() as decree:
                body = str(decree.issued_by or decree.issued_by_words)
                yield Paper(str(decree), body, decree.announced_on, used_for)
            case Attachment() as file:
                yield Paper(str(file), getattr(row, "body", ""), _dated(row), used_for)


def _dated(row: Model) -> date | None:
    return row.filed_on if isinstance(row, FiledPlan) else getattr(row, "happened_on", None)


def evidence_rows(case: RelocationCase, reader: User) -> list[tuple[Any, list[Model]]]:
    """Return every kind of evidence of a case with the rows that the reader may read."""
    return [(kind, list(readable(rows_of_case(kind, case), reader))) for kind in EVIDENCE_KINDS.values()]


def surveys_of(sites: Iterable[HeritageSite]) -> list[Survey]:
    """Return the surveys of the sites with what could not be entered, in the order of the visits."""
    rows = Survey.objects.filter(site__in=list(sites)).select_related("site", "confirmed_by", "condition")
    return list(rows.prefetch_related("components", "not_entered").order_by("surveyed_on", "pk"))


def components_of(sites: Iterable[HeritageSite]) -> list[Component]:
    """Return the components of the sites with what became of each, by site and number."""
    rows = Component.objects.filter(site__in=list(sites))
    named = rows.select_related("site", "received_by", "receipt", "moved_to", "approved_by")
    return list(named.order_by("site__number", "ordinal"))


def designations_of(site: HeritageSite) -> list[Designation]:
    """Return the designations of a site, the oldest first."""
    rows = site.designations.select_related(
        "scheme", "component", "decree__issued_by", "confirmed_by", "entered_by"
    )
    return list(rows.order_by("pk"))


def log_of_case(case: RelocationCase, rows: Iterable[Model]) -> list[Entry]:
    """Return what was logged of a case and of its evidence, the oldest first."""
    return sorted(entries_of_rows([case, *rows]), key=lambda entry: entry.at)


def steps_of_case(case: RelocationCase) -> list[tuple[str, RecordedMove]]:
    """Return every recorded move of a case, its parcels and its buildings, each with what it led to."""
    steps = [(_state(move), move) for move in _moves(case.moves, "subject")]
    for moves, named_by in (
        (ParcelMove.objects.filter(subject__case=case), "subject"),
        (BuildingMove.objects.filter(subject__case=case), "subject__component"),
    ):
        steps += [(f"{move.subject}：{_state(move)}", move) for move in _moves(moves, named_by)]
    return sorted(steps, key=lambda step: step[1].made_at)


def _moves(moves: Any, named_by: str) -> Any:
    return moves.select_related("decree__issued_by", "report", "approval", "made_by", named_by)


def _state(move: Any) -> str:
    """What the state is called that a move led to, in whichever table knows it."""
    return course_of(move.subject).table_with(move.subject, move.to_state).label_of(move.to_state)


def log_of(site: HeritageSite) -> list[Entry]:
    """Return what happened to a site, the oldest first; what its drafts changed is on its own page."""
    entries = [*entries_of_moves(site), *entries_of_acts(site)]
    return sorted(entries, key=lambda entry: entry.at)
