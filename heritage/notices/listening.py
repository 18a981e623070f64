"""What notices listen to: the steps of approvals."""

from django.dispatch import Signal
from wagtail.admin import signal_handlers as wagtail_mails
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import (
    task_approved,
    task_cancelled,
    task_rejected,
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

from heritage.notices.events import settle, tell_reviewers, tell_submitter

#: Wagtail's own mails, sent while the officer waits, and in nobody's choice but that of editors of pages.
WAGTAIL_MAILS: tuple[tuple[Signal, str, object], ...] = (
    (
        workflow_submitted,
        "workflow_state_submitted_email_notification",
        wagtail_mails.workflow_submission_email_notifier,
    ),
    (
        workflow_rejected,
        "workflow_state_rejected_email_notification",
        wagtail_mails.workflow_rejection_email_notifier,
    ),
    (
        workflow_approved,
        "workflow_state_approved_email_notification",
        wagtail_mails.workflow_approval_email_notifier,
    ),
)


def listen() -> None:
    """Make notices where a step begins or ends in a return."""
    task_submitted.connect(tell_reviewers, sender=TaskState, dispatch_uid="heritage.notices.waiting")
    for ended in (task_approved, task_rejected, task_cancelled):
        ended.connect(settle, sender=TaskState, dispatch_uid="heritage.notices.settled")
    task_rejected.connect(tell_submitter, sender=TaskState, dispatch_uid="heritage.notices.returned")


def keep_wagtail_mails_to_pages() -> None:
    """Let Wagtail mail of pages only: of records officers are told in the way that they chose."""
    for signal, uid, notifier in WAGTAIL_MAILS:
        signal.disconnect(sender=WorkflowState, dispatch_uid=uid)
        signal.connect(of_pages_only(notifier), sender=WorkflowState, weak=False, dispatch_uid=uid)


def of_pages_only(notifier):
    """Return a receiver that hands on what is about a page."""

    def receive(*, instance: WorkflowState, **kwargs: object) -> None:
        if isinstance(instance.content_object, Page):
            notifier(instance, **kwargs)

    return receive
