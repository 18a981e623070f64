"""Notices that an event makes, in its own transaction: a record was submitted, or returned."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.utils import get_latest_str
from wagtail.models import TaskState

from heritage.models import Notice
from heritage.models.approval import LevelApprovalTask
from heritage.models.notices import NoticeKind
from heritage.models.records import Record
from heritage.notices.mailing import mail_notices
from heritage.notices.telling import News, tell


def tell_reviewers(*, instance: TaskState, **_signal: object) -> None:
    """Bound to the start of a step: whoever may decide on it is told."""
    task = instance.task.specific
    if isinstance(task, LevelApprovalTask):
        record = instance.workflow_state.content_object
        _tell(task.deciders_of(instance), NoticeKind.WAITING, _news(record, f"review-{instance.pk}"))


def tell_submitter(*, instance: TaskState, **_signal: object) -> None:
    """Bound to a return: whoever submitted the record is told, with the reason."""
    record, submitter = instance.workflow_state.content_object, instance.workflow_state.requested_by
    if isinstance(record, Record) and submitter is not None and submitter.is_active:
        news = _news(record, f"returned-{instance.pk}", reason=instance.comment)
        _tell([submitter], NoticeKind.RETURNED, news)


def settle(*, instance: TaskState, **_signal: object) -> None:
    """Bound to a decision: whoever was told that it waits has nothing more to do, and is mailed nothing."""
    waiting = Notice.objects.filter(kind=NoticeKind.WAITING, key=f"review-{instance.pk}", read_at=None)
    waiting.update(read_at=timezone.now())


def _tell(users, kind: str, news: News) -> None:
    if told := tell(users=users, kind=kind, news=[news]):
        pks = sorted(told)
        transaction.on_commit(lambda: mail_notices.enqueue(pks), robust=True)


def _news(record: Record, key: str, **particulars: str) -> News:
    return News(
        key=key,
        label=get_latest_str(record),
        address=reverse(record.snippet_viewset.get_url_name("edit"), args=[record.pk]),
        of=(str(record._meta.model_name), record.pk),
        particulars=particulars,
    )
