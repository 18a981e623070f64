"""What every drafted and approved record has in common."""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models, transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    Revision,
    RevisionMixin,
    WorkflowMixin,
    WorkflowState,
)
from wagtail.search import index

from heritage.changes import record_changed
from heritage.models.announcing import Announcing
from heritage.models.divisions import Division
from heritage.models.parts import RecordPart
from heritage.models.past_merges import lead_on
from heritage.models.scoped import ScopedModel
from heritage.publication import PublicationBlockedError, blockers

LEVELS = {
    "county": _("Can approve at county level"),
    "city": _("Can approve at city level"),
    "province": _("Can approve at provincial level"),
}


def record_permissions(model_name: str) -> list[tuple[str, Any]]:
    """Return the permissions of a drafted model: one a level of approval, and those that Wagtail asks for.

    Wagtail makes the latter only for models that have screens; roles need them for every record.
    """
    levels = [(f"review_{level}_{model_name}", label) for level, label in LEVELS.items()]
    asked_for = [(f"{action}_{model_name}", f"Can {action}") for action in ("publish", "lock", "unlock")]
    return [*levels, *asked_for]


class RecordQuerySet(models.QuerySet["Record"]):
    """Bulk writers bypass `save()`, so each announces what it touched."""

    def live(self):
        """Those published at least once and not withdrawn; who may see them is disclosure's question."""
        return self.filter(live=True)

    def within(self, division: Division):
        """Records of a division and of all below it."""
        return self.filter(collection__path__startswith=division.collection.path)

    def update(self, **values) -> int:
        with transaction.atomic():
            pks = list(self.values_list("pk", flat=True))
            updated = super().update(**values)
            record_changed(self.model.record_kind, pks)
        return updated

    def bulk_create(self, objs, *args, **kwargs):
        with transaction.atomic():
            created = super().bulk_create(objs, *args, **kwargs)
            record_changed(self.model.record_kind, [row.pk for row in created])
        return created

    def bulk_update(self, objs, *args, **kwargs) -> int:
        with transaction.atomic():
            updated = super().bulk_update(objs, *args, **kwargs)
            record_changed(self.model.record_kind, [row.pk for row in objs])
        return updated


class Record(
    PreviewableMixin,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    index.Indexed,
    ScopedModel,
    ClusterableModel,
):
    """A record with drafts, revisions, approval, a lock and a jurisdiction.

    `record_kind` is its name in the change signal, the index and the public addresses.
    The jurisdiction and the number belong to the row, never to a revision of it.
    """

    record_kind: str
    fields_of_the_row: tuple[str, ...] = ("collection_id", "division_id")

    division = models.ForeignKey(Division, verbose_name=_("division"), on_delete=models.PROTECT)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    live = models.BooleanField(_("live"), default=False, editable=False)

    workflow_states = GenericRelation(
        WorkflowState,
        content_type_field="base_content_type",
        object_id_field="object_id",
        for_concrete_model=False,
    )
    _revisions = GenericRelation(
        Revision,
        content_type_field="base_content_type",
        object_id_field="object_id",
        for_concrete_model=False,
    )

    objects = RecordQuerySet.as_manager()

    #: What lists of records are filtered by; each kind adds what it is searched by.
    search_fields = [
        index.FilterField("id"),
        index.FilterField("collection_id"),
        index.FilterField("division_id"),
        index.FilterField("live"),
        index.FilterField("has_unpublished_changes"),
    ]

    class Meta:
        abstract = True

    @property
    def shown_number(self) -> str:
        """The record number, of kinds that have one."""
        return getattr(self, "number", "")

    @property
    def revisions(self):
        """All revisions; a relation, so that they go with the record."""
        return self._revisions

    def save(self, *args, **kwargs) -> None:
        """Save with the collection of the division, and announce the change in the same transaction."""
        self.collection_id = self.division.collection_id
        with transaction.atomic():
            super().save(*args, **kwargs)
            record_changed(self.record_kind, [self.pk])

    def with_content_json(self, content):
        """Restore a revision, but never a jurisdiction or number other than the row's.

        Where it names a site that was merged since, the restored record names the one that was kept.
        """
        content = lead_on(type(self), content, except_for=self.fields_of_the_row)
        restored = super().with_content_json(content)
        for field in self.fields_of_the_row:
            setattr(restored, field, getattr(self, field))
        return restored

    def publish(self, revision, user=None, **kwargs):
        """Make a revision live, atomically; PublicationBlockedError names all that is missing."""
        with transaction.atomic():
            revision.content_object.reread_row()
            if found := blockers(revision.as_object()):
                raise PublicationBlockedError(found)
            return super().publish(revision, user=user, **kwargs)

    def unpublish(self, set_expired=False, commit=True, **kwargs):
        """Withdraw, atomically with whatever listens; without `commit` the caller saves what it holds."""
        with transaction.atomic():
            if commit:
                self.reread_row()
            return super().unpublish(set_expired=set_expired, commit=commit, **kwargs)

    def reread_row(self) -> None:
        """Take over what belongs to the row, locked: a step taken meanwhile is not written back."""
        rows = type(self)._default_manager.select_for_update().filter(pk=self.pk)
        for name, value in rows.values(*self.fields_of_the_row).get().items():
            setattr(self, name, value)

    @property
    def preview_modes(self):
        """One preview: the public page as it would read."""
        return [("", _("Public page"))]

    def serve_preview(self, request, mode_name):
        """Render the draft by the view that the installation names for this kind."""
        return import_string(settings.HERITAGE_PREVIEWS[self.record_kind])(request, self)


def announce_removal(*, instance: models.Model, **_signal: object) -> None:
    """Announce a deleted record, also one that went in bulk or with another.

    Bound to `pre_delete` as well, while what depends on the record can still be found.
    """
    if isinstance(instance, Record):
        record_changed(instance.record_kind, [instance.pk])
    elif isinstance(instance, RecordPart):
        record_changed(instance.part_of, [getattr(instance, f"{instance.part_of}_id")])
    elif isinstance(instance, Announcing):
        instance.announce()


def announce_relation(
    *, instance: models.Model, action: str, reverse: bool, pk_set, **_signal: object
) -> None:
    """Announce the sites that a project or an enterprise took up or let go; bound to `m2m_changed`."""
    if action == "pre_clear" and not reverse:
        sites = instance.sites  # type: ignore[attr-defined]  # bound to relations of that name
        record_changed("site", sites.values_list("pk", flat=True))
    elif action in ("post_add", "post_remove"):
        record_changed("site", [instance.pk] if reverse else pk_set)
