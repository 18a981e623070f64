"""What an officer may do from the form: save, submit, decide, withdraw. Never publish directly."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.permissions import policy_registry
from wagtail.snippets.action_menu import (
    ActionMenuItem,
    CancelWorkflowMenuItem,
    LockedMenuItem,
    PublishMenuItem,
    RestartWorkflowMenuItem,
    SubmitForModerationMenuItem,
    UnpublishMenuItem,
    WorkflowMenuItem,
)

from heritage.models.records import Record


class DecisionMenuItem(ActionMenuItem):
    """Approve or return. Posts by itself: the form around it is locked while an approval runs."""

    template_name = "heritage/records/decision_button.html"

    def __init__(self, name: str, label: str, *, asks_for_comment: bool, order: int) -> None:
        super().__init__(order)
        self.name = name
        self.label = label
        self.icon_name = "success" if name == "approve" else "resubmit"
        self.asks_for_comment = asks_for_comment

    def get_url(self, parent_context) -> str:
        record = parent_context["instance"]
        url_name = record.snippet_viewset.get_url_name("workflow_action")
        return reverse(url_name, args=[record.pk, self.name, record.current_workflow_task_state.pk])

    def get_context_data(self, parent_context) -> dict:
        return {**super().get_context_data(parent_context), "asks_for_comment": self.asks_for_comment}


class WithdrawMenuItem(UnpublishMenuItem):
    """Shown to whoever may withdraw this record, also while a newer draft is being approved."""

    label = _("Withdraw from the public")

    def is_shown(self, context) -> bool:
        record = context.get("instance")
        if record is None or not record.live:
            return False
        policy = policy_registry.get(record)
        return policy.user_has_permission_for_instance(context["request"].user, "publish", record)


class TakeBackMenuItem(CancelWorkflowMenuItem):
    """Shown to whoever submitted; an approver returns the record instead."""

    label = _("Take back the submission")

    def is_shown(self, context) -> bool:
        record = context.get("instance")
        state = record.current_workflow_state if record else None
        return state is not None and state.requested_by_id == context["request"].user.pk


class SubmitMenuItem(SubmitForModerationMenuItem):
    label = _("Submit for approval")

    def get_context_data(self, parent_context) -> dict:
        return {**super().get_context_data(parent_context), "label": self.label}


def construct_action_menu(menu_items: list, request: HttpRequest, context: dict) -> None:
    """Replace Wagtail's publishing items for records; submitting comes first."""
    if not issubclass(context["model"], Record):
        return
    replaced = (
        PublishMenuItem,
        UnpublishMenuItem,
        CancelWorkflowMenuItem,
        RestartWorkflowMenuItem,
        SubmitForModerationMenuItem,
        WorkflowMenuItem,
        LockedMenuItem,
    )
    menu_items[:] = [item for item in menu_items if not isinstance(item, replaced)]
    candidates = [SubmitMenuItem(order=60), TakeBackMenuItem(order=65), WithdrawMenuItem(order=70)]
    menu_items.extend(item for item in candidates if item.is_shown(context))
    menu_items.extend(_decisions(context.get("instance"), request))
    if context.get("locked_for_user") and not menu_items:
        menu_items.append(LockedMenuItem())
    menu_items.sort(key=_rank)


def _rank(item: ActionMenuItem) -> tuple[bool, bool, int]:
    """Decisions first, then submitting, then the rest in Wagtail's order."""
    return (not isinstance(item, DecisionMenuItem), not isinstance(item, SubmitMenuItem), item.order)


def _decisions(record: Record | None, request: HttpRequest) -> list[DecisionMenuItem]:
    task = record.current_workflow_task if record else None
    actions = task.get_actions(record, request.user) if task else []
    return [
        DecisionMenuItem(
            name, label, asks_for_comment=asks_for_comment, order=10 if name == "approve" else 20
        )
        for name, label, asks_for_comment in actions
    ]
