"""Recording that a duty of a designation was done, and taking that back when it was entered wrongly."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.models import User
from heritage.lifecycles.fulfilments import DutyPapers
from heritage.lifecycles.refusals import Refusal, UnlawfulMoveError
from heritage.models import Designation, FulfilledDuty, Zone
from heritage.services.duty_refusals import refusal_of_papers, refusal_to_record, refusal_to_remove
from heritage.services.moving import locked_designation
from media.models import Attachment

LOG_RECORD = "heritage.record_duty"
LOG_REMOVE = "heritage.remove_duty"


@transaction.atomic
def record_duty(
    *,
    designation: Designation,
    duty: str,
    done_on: date | None,
    body: str = "",
    words: str = "",
    zone: Zone | None = None,
    file: Attachment | None = None,
    by: User,
) -> FulfilledDuty:
    """Record one duty as done and return the row; a second row of a duty replaces nothing.

    `duty`: a DutyKey. UnlawfulMoveError says what was found, what is needed, and the article.
    """
    designation = locked_designation(designation)
    if refusal := refusal_to_record(designation, duty, by):
        raise UnlawfulMoveError(refusal)
    papers = DutyPapers(done_on, body.strip(), words.strip(), zone, file)
    if refusal := refusal_of_papers(designation, duty, papers):
        raise UnlawfulMoveError(refusal)
    row = FulfilledDuty.objects.create(
        designation=designation,
        duty=duty,
        done_on=papers.done_on,
        body=papers.body,
        words=papers.words,
        zone=zone,
        file=file,
        recorded_by=by,
    )
    _write_down(row, LOG_RECORD, by)
    return row


@transaction.atomic
def remove_duty(*, fulfilled: FulfilledDuty, reason: str, by: User) -> None:
    """Remove what was recorded wrongly; the log keeps what it said, the reason and who removed it.

    UnlawfulMoveError where neither who recorded it nor a reviewer asks, or where nobody gave a reason.
    """
    locked_designation(fulfilled.designation)
    row = FulfilledDuty.objects.select_related("designation__site").filter(pk=fulfilled.pk).first()
    if row is None:
        raise UnlawfulMoveError(Refusal(_("Remove"), _("nothing; it was removed before"), _("a row"), ""))
    if refusal := refusal_to_remove(row, by):
        raise UnlawfulMoveError(refusal)
    if not reason.strip():
        raise UnlawfulMoveError(Refusal(_("Remove"), _("no reason given"), _("the reason in words"), ""))
    _write_down(row, LOG_REMOVE, by, reason=reason.strip())
    row.delete()


def _write_down(row: FulfilledDuty, action: str, by: User, **more: str) -> None:
    """Write it into the history of the designation and of its site."""
    data = {
        "duty": row.duty,
        "done_on": f"{row.done_on:%Y-%m-%d}",
        "body": row.body,
        "words": row.words,
        "file": str(row.file or ""),
        "designation": row.designation_id,
        **more,
    }
    for instance in (row.designation, row.designation.site):
        log(instance=instance, action=action, user=by, data=data, content_changed=False)
