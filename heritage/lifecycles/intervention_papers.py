"""What a step of an intervention may need, and the papers by which it is met."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from heritage.lifecycles.machine import Need
from heritage.lifecycles.papers import AUTHORITY, COMPLETE_DECREE
from heritage.lifecycles.relocation_papers import report
from heritage.models.decrees import Authority, Decree
from heritage.models.interventions import Intervention
from media.models import Attachment


@dataclass(frozen=True)
class InterventionPapers:
    """All that is laid before the service for one step. `authorities` are those of the row it goes by.

    `approval`: the opinion that is asked for first, `is_agreed` what it says. `receipt`, `receiver`: of what
    is salvaged. From the records: `not_before`, the day of the step before, and `has_consent`, whether the
    opinion on file agrees.
    """

    subject: Intervention
    by: User
    decree: Decree | None = None
    report: Attachment | None = None
    approval: Attachment | None = None
    receipt: Attachment | None = None
    body: str = ""
    happened_on: date | None = None
    conditions: str = ""
    licence: str = ""
    receiver: str = ""
    is_nothing_salvaged: bool = False
    is_agreed: bool | None = None
    not_before: date | None = None
    has_consent: bool = False
    authorities: tuple[Authority, ...] = ()


def _is_in_order(papers: InterventionPapers) -> bool:
    day = papers.happened_on
    return day is not None and day <= timezone.localdate() and day >= (papers.not_before or day)


def _is_decided_in_order(papers: InterventionPapers) -> bool:
    announced = papers.decree.announced_on if papers.decree else None
    return announced is not None and announced >= (papers.not_before or announced)


def _is_salvaged(papers: InterventionPapers) -> bool:
    return papers.is_nothing_salvaged or (bool(papers.receiver) and papers.receipt is not None)


APPLICATION = Need(
    "application_file",
    _("the application, as an uploaded file"),
    lambda papers: papers.subject.application_id is not None,
    is_of_record=True,
)
GROUNDS = Need(
    "not_in_situ",
    _("in the application, why it cannot be conserved where it stands"),
    lambda papers: bool(papers.subject.description.strip()),
    is_of_record=True,
)
OPINION = Need(
    "opinion",
    _("the opinion of %(authorities)s, as an uploaded file"),
    lambda papers: papers.approval is not None,
    ("approval",),
)
AGREED = Need(
    "agreed", _("whether the opinion agrees"), lambda papers: papers.is_agreed is not None, ("is_agreed",)
)
CONSENT = Need(
    "opinion_agrees",
    _("an opinion on file that agrees"),
    lambda papers: papers.has_consent,
    is_of_record=True,
)
DECIDED_IN_ORDER = Need(
    "decided_in_order",
    _("a decision dated after the application and the opinion"),
    _is_decided_in_order,
    ("decree",),
)
HAPPENED_IN_ORDER = Need(
    "happened_in_order",
    _("the day on which it happened: not before the step before it, today at the latest"),
    _is_in_order,
    ("happened_on",),
)
FILING = report("filing", _("the receipt of the filing, as an uploaded file"))
CARRIED_OUT_BY = Need("carried_out_by", _("who carries it out"), lambda papers: bool(papers.body), ("body",))
LICENCE = Need(
    "licence",
    _("the number of the contractor's licence for conservation works"),
    lambda papers: bool(papers.licence),
    ("licence",),
)
COMPLETION = report("completion", _("the report on the completion, as an uploaded file"))
SALVAGE = Need(
    "salvage",
    _("the collecting institution of the valuable parts with its receipt, or that there were none"),
    _is_salvaged,
    ("receiver", "receipt", "is_nothing_salvaged"),
)
ACCEPTANCE = report("acceptance", _("the report on the acceptance, as an uploaded file"))
ACCEPTED_BY = Need("accepted_by", _("who accepted it"), lambda papers: bool(papers.body), ("body",))
DECISION = (*COMPLETE_DECREE, AUTHORITY, DECIDED_IN_ORDER)
