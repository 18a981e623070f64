"""Default-deny: every officers' view of a scoped row asks the row's collection before it does anything.

Wagtail's generic views ask whether a user may edit *some* row of a model (upstream issue 13314). The
viewset below puts a mixin into every view it makes, present and future, so that none can be forgotten.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from wagtail.permission_policies import BasePermissionPolicy
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from heritage.exchange.cells import safe_cell
from heritage.models.scoped import ScopedModel
from heritage.policies import keys_among, may_read, readable
from heritage.viewsets.choosers import ScopedChooserViewSet
from heritage.viewsets.deleting import KeepingDeleteView


class InstancePolicy:
    """Answers for one row where a view believes to ask for the model."""

    def __init__(self, policy: BasePermissionPolicy, row: ScopedModel) -> None:
        self.policy = policy
        self.row = row

    def user_has_permission(self, user, action: str) -> bool:
        return self.policy.user_has_permission_for_instance(user, action, self.row)

    def user_has_any_permission(self, user, actions) -> bool:
        return self.policy.user_has_any_permission_for_instance(user, actions, self.row)

    def __getattr__(self, name: str):
        return getattr(self.policy, name)


class ScopedViewMixin:
    """Refuses a foreign row before the view is entered, and narrows every list to readable rows."""

    @property
    def scope_object(self) -> ScopedModel | None:
        """The row in the database, never a draft of it; None on lists and empty forms."""
        row = getattr(self, "live_object", None) or getattr(self, "object", None)
        return row if row is not None and row.pk else None

    @property
    def permission_policy(self):
        policy = policy_registry.get_by_type(self.model)
        return InstancePolicy(policy, self.scope_object) if self.scope_object else policy

    def setup(self, request, *args, **kwargs):
        """One of Wagtail's addresses takes any text for a key."""
        if not keys_among([str(kwargs.get("pk", 0))]):
            raise Http404
        super().setup(request, *args, **kwargs)

    def dispatch(self, request, *args, **kwargs):
        row = self.scope_object
        if row is not None and not may_read(request.user, row):
            raise PermissionDenied
        step = getattr(self, "task_state", None)
        if step is not None and not _belongs_to(step.workflow_state, row):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        rows = super().get_base_queryset()
        return readable(rows, self.request.user) if issubclass(rows.model, ScopedModel) else rows


def _belongs_to(workflow_state, row) -> bool:
    """Wagtail never checks that the step named in an address is a step of the row named there."""
    if row is None:
        return False
    content_type = row.get_base_content_type()
    return (workflow_state.base_content_type_id, workflow_state.object_id) == (content_type.pk, str(row.pk))


class ScopedIndexView(IndexView):
    """A listing whose links are those the user may follow, row by row."""

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("collection")

    def preprocess_field_value(self, field: str, value: object, export_format: str) -> object:
        """Wagtail keeps formulas out of the other format only."""
        cell = super().preprocess_field_value(field, value, export_format)
        return safe_cell(cell) if export_format == self.FORMAT_CSV and isinstance(cell, str) else cell

    def _url_if_permitted(self, action: str, url_name: str | None, row) -> str | None:
        is_permitted = url_name and self.user_has_permission_for_instance(action, row)
        return reverse(url_name, args=[row.pk]) if is_permitted else None

    def get_edit_url(self, instance) -> str | None:
        return self._url_if_permitted("change", self.edit_url_name, instance)

    def get_delete_url(self, instance) -> str | None:
        return self._url_if_permitted("delete", self.delete_url_name, instance)


class ScopedSnippetViewSet(SnippetViewSet):
    """The viewset of every model whose rows belong to a division."""

    index_view_class = ScopedIndexView
    delete_view_class = KeepingDeleteView
    chooser_viewset_class = ScopedChooserViewSet
    copy_view_enabled = False

    def construct_view(self, view_class, **kwargs):
        if not issubclass(view_class, ScopedViewMixin):
            view_class = type(view_class.__name__, (ScopedViewMixin, view_class), {})
        return super().construct_view(view_class, **kwargs)
