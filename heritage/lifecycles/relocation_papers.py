"""What a move of a case, a parcel or a retained building may need, and the papers by which it is met."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from heritage.lifecycles.machine import Need
from heritage.models.decrees import Authority, Decree
from heritage.models.scoped import ScopedModel
from media.models import Attachment


@dataclass(frozen=True)
class RelocationPapers:
    """All that is laid before the service for one move. `authorities` are those of the row it goes by.

    `open_gates`: the keys of the gates of the case that are open or overridden. `standing`: where land or a
    building stands as to contamination. `is_listed`: whether a building is a relic or a historic building;
    `is_repair_approved`: whether an intervention allows its cleaning.
    """

    subject: ScopedModel
    by: User
    decree: Decree | None = None
    report: Attachment | None = None
    body: str = ""
    happened_on: date | None = None
    open_gates: frozenset[str] = frozenset()
    standing: str = ""
    is_listed: bool = False
    is_repair_approved: bool = False
    authorities: tuple[Authority, ...] = ()


def _has_report(papers: RelocationPapers) -> bool:
    return papers.report is not None


def _has_happened(papers: RelocationPapers) -> bool:
    return papers.happened_on is not None and papers.happened_on <= timezone.localdate()


def report(key: str, label: str | Promise) -> Need:
    """A report, plan or record of this kind, as an uploaded file."""
    return Need(key, label, _has_report, ("report",))


def gate(key: str, label: str | Promise) -> Need:
    """A gate of the case, open by its evidence or overridden on a paper by two people."""

    def is_open(papers: Any) -> bool:
        return key in papers.open_gates

    return Need(f"gate_{key.lower()}", label, is_open, is_of_record=True)


PAPER = Need(
    "paper",
    _("a decree, or the evidence as an uploaded file"),
    lambda papers: papers.decree is not None or papers.report is not None,
    ("decree", "report"),
)
HAPPENED_ON = Need(
    "happened_on", _("the day on which it happened, today at the latest"), _has_happened, ("happened_on",)
)
DRAWN_UP_BY = Need(
    "drawn_up_by", _("who drew it up or verified it"), lambda papers: bool(papers.body), ("body",)
)
RELIC_APPROVAL = Need(
    "relic_approval",
    _("of a listed building also an approved intervention for its cleaning: a repair (Art. 32)"),
    lambda papers: papers.is_repair_approved or not papers.is_listed,
    is_of_record=True,
)
