"""Rows of docs/lifecycles.md about the four haves: what evidence must say, and who draws which zone."""

from collections.abc import Iterator

from heritage.lifecycles.fulfilments import FULFILMENTS
from heritage.lifecycles.zone_rules import RULES
from heritage.models.fulfilled_duties import DutyKey
from heritage.models.zones import ZoneKind

EVIDENCE = ("duty", "evidence must have", "article")
ZONES = ("zone", "levels", "drawn by", "a paper of another body is", "article")


def what_evidence_has() -> Iterator[tuple[object, ...]]:
    """Yield a row for each duty."""
    for row in FULFILMENTS.values():
        yield DutyKey(row.duty).label, ", ".join(str(need.label) for need in row.needs), row.article


def who_draws() -> Iterator[tuple[object, ...]]:
    """Yield a row for each kind and level."""
    for row in RULES:
        authorities = " or ".join(str(authority.label) for authority in row.authorities)
        otherwise = "refused" if row.is_plain else "taken, with a warning"
        yield ZoneKind(row.kind).label, ", ".join(row.levels), authorities, otherwise, row.article
