"""Views of drafted records: they are submitted and approved, never published from the form."""

from urllib.parse import urlencode

from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.forms.utils import ErrorDict
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import TaskState
from wagtail.snippets.views.snippets import CreateView, EditView, WorkflowActionView

from heritage.publication import Blocker, blockers
from heritage.viewsets.conflicts import take_over, unseen_revision
from heritage.viewsets.scoping import ScopedSnippetViewSet

SUBMISSIONS = frozenset({"submit", "restart-workflow"})
MISSING = "missing"
FORM_KNOWS = ("loaded_revision_id", "loaded_revision_created_at", "overwrite_revision_id")


class RecordFormMixin:
    """Saves what was typed, also when it is submitted too early, and says what is missing where."""

    def setup(self, request, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        if self.action in SUBMISSIONS:
            # Required values are asked for after the draft is kept, together with all that is missing.
            self.saving_as_draft = True

    def dispatch(self, request, *args, **kwargs):
        if request.POST.get("action-publish"):
            raise PermissionDenied(_("Records are published by approval only."))
        return super().dispatch(request, *args, **kwargs)

    def get_available_actions(self) -> list[str]:
        return [action for action in super().get_available_actions() if action != "publish"]

    def is_valid(self, form) -> bool:
        """Check the form; rows whose numbers were tampered with cannot even be built: 400."""
        try:
            return super().is_valid(form)
        except (MultiValueDictKeyError, ValidationError) as error:
            raise BadRequest("A row of the form has no readable number. Reload the form.") from error

    def run_action_method(self) -> HttpResponse | None:
        if self.action not in SUBMISSIONS or not blockers(self.new_revision.as_object()):
            return super().run_action_method()
        messages.error(
            self.request, _("The draft is saved, but it cannot be submitted yet. See below what is missing.")
        )
        return redirect(f"{self.get_edit_url()}?{urlencode({MISSING: 1})}")


class RecordCreateView(RecordFormMixin, CreateView):
    """A new record is saved when its writer says so.

    An autosave of this form makes a record: one still on its way when the form is sent leaves two of them.
    """

    def setup(self, request, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.autosave_enabled = False


class RecordEditView(RecordFormMixin, EditView):
    def is_valid(self, form) -> bool:
        """Refuse to save over another officer's draft that the form does not know of."""
        is_valid = super().is_valid(form)
        if self.expects_json_response or self.locked_for_user:
            return is_valid
        loaded, loaded_at, own = (self.request.POST.get(key, "") for key in FORM_KNOWS)
        unseen = unseen_revision(
            self.live_object, self.request.user, loaded=loaded, loaded_at=loaded_at, own=own
        )
        if unseen is None:
            return is_valid
        take_over(form, self.live_object.latest_revision, own or loaded)
        self.produced_error_message = _(
            "%(who)s has saved this record since you opened it. "
            "Nothing of yours is lost: look through the form, "
            "then save again."
        ) % {"who": unseen.user or "—"}
        return False

    def get_context_data(self, **kwargs) -> dict:
        return {**super().get_context_data(**kwargs), "changes_url": self.get_changes_url()}

    def get_changes_url(self) -> str:
        """Where the newest draft stands beside what is public; blank where they are the same."""
        record = self.live_object
        if not record.live_revision_id or record.live_revision_id == record.latest_revision_id:
            return ""
        name = record.snippet_viewset.get_url_name("revisions_compare")
        return reverse(name, args=[record.pk, record.live_revision_id, record.latest_revision_id])

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if self.request.method == "GET" and MISSING in self.request.GET:
            show_blockers(form, blockers(self.object))
        return form


class DecisionView(WorkflowActionView):
    """Approve or return, and say what came of it."""

    def post(self, request, *args, **kwargs) -> HttpResponse:
        response = super().post(request, *args, **kwargs)
        self.task_state.refresh_from_db()
        if self.task_state.status == TaskState.STATUS_APPROVED:
            self.object.refresh_from_db()
            is_last = self.task_state.revision_id == self.object.live_revision_id
            messages.success(
                request, _("Approved and published.") if is_last else _("Approved; the next level decides.")
            )
        elif self.task_state.status == TaskState.STATUS_REJECTED:
            messages.success(request, _("Returned for changes."))
        elif "comment" in request.POST and not request.POST["comment"].strip():
            messages.error(request, _("Say what is to be changed, then return the record."))
        return response


def show_blockers(form, found: list[Blocker]) -> None:
    """Put each sentence at its field or at its group of rows; what has no place goes to the top."""
    form._errors = ErrorDict()
    form.cleaned_data = {}
    for blocker in found:
        if rows := form.formsets.get(blocker.field):
            errors = rows.error_class(error_class="nonform")
            rows._non_form_errors = errors
            errors.append(blocker.message)
        else:
            form.add_error(blocker.field if blocker.field in form.fields else None, blocker.message)


class RecordViewSet(ScopedSnippetViewSet):
    """The viewset of every drafted and approved model."""

    add_view_class = RecordCreateView
    edit_view_class = RecordEditView
    workflow_action_view_class = DecisionView
    create_template_name = "heritage/records/create.html"
    edit_template_name = "heritage/records/edit.html"
