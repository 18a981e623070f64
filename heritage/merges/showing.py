"""Two records side by side: each value in words, what differs, and by which sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from heritage.merges.values import GROUPS, Group
from heritage.models import HeritageSite, Source, Survey

#: What follows from another value that is shown.
DERIVED = frozenset({"longitude", "latitude", "period_edtf", "earliest_on", "latest_on", "shape"})
#: What hangs on a site: relation, heading, and the rows that naming one needs.
PARTS: tuple[tuple[str, str | Promise, tuple[str, ...]], ...] = (
    ("names", _("Other names"), ()),
    ("identifiers", _("Official numbers"), ()),
    ("events", _("Events of its life"), ()),
    ("reuses", _("Reuse"), ("kind",)),
    ("components", _("Components"), ()),
    ("designations", _("Designations"), ("scheme",)),
    ("surveys", _("Surveys"), ()),
)


@dataclass(frozen=True)
class Side:
    """What one of the two says, line by line, and the titles of the sources for it."""

    lines: tuple[str, ...]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Compared:
    """One field or group of rows in both records."""

    label: str | Promise
    sides: tuple[Side, Side]

    @property
    def differs(self) -> bool:
        return self.sides[0].lines != self.sides[1].lines


def side_by_side(one: HeritageSite, other: HeritageSite) -> list[Compared]:
    """Return what the newest drafts of the two say, field by field; what neither has is left out."""
    drafts = (one.get_latest_revision_as_object(), other.get_latest_revision_as_object())
    cited = [_cited(draft) for draft in drafts]
    rows = [
        Compared(group.label, (_side(drafts[0], group, cited[0]), _side(drafts[1], group, cited[1])))
        for group in GROUPS
    ]
    rows += [
        Compared(label, (_rows(drafts[0], name, needs), _rows(drafts[1], name, needs)))
        for name, label, needs in PARTS
    ]
    return [row for row in rows if row.sides[0].lines or row.sides[1].lines]


def shown(site: HeritageSite, group: Group) -> str:
    """The values of a group in words, one after the other."""
    words = (_words(site, field) for field in group.fields if field not in DERIVED)
    return "；".join(filter(None, words))


def _side(site: HeritageSite, group: Group, cited: dict[str, list[str]]) -> Side:
    value = shown(site, group)
    sources = cited.get(group.statement, []) if group.statement and value else []
    return Side((value,) if value else (), tuple(sources))


def _rows(site: HeritageSite, relation: str, needs: tuple[str, ...]) -> Side:
    rows = list(getattr(site, relation).all())
    prefetch_related_objects(rows, *needs)
    return Side(tuple(_unique(_named(row) for row in rows)))


def _named(row: Any) -> str:
    """A row by its name; a survey by its day, for it would be named after its site."""
    return f"{row.surveyed_on:%Y-%m-%d} {row.get_purpose_display()}" if isinstance(row, Survey) else str(row)


def _words(site: HeritageSite, name: str) -> str:
    field: Any = HeritageSite._meta.get_field(name)
    if name == "uncertainty_m" and site.uncertainty_m is not None:
        return _now("±%(metres)s m") % {"metres": site.uncertainty_m}
    if field.many_to_many:
        return "、".join(str(term) for term in getattr(site, name).all())
    if field.choices:
        value: Any = getattr(site, f"get_{name}_display")()
    else:
        value = getattr(site, name)
    return "" if value in (None, "") else str(value)


def _cited(site: HeritageSite) -> dict[str, list[str]]:
    """The titles of the sources of each statement."""
    citations = list(site.citations.all())
    sources = Source.objects.in_bulk([row.source_id for row in citations if row.source_id])
    found: dict[str, list[str]] = {}
    for row in citations:
        if row.source_id in sources:
            found.setdefault(row.statement, []).append(str(sources[row.source_id]))
    return {statement: _unique(titles) for statement, titles in found.items()}


def _unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
