"""A revision may name a site that has been merged into another since: what it means is the kept one."""

from typing import Any

from django.apps import apps
from django.db.models import Model

Content = dict[str, Any]
LONGEST_CHAIN = 20


def lead_on(model: type[Model], content: Content, *, except_for: tuple[str, ...]) -> Content:
    """Return the content of a revision with every site it names led on to where it was merged into.

    `except_for`: the columns that a revision never decides. One query for each step of a chain, none for a
    record that names no site.
    """
    names = [
        field.name
        for field in model._meta.get_fields()
        if field.concrete
        and field.related_model is apps.get_model("heritage", "HeritageSite")
        and getattr(field, "attname", field.name) not in except_for
    ]
    named = {key for name in names for key in _keys(content.get(name))}
    kept = _ends_of(named)
    if not kept:
        return content
    return {**content, **{name: _led(content[name], kept) for name in names if content.get(name)}}


def _ends_of(keys: set[int]) -> dict[int, int]:
    """Where each of the sites went, by key; those that were not merged are not there."""
    ends: dict[int, int] = {}
    waiting = {key: key for key in keys}
    for _step in range(LONGEST_CHAIN):
        if not waiting:
            break
        rows = apps.get_model("heritage", "SiteMerge").objects.filter(
            merged__in=set(waiting.values()), undone_at=None
        )
        kept = dict(rows.order_by().values_list("merged", "kept"))
        waiting = {key: kept[at] for key, at in waiting.items() if at in kept}
        ends |= waiting
    return ends


def _keys(value: Any) -> list[int]:
    return value if isinstance(value, list) else [value] if value else []


def _led(value: Any, kept: dict[int, int]) -> Any:
    if isinstance(value, list):
        return list(dict.fromkeys(kept.get(key, key) for key in value))
    return kept.get(value, value)
