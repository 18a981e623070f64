"""Lists of sites, of projects and enterprises: the kept site takes the place of the merged one."""

from typing import Any

from django.db.models import Model

from heritage.changes import record_changed
from heritage.merges.relations import Treatment, relations_that_are
from heritage.merges.rows import key_of
from heritage.models import HeritageSite

Joined = dict[str, dict[str, bool]]


def join_lists(merged: HeritageSite, kept: HeritageSite) -> Joined:
    """Put the kept site into every list that has the merged one; return which, and whether it was there."""
    joined: Joined = {}
    for through, field in relations_that_are(Treatment.JOINED):
        owner = _owner(through, field)
        has_kept = set(through._base_manager.filter(**{field: kept.pk}).values_list(owner, flat=True))
        rows = list(through._base_manager.filter(**{field: merged.pk}))
        known = joined[key_of(through, field)] = {}
        for row in rows:
            key = getattr(row, owner)
            known[str(key)] = key in has_kept
            if key in has_kept:
                row.delete()
            else:
                through._base_manager.filter(pk=row.pk).update(**{f"{field}_id": kept.pk})
        _announce(through, owner, [int(key) for key in known])
    return joined


def leave_lists(joined: Joined, merged: HeritageSite, kept: HeritageSite) -> list[str]:
    """Put the merged site back; return in words the lists from which somebody took the kept one since."""
    stayed: list[str] = []
    for through, field in relations_that_are(Treatment.JOINED):
        owner = _owner(through, field)
        known = joined.get(key_of(through, field), {})
        owners = _owners(through, owner).in_bulk([int(key) for key in known])
        for key, had_kept in known.items():
            if int(key) not in owners:
                continue
            named = through._base_manager.filter(**{owner: int(key), field: kept.pk})
            if not named.exists():
                stayed.append(str(owners[int(key)]))
            elif had_kept:
                tied: dict[str, Any] = {owner: int(key), f"{field}_id": merged.pk}
                through._base_manager.get_or_create(**tied)
            else:
                named.update(**{f"{field}_id": merged.pk})
        _announce(through, owner, [int(key) for key in known])
    return stayed


def _owner(through: type[Model], field: str) -> str:
    """The name of the other key of a row that ties a site to something."""
    [other] = [key for key in through._meta.fields if key.is_relation and key.name != field]
    return other.attname


def _owners(through: type[Model], owner: str) -> Any:
    return _owning(through, owner)._base_manager


def _owning(through: type[Model], owner: str) -> Any:
    return through._meta.get_field(owner.removesuffix("_id")).related_model


def _announce(through: type[Model], owner: str, pks: list[int]) -> None:
    if kind := getattr(_owning(through, owner), "record_kind", None):
        record_changed(kind, pks)
