"""The parts of a record, its names, events, sources, taken over from one site into another."""

import uuid
from collections.abc import Mapping
from typing import Any

from heritage.merges.relations import Treatment, relations_that_are
from heritage.merges.values import GROUPS, Choice, values_of
from heritage.models import HeritageSite, SiteName
from heritage.models.sites import NameKind, NameLanguage, NameScript

Values = dict[str, Any]
Copies = dict[str, list[Values]]
#: By what two parts are the same thing, whatever else they say.
SAME_BY = {
    "names": ("name",),
    "events": ("kind", "period_edtf", "words_zh"),
    "identifiers": ("scheme", "value"),
    "reuses": ("kind", "words_zh", "period_edtf"),
    "photographs": ("photograph",),
    "citations": ("statement", "source", "locator", "claim"),
}
KEYED = {"names": "name", "events": "event"}
#: In this order: citations refer to names and events.
PARTS: dict[str, Any] = {
    str(model._meta.get_field(field).remote_field.related_name): model  # type: ignore[union-attr]  # a key
    for model, field in relations_that_are(Treatment.COPIED)
}
NOT_COPIED = frozenset({"id", "site", "sort_order"})


def add_parts(target: HeritageSite, merged: HeritageSite, made: Mapping[str, Choice]) -> Copies:
    """Give the target, in memory, what the merged record has and it has not; return what was added.

    The names of the merged one become names of the target. A source goes on supporting what it supported:
    where the value was not taken over, and the source is not quoted, it supports the record as a whole.
    """
    renamed: dict[str, str] = {}
    added: Copies = {}
    for relation, model in PARTS.items():
        manager = getattr(target, relation)
        known = _signs(target, relation)
        order = manager.count()
        for values in _to_copy(merged, relation):
            if relation == "citations":
                values["statement"] = _supported(values, target, merged, made, renamed)
            sign = _sign(values, relation)
            if prefix := KEYED.get(relation):
                renamed[f"{prefix}:{values['uid']}"] = known.get(sign, f"{prefix}:{values['uid']}")
            if sign in known:
                continue
            known[sign] = f"{KEYED.get(relation, '')}:{values.get('uid')}"
            manager.add(model(**_attributes(model, values), sort_order=order))
            order += 1
            added.setdefault(relation, []).append(_plain(values))
    return added


def remove_parts(target: HeritageSite, added: Copies) -> list[str]:
    """Take out again, in memory, what was added and is as it was; return in words what was altered since."""
    altered: list[str] = []
    for relation, wanted in added.items():
        manager = getattr(target, relation)
        rows = list(manager.all())
        for values in wanted:
            found = next((row for row in rows if _plain(values_of_part(row)) == values), None)
            if found is None:
                altered.append(_words(relation, values))
                continue
            rows.remove(found)
            manager.remove(found)
    return altered


def values_of_part(row: Any) -> Values:
    """The values of a part by the names of its fields, keys of other rows as they are."""
    fields = (field for field in row._meta.concrete_fields if field.name not in NOT_COPIED)
    return {field.name: field.value_from_object(row) for field in fields}


def key_of_name(merged: HeritageSite) -> uuid.UUID:
    """The key of the name that the merged record's own name becomes: the same in every draft."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"merged:{merged.number}")


def _to_copy(merged: HeritageSite, relation: str) -> list[Values]:
    rows = [values_of_part(row) for row in getattr(merged, relation).all()]
    return [*_names_of(merged), *rows] if relation == "names" else rows


def _names_of(merged: HeritageSite) -> list[Values]:
    """The names under which the merged record stood, as other names."""
    names = []
    if merged.name_zh:
        names.append(other_name(key_of_name(merged), merged.name_zh))
    if merged.name_en:
        english = {"language": NameLanguage.ENGLISH.value, "script": NameScript.LATIN.value}
        key = uuid.uuid5(uuid.NAMESPACE_OID, f"merged:{merged.number}:en")
        names.append({**other_name(key, merged.name_en), **english})
    return names


def other_name(key: uuid.UUID, name: str) -> Values:
    """A Chinese name as the values of another name, as long as one may be."""
    longest = SiteName._meta.get_field("name").max_length
    return values_of_part(SiteName(uid=key, name=name[:longest], kind=NameKind.ALTERNATIVE.value))


def _supported(
    values: Values,
    target: HeritageSite,
    merged: HeritageSite,
    made: Mapping[str, Choice],
    renamed: Mapping[str, str],
) -> str:
    """What a citation of the merged record supports in the target."""
    statement = values["statement"]
    if statement == "name_zh":
        statement = f"name:{key_of_name(merged)}"
    if statement in renamed:
        return renamed[statement]
    groups = [group for group in GROUPS if statement and group.statement == statement]
    is_told = any(
        made[group.key] != Choice.KEPT or values_of(target, group) == values_of(merged, group)
        for group in groups
    )
    return statement if is_told or not groups or values["claim"] else ""


def _signs(target: HeritageSite, relation: str) -> dict[tuple, str]:
    """What the target has already, and how a citation refers to it; its own name is one of its names."""
    prefix = KEYED.get(relation, "")
    rows = [values_of_part(row) for row in getattr(target, relation).all()]
    signs = {_sign(values, relation): f"{prefix}:{values.get('uid')}" for values in rows}
    if relation == "names":
        signs = {(target.name_en,): "name_en", (target.name_zh,): "name_zh", **signs}
    return signs


def _sign(values: Values, relation: str) -> tuple:
    return tuple(str(values[name]) for name in SAME_BY[relation])


def _attributes(model: Any, values: Values) -> Values:
    return {model._meta.get_field(name).attname: value for name, value in values.items()}


def _plain(values: Values) -> Values:
    """The values as JSON can hold them, to be compared after years."""
    return {name: None if value is None else str(value) for name, value in values.items()}


def _words(relation: str, values: Values) -> str:
    model = PARTS[relation]
    words = next(
        (values[name] for name in ("name", "value", "words_zh", "period_text") if values.get(name)), ""
    )
    return f"{model._meta.verbose_name}：{words or '—'}"
