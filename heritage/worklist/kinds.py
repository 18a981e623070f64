"""The kinds of work in the order of the list: one row each. Pages, calendar and notices read this table."""

from django.utils.translation import gettext_lazy as _

from heritage.models.notices import NoticeKind
from heritage.worklist.annual_reports import count_reports, find_reports
from heritage.worklist.confirming import CONFIRMABLE
from heritage.worklist.drafts import count_old_drafts, find_old_drafts
from heritage.worklist.duties import count_duties, count_undated, find_duties, find_undated
from heritage.worklist.entries import Kind
from heritage.worklist.finds import count_finds, find_finds
from heritage.worklist.flags import count_flags, find_flags
from heritage.worklist.interventions import count_interventions, find_interventions
from heritage.worklist.records import count_returned, count_to_review, find_returned, find_to_review
from heritage.worklist.steps import count_steps, find_steps
from heritage.worklist.terms import count_terms, find_terms

KINDS: tuple[Kind, ...] = (
    Kind("finds", _("Finds during works"), find_finds, count_finds, is_dated=True, told=NoticeKind.DUE),
    Kind(
        "steps",
        _("Planned steps of relocation cases"),
        find_steps,
        count_steps,
        is_dated=True,
        told=NoticeKind.DUE,
    ),
    Kind(
        "terms",
        _("Terms of recognition"),
        find_terms,
        count_terms,
        is_dated=True,
        told=NoticeKind.DUE,
        setting="HERITAGE_RECOGNITION_DAYS",
    ),
    Kind(
        "reports",
        _("Annual reports"),
        find_reports,
        count_reports,
        is_dated=True,
        told=NoticeKind.DUE,
        setting="HERITAGE_ANNUAL_REPORT_MONTH",
    ),
    Kind("duties", _("Four haves"), find_duties, count_duties, is_dated=True, told=NoticeKind.DUE),
    Kind("returned", _("Returned to me"), find_returned, count_returned),
    Kind("review", _("Waiting for my review"), find_to_review, count_to_review),
    *(row.kind for row in CONFIRMABLE),
    Kind("interventions", _("Applications waiting for a step"), find_interventions, count_interventions),
    Kind("drafts", _("My drafts older than 14 days"), find_old_drafts, count_old_drafts),
    Kind("undated", _("Deadlines that cannot be computed"), find_undated, count_undated),
    Kind("flags", _("Quality flags"), find_flags, count_flags),
)


def kind_of(key: str) -> Kind | None:
    """Return the kind of this name, None where there is none."""
    return next((kind for kind in KINDS if kind.key == key), None)
