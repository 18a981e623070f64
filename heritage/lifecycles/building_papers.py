"""What a move of a historic building may need beside what a relic's does."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from heritage.lifecycles.machine import Need
from heritage.lifecycles.papers import Papers
from heritage.models.designation_papers import PaperKind


def _filed(kind: PaperKind) -> Need:
    def is_filed(papers: Papers) -> bool:
        return kind.value in papers.archive

    return Need(f"paper_{kind.value}", kind.label, is_filed, (kind.value,))


def _is_on_a_day(papers: Papers) -> bool:
    try:
        return date.fromisoformat(papers.happened_edtf) <= timezone.localdate()
    except ValueError:
        return False


#: The marker and the five parts of the archive (历史文化名城名镇名村保护条例 32), each as an uploaded file.
ARCHIVE = tuple(map(_filed, PaperKind))
ON_A_DAY = Need(
    "happened_on",
    _("the day on which it happened, today at the latest"),
    _is_on_a_day,
    ("happened_edtf",),
)
GROUNDS = Need("worth", _("why it is worth protecting, in words"), lambda papers: bool(papers.cause))
PUBLIC_INTEREST = Need(
    "public_interest",
    _("the public interest, and why it cannot be protected where it stands, in words"),
    lambda papers: bool(papers.cause),
)
JOINT_APPLICATION = Need(
    "joint_application",
    _("the application of the planning department together with the relics department, as an uploaded file"),
    lambda papers: papers.evidence is not None,
)
RELICS_CONSENT = Need(
    "relics_consent",
    _("the consent of the relics department of the same level as who approves, as an uploaded file"),
    lambda papers: papers.consent is not None,
)
