"""What a move may need, and the papers by which it is met."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from heritage.lifecycles.machine import Need
from heritage.lifecycles.rights import REVIEWING, holds
from heritage.models.components import Component
from heritage.models.decrees import Authority, Decree
from heritage.models.sites import HeritageSite, Recognition
from media.models import Attachment


@dataclass(frozen=True)
class Papers:
    """All that is laid before a service for one move. `authorities` are those of the row it goes by.

    `happened_edtf`: the day, month or year of a fact. `second`: who vouches for it beside `by`.
    `archive`: what is filed of a historic building, by the values of `PaperKind`.
    """

    site: HeritageSite
    by: User
    decree: Decree | None = None
    batch: str = ""
    name_as_listed: str = ""
    evidence: Attachment | None = None
    consent: Attachment | None = None
    component: Component | None = None
    happened_edtf: str = ""
    cause: str = ""
    new_place: str = ""
    second: User | None = None
    archive: Mapping[str, Attachment] = field(default_factory=dict)
    authorities: tuple[Authority, ...] = ()


def _has_body(papers: Papers) -> bool:
    decree = papers.decree
    return decree is not None and bool(decree.issued_by_id or decree.issued_by_words)


def _is_older_than_the_record(papers: Papers) -> bool:
    """Whether the paper was announced before the site was entered here, so that A could not have been run."""
    announced = papers.decree.announced_on if papers.decree else None
    return announced is not None and announced < timezone.localdate(papers.site.created_at)


def _comes_from_authority(papers: Papers) -> bool:
    return papers.decree is not None and papers.decree.authority in papers.authorities


def _has_second_person(papers: Papers) -> bool:
    second = papers.second
    return second is not None and second.pk != papers.by.pk and holds(second, REVIEWING, papers.site)


DECREE = Need("decree", _("the decree"), lambda papers: papers.decree is not None)
NUMBER = Need(
    "number",
    _("the document number of the decree"),
    lambda papers: bool(papers.decree and papers.decree.document_number),
)
BODY = Need("body", _("the issuing body of the decree"), _has_body)
DATE = Need(
    "date", _("the date of the decree"), lambda papers: bool(papers.decree and papers.decree.announced_on)
)
AUTHORITY = Need(
    "authority", _("a decree of the deciding authority (%(authorities)s)"), _comes_from_authority
)
DOCUMENT = Need(
    "document",
    _("the uploaded file of the decree"),
    lambda papers: bool(papers.decree and papers.decree.file_id),
)
BATCH = Need("batch", _("the batch"), lambda papers: bool(papers.batch))
LISTED_NAME = Need("name_as_listed", _("the name as listed"), lambda papers: bool(papers.name_as_listed))
RECOGNISED = Need(
    "recognised",
    _("the recognition of the site, or a decree older than its record here"),
    lambda papers: papers.site.recognition == Recognition.RECOGNISED or _is_older_than_the_record(papers),
)
OLDER_PAPER = Need(
    "older_paper",
    _("the recognition of the site, or a decree older than its record here"),
    _is_older_than_the_record,
)
EVIDENCE = Need("evidence", _("the evidence as an uploaded file"), lambda papers: papers.evidence is not None)
HAPPENED = Need("happened", _("when it happened"), lambda papers: bool(papers.happened_edtf))
CAUSE = Need("cause", _("the cause"), lambda papers: bool(papers.cause))
COMPONENT = Need("component", _("the component that was lost"), lambda papers: papers.component is not None)
NEW_PLACE = Need("new_place", _("the new place"), lambda papers: bool(papers.new_place))
CONSENT = Need(
    "consent",
    _("the consent of the State Council's cultural-relics department, as an uploaded file"),
    lambda papers: papers.consent is not None,
)
SECOND_PERSON = Need(
    "second",
    _("a second person, a reviewer of the site"),
    _has_second_person,
)

COMPLETE_DECREE = (DECREE, NUMBER, BODY, DATE)
