"""What a step of a nomination as National Industrial Heritage may need, and the papers by which it is met."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from heritage.lifecycles.machine import Need
from heritage.lifecycles.relocation_papers import report
from heritage.lifecycles.rights import REVIEWING, holds
from heritage.models.decrees import Authority, Decree
from heritage.models.nominations import Nomination
from media.models import Attachment


@dataclass(frozen=True)
class NominationPapers:
    """All that is laid before the service for one step. `authorities` are those of the row it goes by.

    `has_core_items`: whether the nomination names any, chosen from the components or in words.
    """

    subject: Nomination
    by: User
    decree: Decree | None = None
    report: Attachment | None = None
    body: str = ""
    happened_on: date | None = None
    reason: str = ""
    second: User | None = None
    has_core_items: bool = False
    authorities: tuple[Authority, ...] = ()


def _has_publicity(papers: NominationPapers) -> bool:
    nomination = papers.subject
    return nomination.publicised_from is not None and nomination.publicised_to is not None


def _is_publicity_over(papers: NominationPapers) -> bool:
    until = papers.subject.publicised_to
    return until is not None and until < timezone.localdate()


def _has_second_person(papers: NominationPapers) -> bool:
    second = papers.second
    return second is not None and second.pk != papers.by.pk and holds(second, REVIEWING, papers.subject)


APPLICATION = report("owner_application", _("the application of the owner, as an uploaded file"))
EXPERT_REVIEW = report("expert_review", _("the opinion of the experts, as an uploaded file"))
SITE_CHECK = report("site_check", _("the record of the check on site, as an uploaded file"))
PUBLIC_NOTICE = report("public_notice", _("the notice for objections, as an uploaded file"))
CORE_ITEMS = Need(
    "core_items",
    _("the core items, in the nomination"),
    lambda papers: papers.has_core_items,
    is_of_record=True,
)
PUBLICITY = Need(
    "publicity",
    _("the days from which and until which it is publicised, in the nomination"),
    _has_publicity,
    is_of_record=True,
)
PUBLICITY_OVER = Need(
    "publicity_over", _("a publicity whose last day is past"), _is_publicity_over, is_of_record=True
)
NAMED_BATCH = Need(
    "batch_of_nomination",
    _("the batch, in the nomination"),
    lambda papers: bool(papers.subject.batch),
    is_of_record=True,
)
NAMED = Need(
    "name_of_nomination",
    _("the name as listed, in the nomination"),
    lambda papers: bool(papers.subject.name_as_listed),
    is_of_record=True,
)
WHY = Need("why", _("the grounds in words"), lambda papers: bool(papers.reason), ("reason",))
SCAN = Need(
    "document",
    _("the uploaded file of the decree"),
    lambda papers: bool(papers.decree and papers.decree.file_id),
    ("decree",),
)
SECOND = Need("second", _("a second person, a reviewer of the site"), _has_second_person, ("second",))
