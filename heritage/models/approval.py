"""The task by which each level approves: county, then city, then province."""

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm
from wagtail.locks import WorkflowLock
from wagtail.models import Task, TaskState
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
        if not policy_registry.get(record).user_has_permission_for_instance(
            user, f"review_{self.level}", record
        ):
            return False
        workflow_state = record.current_workflow_state
        return workflow_state is not None and user.pk not in _taken_part(record, workflow_state)

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
        return policy_registry.get(obj).user_has_permission_for_instance(user, f"review_{self.level}", obj)

    def locked_for_user(self, obj, user) -> bool:
        """Whether editing is closed: for everyone, so that what is approved is what was submitted."""
        return True

    def get_task_states_user_can_moderate(self, user, **kwargs):
        """Return the open steps in which the user may decide."""
        open_states = TaskState.objects.filter(task=self.task_ptr, status=TaskState.STATUS_IN_PROGRESS)
        allowed = [
            state.pk
            for state in open_states.select_related("workflow_state").prefetch_related(
                "workflow_state__content_object"
            )
            if state.workflow_state.content_object
            and self.may_decide(state.workflow_state.content_object, user)
        ]
        return TaskState.objects.filter(pk__in=allowed)

    @classmethod
    def get_description(cls) -> str:
        return str(_("The reviewers of one level of the record's division approve or return it."))


def _taken_part(record, workflow_state) -> set[int | None]:
    """Return who submitted, who wrote what is submitted, and who approved it so far."""
    taken_part = {workflow_state.requested_by_id}
    for state in workflow_state.task_states.select_related("revision"):
        if state.status == TaskState.STATUS_APPROVED:
            taken_part.add(state.finished_by_id)
        if state.status == TaskState.STATUS_IN_PROGRESS:
            drafts = record.revisions.filter(created_at__lte=state.revision.created_at)
            if record.live_revision:
                drafts = drafts.filter(created_at__gt=record.live_revision.created_at)
            taken_part.update(drafts.values_list("user_id", flat=True))
    return taken_part
