"""Actions on several rows at once: only what may be read is named, and every deletion is logged."""

from django.db import transaction
from django.db.models import ProtectedError
from django.http import Http404
from django.utils.functional import cached_property
from wagtail.actions.delete import DeleteAction
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.documents.views import bulk_actions as documents
from wagtail.images.views import bulk_actions as images
from wagtail.models import CollectionMember
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction

from heritage.policies import keys_among, readable
from heritage.services.appointing import scoped_models
from heritage.viewsets.deleting import what_rests_on


class ScopedBulkMixin:
    """Wagtail's own actions name the rows that they refuse to touch."""

    def get_actionable_objects(self):
        return self._actionable_objects

    @cached_property
    def _actionable_objects(self):
        """Return what may be acted on, and what may only be read; asked again after it is deleted."""
        wanted = self.request.GET.getlist("id")
        rows = readable(self.model.objects.all(), self.request.user).select_related("collection")
        if "all" not in wanted:
            rows = rows.filter(pk__in=keys_among(wanted))
        allowed: list[CollectionMember] = []
        refused: list[CollectionMember] = []
        for row in rows:
            (allowed if self.check_perm(row) else refused).append(row)
        if not allowed and not refused:
            raise Http404
        return allowed, {"items_with_no_access": refused}


class ScopedDeleteBulkAction(ScopedBulkMixin, DeleteBulkAction):
    """Wagtail's own logs nothing and deletes past the models."""

    models = scoped_models()

    @classmethod
    def execute_action(cls, objects, user=None, **kwargs) -> tuple[int, int]:
        request = kwargs["self"].request
        deleted = 0
        for row in objects:
            try:
                with transaction.atomic():
                    DeleteAction(row, user=request.user).execute()
                deleted += 1
            except ProtectedError as kept:
                messages.error(request, what_rests_on(row, kept))
        return deleted, 0


def scoped_bulk_actions() -> list[type[BulkAction]]:
    """Return every bulk action of records and files, each of which takes the place of Wagtail's own."""
    files = [
        images.AddTagsBulkAction,
        images.AddToCollectionBulkAction,
        images.DeleteBulkAction,
        documents.AddTagsBulkAction,
        documents.AddToCollectionBulkAction,
        documents.DeleteBulkAction,
    ]
    return [
        ScopedDeleteBulkAction,
        *(type(action.__name__, (ScopedBulkMixin, action), {}) for action in files),
    ]
