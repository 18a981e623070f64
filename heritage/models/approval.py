"""The task by which each level approves: county, then city, then province."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm
from wagtail.locks import WorkflowLock
from wagtail.models import Revision, Task, TaskState
from wagtail.permissions import policy_registry

from heritage.models.divisions import DivisionLevel
from heritage.publication import blockers

NARROWEST_FIRST = [DivisionLevel.COUNTY, DivisionLevel.CITY, DivisionLevel.PROVINCE]


class ReturnForm(TaskStateCommentForm):
    """Whoever returns a record says why."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["comment"].required = True


class ApprovalLock(WorkflowLock):
    """Wagtail's own would say that reviewers may edit."""

    def get_message(self, user) -> str:
        return _("Waiting for: %(step)s. Nobody edits the record until it is decided.") % {
            "step": self.task.name
        }

    def get_description(self, user, can_lock=False) -> str:
        return str(_("What is approved is what was submitted; nobody edits it meanwhile."))


class LevelApprovalTask(Task):
    """One level's approval. What is approved is the revision that was submitted, at every level.

    Nobody may edit while the approval runs, nobody approves two steps or what they wrote or submitted.
    Steps below the level of the record's division are skipped. After a return the next submission
    starts at the lowest level again, so that all levels approve the same revision.
    """

    level = models.CharField(_("level"), max_length=10, choices=DivisionLevel.choices)

    lock_class = ApprovalLock
    admin_form_fields = [*Task.admin_form_fields, "level"]
    admin_form_readonly_on_edit_fields = [*Task.admin_form_readonly_on_edit_fields, "level"]

    class Meta:
        verbose_name = _("approval at one level")
        verbose_name_plural = _("approvals at one level")

    def start(self, workflow_state, user=None) -> TaskState:
        """Start this step, or answer for it when the record's level stands above."""
        # The view read the record before it saved the draft that is submitted.
        workflow_state.content_object.refresh_from_db(fields=["latest_revision"])
        previous = workflow_state.current_task_state
        if previous is None and self._void_earlier_round(workflow_state):
            first = workflow_state.workflow.tasks.filter(active=True).first().specific
            if first.pk != self.pk:
                return first.start(workflow_state, user=user)
        if self._is_below(workflow_state.content_object):
            return self._skip(workflow_state)
        state = super().start(workflow_state, user=user)
        if previous is not None and state.revision_id != previous.revision_id:
            state.revision = previous.revision
            state.save(update_fields=["revision"])
        return state

    def _is_below(self, record) -> bool:
        return NARROWEST_FIRST.index(DivisionLevel(self.level)) < NARROWEST_FIRST.index(record.division.level)

    def _skip(self, workflow_state) -> TaskState:
        return TaskState.objects.create(
            workflow_state=workflow_state,
            task=self,
            revision=workflow_state.content_object.get_latest_revision(),
            status=TaskState.STATUS_SKIPPED,
            finished_at=timezone.now(),
        )

    @staticmethod
    def _void_earlier_round(workflow_state) -> bool:
        """After a return, earlier approvals were of another revision and count no longer."""
        earlier = workflow_state.task_states.all()
        has_earlier = earlier.exists()
        earlier.filter(status=TaskState.STATUS_APPROVED).update(status=TaskState.STATUS_CANCELLED)
        return has_earlier

    def may_decide(self, record, user) -> bool:
        """Whether the user holds this level for the record and has no part in it so far."""
        if not self._is_reviewer_of(record, user):
            return False
        workflow_state = record.current_workflow_state
        step = workflow_state.current_task_state if workflow_state else None
        return step is not None and user.pk not in _taken_part([step])[step.pk]

    def deciders_of(self, step: TaskState) -> list:
        """Return the active officers who hold this level for the record and have no part in it so far."""
        record = step.workflow_state.content_object
        policy = policy_registry.get(record)
        reviewers = policy.users_with_any_permission_for_instance({f"review_{self.level}"}, record)
        officers = reviewers.filter(is_active=True, is_superuser=False).order_by("pk")
        return list(officers.exclude(pk__in=_taken_part([step])[step.pk] - {None}))

    def get_actions(self, obj, user) -> list[tuple[str, str, bool]]:
        """Return both decisions to whoever may decide; approval only when nothing blocks publication."""
        if not self.may_decide(obj, user):
            return []
        actions = [("reject", str(_("Return for changes")), True)]
        if not blockers(obj.current_workflow_task_state.revision.as_object()):
            actions.append(("approve", str(_("Approve")), False))
        return actions

    def on_action(self, task_state, user, action_name, **kwargs) -> None:
        """Decide, under the same rules on the server as on the screen."""
        record = task_state.workflow_state.content_object
        is_current = task_state.pk == getattr(record.current_workflow_task_state, "pk", None)
        if not is_current or action_name not in {name for name, *_rest in self.get_actions(record, user)}:
            raise PermissionDenied(_("This decision is not open to you, or has been taken already."))
        with transaction.atomic():
            super().on_action(task_state, user, action_name, **kwargs)

    def get_form_for_action(self, action):
        return ReturnForm if action == "reject" else super().get_form_for_action(action)

    def user_can_access_editor(self, obj, user) -> bool:
        return self._is_reviewer_of(obj, user)

    def locked_for_user(self, obj, user) -> bool:
        """Whether editing is closed: for everyone, so that what is approved is what was submitted."""
        return True

    def get_task_states_user_can_moderate(self, user, **kwargs):
        """Return the open steps in which the user may decide, in queries that do not grow with the steps."""
        open_states = TaskState.objects.filter(task=self.task_ptr, status=TaskState.STATUS_IN_PROGRESS)
        within_reach = [
            state
            for state in open_states.select_related("workflow_state", "revision").prefetch_related(
                "workflow_state__content_object__collection", "workflow_state__content_object__live_revision"
            )
            if state.workflow_state.content_object
            and self._is_reviewer_of(state.workflow_state.content_object, user)
        ]
        taken_part = _taken_part(within_reach)
        return TaskState.objects.filter(
            pk__in=[state.pk for state in within_reach if user.pk not in taken_part[state.pk]]
        )

    def _is_reviewer_of(self, record, user) -> bool:
        policy = policy_registry.get(record)
        return policy.user_has_permission_for_instance(user, f"review_{self.level}", record)

    @classmethod
    def get_description(cls) -> str:
        return str(_("The reviewers of one level of the record's division approve or return it."))


