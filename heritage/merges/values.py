"""The values of a site, as groups that are chosen together: whose stands in the record that is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from heritage.models import HeritageSite


class Choice(StrEnum):
    KEPT = "kept"
    MERGED = "merged"
    BOTH = "both"


@dataclass(frozen=True)
class Group:
    """Fields that mean something only together. `statement`: what their citations say that they support."""

    key: str
    label: str | Promise
    fields: tuple[str, ...]
    statement: str = ""
    is_text: bool = False


GROUPS = (
    Group("name_zh", _("Name"), ("name_zh", "name_pinyin"), "name_zh"),
    Group("name_en", _("name (English)"), ("name_en",)),
    Group("parent", _("part of"), ("parent",)),
    Group("address", _("address"), ("address",), "address"),
    Group(
        "place",
        _("Place"),
        (
            "typed_coordinates",
            "coordinate_system",
            "longitude",
            "latitude",
            "uncertainty_m",
            "position_method",
        ),
        "place",
    ),
    Group("shape", _("line or area"), ("typed_shape", "shape_system", "shape")),
    Group("dating", _("Dating"), ("period_text", "period_edtf", "earliest_on", "latest_on"), "dating"),
    Group("type", _("Type"), ("type_words", "type"), "type"),
    Group("industry", _("Industry"), ("industry_words", "industry"), "industry"),
    Group("extent", _("extent"), ("extent",)),
    Group("theme", _("Theme"), ("theme",), "theme"),
    Group("census_class", _("census class"), ("census_class",)),
    Group("eras", _("Eras"), ("eras",), "eras"),
    Group("description_zh", _("description (Chinese)"), ("description_zh",), "description", is_text=True),
    Group("description_en", _("description (English)"), ("description_en",), "description", is_text=True),
    Group("condition", _("Condition"), ("condition", "condition_note"), "condition"),
    Group("current_use", _("Present use"), ("current_use",), "current_use"),
    Group("values", _("values"), ("values",)),
    Group("values_note", _("values in words"), ("values_note",), is_text=True),
    Group("note", _("note for officers"), ("note",), "note", is_text=True),
)
#: Reasons for a missing value that no longer hold once there is one.
ABSENCE_OF = {
    "place": "place",
    "dating": "dating",
    "description_zh": "description",
    "condition": "condition",
    "current_use": "current_use",
}


def values_of(site: HeritageSite, group: Group) -> tuple[Any, ...]:
    """The values of a group; of a list of terms their keys."""
    return tuple(_value(site, field) for field in group.fields)


def has_value(site: HeritageSite, group: Group) -> bool:
    return any(value not in (None, "", ()) for value in values_of(site, group))


def differing(kept: HeritageSite, merged: HeritageSite) -> list[Group]:
    """Return the groups of which both have a value, and not the same: somebody has to choose."""
    return [
        group
        for group in GROUPS
        if has_value(kept, group)
        and has_value(merged, group)
        and values_of(kept, group) != values_of(merged, group)
    ]


def choices_made(kept: HeritageSite, merged: HeritageSite, picks: Mapping[str, str]) -> dict[str, Choice]:
    """Return whose value stands, group by group: what only one of them has is taken, the rest as picked."""
    asked = {group.key: group for group in differing(kept, merged)}
    made: dict[str, Choice] = {}
    for group in GROUPS:
        if group.key in asked:
            choice = Choice(picks.get(group.key) or Choice.KEPT)
            made[group.key] = Choice.MERGED if choice == Choice.BOTH and not group.is_text else choice
        elif has_value(merged, group) and not has_value(kept, group):
            made[group.key] = Choice.MERGED
        else:
            made[group.key] = Choice.KEPT
    return made


def take_values(target: HeritageSite, merged: HeritageSite, made: Mapping[str, Choice]) -> list[str]:
    """Write the chosen values into the target; return the groups that it got from the merged record."""
    taken = [group for group in GROUPS if made[group.key] != Choice.KEPT]
    for group in taken:
        for field in group.fields:
            if made[group.key] == Choice.BOTH:
                setattr(target, field, f"{getattr(target, field)}\n{getattr(merged, field)}")
            else:
                copy_value(target, merged, field)
        if ABSENCE_OF.get(group.key) in target.absences:
            target.absences = {
                name: why for name, why in target.absences.items() if name != ABSENCE_OF[group.key]
            }
    return [group.key for group in taken]


def copy_value(target: HeritageSite, source: HeritageSite, name: str) -> None:
    if _field(name).many_to_many:
        getattr(target, name).set(list(getattr(source, name).all()))
    else:
        setattr(target, name, getattr(source, name))


def _value(site: HeritageSite, name: str) -> Any:
    field = _field(name)
    if field.many_to_many:
        return tuple(sorted(term.pk for term in getattr(site, name).all()))
    return field.value_from_object(site)


def _field(name: str) -> Any:
    return HeritageSite._meta.get_field(name)
