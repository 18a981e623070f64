"""What a step of recognition may need, and the papers by which it is met."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from heritage.lifecycles.machine import Need
from heritage.models.decrees import Authority, Decree
from heritage.models.sites import HeritageSite
from media.models import Attachment


@dataclass(frozen=True)
class RecognitionPapers:
    """All that is laid before the service for one step. `authorities` are those of the row it goes by.

    `body`: who applies or asks for a ruling. `report`: the application, the investigation or the evidence.
    `approval`: the record of the public hearing. What is asked of the records: `has_name` and `has_place`, of
    the newest draft; `is_by_citizens`, whether somebody applied for the investigation; `is_relic`, whether a
    designation as a relic is in force.
    """

    subject: HeritageSite
    by: User
    decree: Decree | None = None
    report: Attachment | None = None
    approval: Attachment | None = None
    body: str = ""
    happened_on: date | None = None
    reason: str = ""
    has_name: bool = False
    has_place: bool = False
    is_by_citizens: bool = False
    is_relic: bool = False
    authorities: tuple[Authority, ...] = ()


def _is_in_effect(papers: RecognitionPapers) -> bool:
    announced = papers.decree.announced_on if papers.decree else None
    return announced is not None and announced <= timezone.localdate()


def in_words(key: str, label: str | Promise) -> Need:
    """Something that is told in an uploaded file or in words."""
    return Need(
        key, label, lambda papers: papers.report is not None or bool(papers.reason), ("report", "reason")
    )


NAME = Need("name", _("the Chinese name in the record"), lambda papers: papers.has_name, is_of_record=True)
PLACE = Need(
    "place",
    _("the place in the record: an address, coordinates or a shape"),
    lambda papers: papers.has_place,
    is_of_record=True,
)
UNPUBLISHED = Need(
    "unpublished",
    _("a record that is not published, for a lead is never public"),
    lambda papers: not papers.subject.live,
    is_of_record=True,
)
NO_RELIC = Need(
    "no_relic",
    _("no designation as a cultural relic in force"),
    lambda papers: not papers.is_relic,
    is_of_record=True,
)
ORIGIN = in_words("origin", _("where the object comes from, as an uploaded file or in words"))
REQUEST = in_words("request", _("the request for a ruling, as an uploaded file or in words"))
GROUNDS = Need(
    "grounds", _("in words, which evidence is missing"), lambda papers: bool(papers.reason), ("reason",)
)
ASKED_BY = Need("asked_by", _("who asks for the ruling"), lambda papers: bool(papers.body), ("body",))
IN_EFFECT = Need("in_effect", _("the announcement of the decision, today at the latest"), _is_in_effect)
HEARING = Need(
    "hearing",
    _("where citizens or organisations applied, also the record of the public hearing, as an uploaded file"),
    lambda papers: papers.approval is not None or not papers.is_by_citizens,
    ("approval",),
)
