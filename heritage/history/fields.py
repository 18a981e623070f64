"""What of a record is compared: what an officer fills in, and the rows within the record."""

from django.db.models import Field, Model
from modelcluster.models import get_all_child_relations

from heritage.models.parts import RecordPart
from heritage.models.records import Record

#: Wagtail's own, which no form of ours has, and what ties a row to its record.
NOT_COMPARED = frozenset({"go_live_at", "expire_at", "collection", "sort_order", "id"})


def compared_fields(model: type[Model]) -> tuple[Field, ...]:
    """Return the fields that an officer fills in, in the order of the model.

    What belongs to the row and not to a revision of it, its division and recognition, is told by its moves.
    """
    of_the_row = {name.removesuffix("_id") for name in getattr(model, "fields_of_the_row", ())}
    of_the_row |= {model.part_of} if issubclass(model, RecordPart) else set()
    fields = (*model._meta.concrete_fields, *model._meta.many_to_many)
    return tuple(
        field for field in fields if field.editable and field.name not in (*NOT_COMPARED, *of_the_row)
    )


def compared_rows(model: type[Record]) -> tuple[tuple[str, type[RecordPart]], ...]:
    """Return the rows within a record: name of the relation, model."""
    return tuple(
        (relation.get_accessor_name(), relation.related_model) for relation in get_all_child_relations(model)
    )
