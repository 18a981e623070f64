"""Moving rows from one site to another, so that what nobody has changed since can go back."""

from hashlib import sha256
from typing import Any

from django.db.models import Max, Model

from heritage.changes import record_changed
from heritage.merges.relations import Treatment, relations_that_are
from heritage.models import Component, HeritageSite

#: What may differ without anybody having changed the row: where it belongs and its number there.
NOT_COMPARED = frozenset({"site_id", "moved_to_id", "parent_id", "ordinal", "collection_id", "division_id"})
#: A row that belongs to another which stays, stays with it.
BELONGING = ("component_id", "designation_id", "intervention_id")
Moved = dict[str, dict[str, dict[str, Any]]]


def move_rows(merged: HeritageSite, kept: HeritageSite) -> Moved:
    """Let every row of the one name the other; return which, by model and field, with what they were."""
    moved: Moved = {}
    ordinal = _last_ordinal(kept)
    for model, field in relations_that_are(Treatment.MOVED):
        rows = list(model._base_manager.filter(**{field: merged.pk}).order_by("pk"))
        known = moved[key_of(model, field)] = {}
        for row in rows:
            known[str(row.pk)] = {"seal": seal(row), "words": _words(row)}
            values: dict[str, Any] = {f"{field}_id": kept.pk}
            if isinstance(row, Component) and field == "site":
                ordinal += 1
                known[str(row.pk)]["ordinal"] = row.ordinal
                values["ordinal"] = ordinal
            model._base_manager.filter(pk=row.pk).update(**values)
        _announce(model, [row.pk for row in rows])
    return moved


def give_rows_back(moved: Moved, merged: HeritageSite, kept: HeritageSite) -> list[str]:
    """Let the rows name the merged site again; return in words those that changed since and stay."""
    stayed: list[str] = []
    staying: dict[str, set[int]] = {name: set() for name in BELONGING}
    for model, field in relations_that_are(Treatment.MOVED):
        known = moved.get(key_of(model, field), {})
        rows = model._base_manager.filter(pk__in=known).in_bulk()
        taken = set(Component.objects.filter(site=merged).values_list("ordinal", flat=True))
        back = []
        for key, before in known.items():
            row = rows.get(int(key))
            if row is None or getattr(row, f"{field}_id") != kept.pk or _has_changed(row, before, staying):
                stayed.append(before["words"])
                staying.setdefault(f"{model._meta.model_name}_id", set()).add(int(key))
                continue
            values: dict[str, Any] = {f"{field}_id": merged.pk}
            if "ordinal" in before:
                free = before["ordinal"] if before["ordinal"] not in taken else max(taken, default=0) + 1
                values["ordinal"] = free
                taken.add(free)
            model._base_manager.filter(pk=row.pk).update(**values)
            back.append(row.pk)
        _announce(model, back)
    return stayed


def seal(row: Model) -> str:
    """A fingerprint of the values of a row, whatever site it names."""
    values = {
        field.attname: str(field.value_from_object(row))
        for field in row._meta.concrete_fields
        if field.attname not in NOT_COMPARED
    }
    return sha256(repr(sorted(values.items())).encode()).hexdigest()


def key_of(model: type[Model], field: str) -> str:
    return f"{model._meta.label}.{field}"


def _has_changed(row: Model, before: dict[str, Any], staying: dict[str, set[int]]) -> bool:
    belongs_to_one_that_stays = any(getattr(row, name, None) in staying[name] for name in BELONGING)
    return belongs_to_one_that_stays or seal(row) != before["seal"]


def _last_ordinal(site: HeritageSite) -> int:
    return Component.objects.filter(site=site).aggregate(last=Max("ordinal"))["last"] or 0


def _announce(model: type[Model], pks: list[int]) -> None:
    """Rows that are records tell so themselves; for the others the two sites are announced by the service."""
    if kind := getattr(model, "record_kind", None):
        record_changed(kind, pks)


def _words(row: Model) -> str:
    return f"{row._meta.verbose_name}：{row}"
