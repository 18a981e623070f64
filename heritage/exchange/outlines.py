"""Outlines of divisions from a GeoJSON file into the house, where places are measured by them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from heritage.geometry import CoordinateError
from heritage.geometry.shapes import MOST_POSITIONS
from heritage.geometry.typed_shapes import AREAS, excerpt, geometry_in_wgs84
from heritage.models import Division, DivisionOutline


class OutlineFileError(ValueError):
    """The file as a whole cannot be used; the sentence says why."""


class State(StrEnum):
    """What became of a feature."""

    LOADED = "loaded"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True)
class Outcome:
    """What was done with the feature at `position` of the file, counted from 1."""

    position: int
    code: str
    name: str
    state: State
    reason: str = ""


def read_features(path: Path) -> list[Any]:
    """Return the features of a GeoJSON file. Raises OSError and OutlineFileError."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise OutlineFileError("it is not UTF-8; save it as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise OutlineFileError(f"it is not GeoJSON ({error}); export it again") from error
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(features, list) or not features:
        raise OutlineFileError("it is no GeoJSON FeatureCollection with features; export it as one")
    return features


def load_outlines(features: list[Any], *, code_property: str, system: str) -> Iterator[Outcome]:
    """Store the outline of each feature at the division in force with its code, one transaction each.

    `code_property`: the property that holds the six digits. `system`: key of the declared coordinate system.
    """
    seen: set[str] = set()
    for position, feature in enumerate(features, 1):
        properties = feature.get("properties") if isinstance(feature, dict) else None
        given = properties.get(code_property) if isinstance(properties, dict) else None
        code = excerpt(given).strip() if isinstance(given, str | int) else ""
        name, state, reason = "", State.FAILED, f"no property “{code_property}” with a code"
        if code in seen:
            reason = "the code stands in the file before; one feature a division"
        elif code:
            name, state, reason = _load(feature, code, system)
        seen.add(code)
        yield Outcome(position, code, name, state, reason)


def _load(feature: dict[str, Any], code: str, system: str) -> tuple[str, State, str]:
    """Store one outline; return the name of the division, what was done and why it failed."""
    division = Division.objects.current().filter(code=code).first()
    if division is None:
        return "", State.FAILED, "no division in force has this code"
    try:
        geometry = geometry_in_wgs84(
            feature.get("geometry"), system, kinds=AREAS, most_positions=MOST_POSITIONS
        )
        state = _store(division, geometry)
    except CoordinateError as error:
        return division.full_name, State.FAILED, error.message_en
    except ValidationError as error:
        return division.full_name, State.FAILED, " ".join(error.messages)
    return division.full_name, state, ""


def _store(division: Division, geometry: dict[str, Any]) -> State:
    with transaction.atomic():
        outline = DivisionOutline.objects.filter(division=division).first()
        if outline is not None and outline.geometry == geometry:
            return State.UNCHANGED
        outline = outline or DivisionOutline(division=division)
        outline.geometry = geometry
        outline.full_clean()
        outline.save()
        return State.LOADED
