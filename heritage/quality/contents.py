"""The parts of many sites as their officers have them now: of the newest draft, or of what is public."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from heritage.models import HeritageSite, Reuse, SiteCitation, SiteEvent, SiteName, Source
from heritage.models.sources import SourceBasis

Row = dict[str, Any]
PARTS: dict[str, type[Model]] = {
    "names": SiteName,
    "events": SiteEvent,
    "reuses": Reuse,
    "citations": SiteCitation,
}


def contents_of(sites: Iterable[HeritageSite]) -> dict[int, Row]:
    """Return the values of each site with its parts as lists of values, keyed by primary key.

    `sites` have their latest revision selected. One query for every kind of part.
    """
    found: dict[int, Row] = {}
    from_rows: list[HeritageSite] = []
    for site in sites:
        draft = site.latest_revision
        if draft is not None and (site.has_unpublished_changes or not site.live):
            found[site.pk] = draft.content
        else:
            from_rows.append(site)
    parts = {name: _rows_by_site(model, from_rows) for name, model in PARTS.items()}
    for site in from_rows:
        values = {field.name: field.value_from_object(site) for field in site._meta.concrete_fields}
        found[site.pk] = values | {name: rows[site.pk] for name, rows in parts.items()}
    return found


def sourced_keys(contents: Iterable[Row]) -> set[int]:
    """Return which of the sources cited there are more than the writer's own knowledge. One query."""
    cited = {row["source"] for content in contents for row in content.get("citations", ())}
    sources = Source.objects.filter(pk__in=cited - {None}).exclude(basis=SourceBasis.OWN_KNOWLEDGE)
    return set(sources.values_list("pk", flat=True))


def _rows_by_site(model: type[Model], sites: list[HeritageSite]) -> dict[int, list[Row]]:
    rows: dict[int, list[Row]] = defaultdict(list)
    if not sites:
        return rows
    for row in model._default_manager.filter(site__in=[site.pk for site in sites]).order_by("pk").values():
        row["source"] = row.get("source_id")
        rows[row["site_id"]].append(row)
    return rows
