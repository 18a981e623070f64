"""What became of a site in law: recognition, levels of protection and merges, each with its papers."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from heritage.history.entries import Entry
from heritage.history.merges import entries_of_merges
from heritage.history.wording import Change
from heritage.lifecycles.recognition import RECOGNITION
from heritage.lifecycles.status import MOVES
from heritage.models import Designation, DesignationMove, HeritageSite, RecognitionMove
from heritage.models.designations import IN_FORCE, REPLACED

#: How these changes are named among the fields of a site.
LEVEL, RECOGNISED = "protection_level", "recognition"
NOTHING = "—"


def entries_of_moves(site: HeritageSite) -> Iterator[Entry]:
    """Yield an entry a move, in three queries."""
    yield from _of_designations(site)
    yield from _of_recognition(site)
    yield from entries_of_merges(site)


def level_of(designation: Designation) -> str:
    """Return the list and the level, as one says them: 文物保护单位 · 省级."""
    level = designation.get_level_display() if designation.level else ""
    return " · ".join(filter(None, (str(designation.scheme), level)))


def _of_designations(site: HeritageSite) -> Iterator[Entry]:
    """Tell from what to what each move brought the thing it is about, and leave out what gave way to it."""
    rows = DesignationMove.objects.filter(designation__site=site).select_related(
        "designation__scheme", "designation__component", "decree", "evidence", "consent", "made_by", "second"
    )
    held: dict[Any, str] = {}
    for row in rows.order_by("made_at", "pk"):
        if row.to_status in REPLACED:
            continue
        designation = row.designation
        thing = _thing(designation)
        before = held.get(thing, NOTHING)
        held[thing] = after = _state(designation, row.to_status)
        label = _("Level of protection") if designation.is_exclusive else _("List")
        if designation.component:
            label = f"{label}（{designation.component}）"
        yield Entry(
            at=row.made_at,
            act=str(MOVES.get(row.move, row.get_to_status_display())),
            who=str(row.made_by),
            who_id=row.made_by_id,
            grounds=_grounds_of_designation(row),
            changes=(Change(LEVEL, label, before, after),),
        )


def _thing(designation: Designation) -> tuple[Any, ...]:
    """A thing has one legal identity at a time, and any number of places on other lists."""
    own_list = None if designation.is_exclusive else designation.scheme_id
    return designation.component_id, own_list


def _state(designation: Designation, status: str) -> str:
    """The level while it binds; what became of it beside."""
    if status == IN_FORCE[0]:
        return level_of(designation)
    labels = dict(designation._meta.get_field("status").flatchoices)
    return f"{level_of(designation)}（{labels.get(status, status)}）"


def _grounds_of_designation(row: DesignationMove) -> str:
    papers: Iterable[Any] = (row.decree, row.evidence, row.consent, row.cause, row.new_place)
    second = _("together with %(person)s") % {"person": row.second} if row.second else ""
    return "；".join(str(paper) for paper in (*papers, second) if paper)


def _of_recognition(site: HeritageSite) -> Iterator[Entry]:
    rows = RecognitionMove.objects.filter(subject=site).select_related(
        "decree", "report", "approval", "made_by", "second"
    )
    label = str(RECOGNITION.label)
    for row in rows:
        change = Change(
            RECOGNISED, label, RECOGNITION.label_of(row.from_state), RECOGNITION.label_of(row.to_state)
        )
        found = RECOGNITION.find(origin=row.from_state, target=row.to_state)
        yield Entry(
            at=row.made_at,
            act=RECOGNITION.label_of_move(found.move) if found else label,
            who=str(row.made_by),
            who_id=row.made_by_id,
            grounds=_grounds_of_recognition(row),
            changes=(change,),
        )


def _grounds_of_recognition(row: RecognitionMove) -> str:
    papers: Iterable[Any] = (row.decree, row.report, row.approval, row.body, row.reason)
    happened = row.happened_on.isoformat() if row.happened_on else ""
    return "；".join(str(paper) for paper in (*papers, happened) if paper)
