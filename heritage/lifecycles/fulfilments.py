"""What the evidence of each duty must say. Articles are of the 实施条例 unless another text is named."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from heritage.lifecycles.duties import FILING, IMPLEMENTING_8
from heritage.lifecycles.machine import Need
from heritage.lifecycles.status import ART_23
from heritage.models.zones import Zone
from media.models import Attachment


@dataclass(frozen=True)
class DutyPapers:
    """All that is laid before the service as evidence that one duty was done."""

    done_on: date | None = None
    body: str = ""
    words: str = ""
    zone: Zone | None = None
    file: Attachment | None = None


@dataclass(frozen=True)
class Fulfilment:
    """One duty: the evidence that must be there, the evidence that may be, and what it is called here.

    `labels`: field → label, in the order in which they are asked for.
    """

    duty: str
    needs: tuple[Need, ...]
    labels: dict[str, str | Promise]
    article: str | Promise
    note: str | Promise = ""

    def missing(self, papers: DutyPapers) -> list[str]:
        """Return, in words, what must be there and is not."""
        return [str(need.label) for need in self.needs if not need.is_met(papers)]


IMPLEMENTING_10 = _("Implementing Regulations of the Cultural Relics Protection Law, Art. 10")
IMPLEMENTING_11 = _("Implementing Regulations of the Cultural Relics Protection Law, Art. 11")
IMPLEMENTING_12 = _("Implementing Regulations of the Cultural Relics Protection Law, Art. 12")

DAY = Need("done_on", _("the day"), lambda papers: papers.done_on is not None, ("done_on",))
ZONE = Need("zone", _("the protection zone, entered as a zone"), lambda papers: bool(papers.zone), ("zone",))
WORDS = Need("words", _("the words of the marker"), lambda papers: bool(papers.words.strip()), ("words",))
ERECTED_BY = Need("body", _("who erected the marker"), lambda papers: bool(papers.body.strip()), ("body",))
KEPT_BY = Need("body", _("who keeps the archive"), lambda papers: bool(papers.body.strip()), ("body",))
CUSTODIAN = Need(
    "body", _("the responsible body or person"), lambda papers: bool(papers.body.strip()), ("body",)
)
RECEIVED_BY = Need(
    "body", _("the authority with which it was filed"), lambda papers: bool(papers.body.strip()), ("body",)
)
RECEIPT = Need("file", _("the receipt as an uploaded file"), lambda papers: bool(papers.file), ("file",))

FULFILMENTS = {
    row.duty: row
    for row in (
        Fulfilment(
            "zone",
            (ZONE, DAY),
            {"zone": _("Zone"), "done_on": _("Announced on"), "file": _("Paper or drawing")},
            IMPLEMENTING_8,
        ),
        Fulfilment(
            "marker",
            (ERECTED_BY, DAY, WORDS),
            {
                "words": _("Words of the marker"),
                "body": _("Erected by"),
                "done_on": _("Erected on"),
                "file": _("Photograph or rubbing, as a file"),
            },
            IMPLEMENTING_10,
            _(
                "The marker says the level, the name, the announcing authority, the day of the announcement, "
                "who erected it and when."
            ),
        ),
        Fulfilment(
            "archive",
            (KEPT_BY, DAY),
            {
                "body": _("Kept by"),
                "done_on": _("Made on"),
                "volumes": _("Volumes"),
                "words": _("Contents in words"),
                "file": _("Catalogue or other evidence"),
            },
            IMPLEMENTING_11,
            _("The archive of a national site has three parts; others follow it in general."),
        ),
        Fulfilment(
            "custodian",
            (CUSTODIAN, DAY),
            {
                "body": _("Responsible body or person"),
                "done_on": _("Appointed on"),
                "words": _("What it is charged with"),
                "file": _("Appointment or agreement"),
            },
            IMPLEMENTING_12,
            _("Internal: names of persons are never told outside."),
        ),
        Fulfilment(
            FILING,
            (RECEIVED_BY, DAY, RECEIPT),
            {"body": _("Filed with"), "done_on": _("Filed on"), "file": _("Receipt")},
            ART_23,
        ),
    )
}
