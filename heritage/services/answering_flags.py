"""Answering a flag: why the record is right as it is."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from heritage.lifecycles.refusals import Refusal, UnlawfulMoveError
from heritage.lifecycles.rights import RECORDING, holds
from heritage.models import QualityFlag

LOG_ACTION = "heritage.answer_flag"


@transaction.atomic
def answer_flag(*, flag: QualityFlag, answer: str, by: User) -> QualityFlag:
    """Write why the record is right as it is; the flag stays answered until its particulars change.

    UnlawfulMoveError when there are no words, or `by` may not enter the site.
    """
    flag = QualityFlag.objects.select_for_update(of=("self",)).select_related("site").get(pk=flag.pk)
    move = _("Answer a quality flag")
    if not holds(by, RECORDING, flag.site):
        raise UnlawfulMoveError(Refusal(move, str(by), str(RECORDING.label), ""))
    if not answer.strip():
        raise UnlawfulMoveError(Refusal(move, _("no words"), _("why it is right as it is"), ""))
    flag.answer, flag.answered_by, flag.answered_at = answer.strip(), by, timezone.now()
    flag.save(update_fields=["answer", "answered_by", "answered_at"])
    log(
        instance=flag.site,
        action=LOG_ACTION,
        user=by,
        data={"kind": flag.kind, "answer": flag.answer},
        content_changed=False,
    )
    return flag
