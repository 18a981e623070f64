"""The listing of records: columns, filters and the status of each row in a constant number of queries."""

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.models import WorkflowState

from heritage.models import Division, HeritageSite
from heritage.models.records import Record
from heritage.models.scoped import ScopedModel
from heritage.policies import readable_collection_ids
from heritage.viewsets.scoping import ScopedIndexView

STATUSES = {
    "draft": _("Draft"),
    "in_progress": _("In approval"),
    "needs_changes": _("Returned"),
    "live": _("Published"),
    "changed": _("Published, newer draft"),
}

WORKFLOW_STATUSES = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)


def with_approval(records: QuerySet) -> QuerySet:
    """Annotate `approval`: the status of the approval that is running or was returned."""
    content_type = ContentType.objects.get_for_model(records.model, for_concrete_model=False)
    states = WorkflowState.objects.active().filter(
        base_content_type=content_type, object_id=Cast(OuterRef("pk"), CharField())
    )
    return records.annotate(approval=Subquery(states.values("status")[:1]))


def status_of(record: Record) -> str:
    """Return the key in STATUSES of a record annotated by `with_approval`."""
    if record.approval:
        return record.approval
    if not record.live:
        return "draft"
    return "changed" if record.has_unpublished_changes else "live"


class StatusColumn(Column):
    cell_template_name = "heritage/records/status_cell.html"

    def get_value(self, instance):
        return STATUSES[status_of(instance)]


class GivenColumn(Column):
    """A value that a row may lack: a dash stands for it."""

    def get_value(self, instance):
        value = super().get_value(instance)
        return "—" if value is None else value


class YesNoColumn(Column):
    """Yes, no or a dash, in words: Wagtail's icons are read aloud in English."""

    def get_value(self, instance):
        value = super().get_value(instance)
        return "—" if value is None else _("Yes") if value else _("No")


def divisions_in_view(request: HttpRequest | None) -> QuerySet[Division]:
    """Divisions whose sites the user may read."""
    if request is None:
        return Division.objects.none()
    ids = readable_collection_ids(HeritageSite, request.user)
    return Division.objects.filter(collection_id__in=ids).select_related("parent__parent")


class DivisionFilterSet(WagtailFilterSet):
    division = django_filters.ModelChoiceFilter(
        label=_("Division"), queryset=divisions_in_view, method="filter_division"
    )
    own_level = django_filters.BooleanFilter(
        label=_("Of the division itself, not of those below"), method="filter_own_level"
    )

    def filter_division(self, rows: QuerySet, name: str, division: Division) -> QuerySet:
        """The division and all below it."""
        below = Division.objects.within(division).values_list("collection_id", flat=True)
        return rows.filter(collection_id__in=list(below))

    def filter_own_level(self, rows: QuerySet, name: str, is_own: bool) -> QuerySet:
        """Leave out what lies below the chosen division, or what lies in it; nothing without a division."""
        if (division := self.form.cleaned_data.get("division")) is None:
            return rows
        own = rows.filter(collection_id=division.collection_id)
        return own if is_own else rows.exclude(collection_id=division.collection_id)


class RecordFilterSet(DivisionFilterSet):
    status = django_filters.ChoiceFilter(
        label=_("Status"), choices=list(STATUSES.items()), method="filter_status", empty_label=_("All")
    )

    def filter_status(self, records: QuerySet, name: str, status: str) -> QuerySet:
        in_approval = dict(_states(records.model))
        if status in WORKFLOW_STATUSES:
            return records.filter(pk__in=[pk for pk, state in in_approval.items() if state == status])
        records = records.exclude(pk__in=list(in_approval))
        if status == "draft":
            return records.filter(live=False)
        return records.filter(live=True, has_unpublished_changes=status == "changed")


def filters_of(model: type[ScopedModel], *fields: str) -> type[DivisionFilterSet]:
    """Return the filters of a listing: division, the status of records, and fields of the model."""
    base = RecordFilterSet if issubclass(model, Record) else DivisionFilterSet
    named = ["division", *(["status"] if issubclass(model, Record) else []), *fields]
    meta = type("Meta", (), {"model": model, "fields": named})
    return type(f"{model.__name__}FilterSet", (base,), {"Meta": meta})


class RecordIndexView(ScopedIndexView):
    """A listing of drafted records: the status of each row in a constant number of queries."""

    def get_base_queryset(self):
        records = super().get_base_queryset().select_related("division__parent__parent")
        return with_approval(records).defer("description_zh", "description_en", "note")


def _states(model: type[Record]):
    """Yield the key and the status of every record in approval; few, compared with all records."""
    content_type = ContentType.objects.get_for_model(model, for_concrete_model=False)
    states = WorkflowState.objects.active().filter(base_content_type=content_type)
    for object_id, status in states.values_list("object_id", "status"):
        yield int(object_id), status