def _taken_part(steps: Iterable[TaskState]) -> dict[int, set[int | None]]:
    """Return for each step who submitted, who wrote what is submitted, and who approved it so far."""
    by_state = {step.workflow_state_id: step for step in steps}
    taken_part = {step.pk: {step.workflow_state.requested_by_id} for step in by_state.values()}
    approved = TaskState.objects.filter(workflow_state__in=by_state, status=TaskState.STATUS_APPROVED)
    for workflow_state_id, approver_id in approved.values_list("workflow_state_id", "finished_by_id"):
        taken_part[by_state[workflow_state_id].pk].add(approver_id)
    by_record = {
        (step.workflow_state.base_content_type_id, step.workflow_state.object_id): step
        for step in by_state.values()
    }
    revisions = Revision.objects.filter(
        base_content_type__in={kind for kind, _key in by_record},
        object_id__in={key for _kind, key in by_record},
    )
    for kind, key, saved_at, writer_id in revisions.values_list(
        "base_content_type_id", "object_id", "created_at", "user_id"
    ):
        step = by_record.get((kind, key))
        if step is not None and _is_submitted(saved_at, step):
            taken_part[step.pk].add(writer_id)
    return taken_part


def _is_submitted(saved_at: datetime, step: TaskState) -> bool:
    """Whether a draft of that moment is part of what is submitted: newer than what is public."""
    live = step.workflow_state.content_object.live_revision
    return saved_at <= step.revision.created_at and (live is None or saved_at > live.created_at)
