"""Rows without drafts: made when missing, altered where they differ, left alone where a person edited."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import ModelLogEntry

DATA = Path(__file__).parent / "data"


def read_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file among the data that come with the project."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def bring_up(row: Model, values: Mapping[str, Any]) -> bool:
    """Save the row if it is new or a value differs, and say so: some saves re-index what depends on them.

    Foreign keys are given by their column, `parent_id`, so that comparing asks no queries.
    """
    differing = {field: value for field, value in values.items() if getattr(row, field) != value}
    if not differing and row.pk is not None:
        return False
    for field, value in differing.items():
        setattr(row, field, value)
    row.save()
    return True


def edited_keys(model: type[Model]) -> set[str]:
    """Return the primary keys, as text, of the rows that a person has worked on."""
    content_type = ContentType.objects.get_for_model(model, for_concrete_model=False)
    entries = ModelLogEntry.objects.filter(content_type=content_type).exclude(user=None)
    return set(entries.values_list("object_id", flat=True))
