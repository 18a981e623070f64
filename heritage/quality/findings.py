"""What a rule finds, and the table row that every rule is."""

import dataclasses
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from heritage.models.quality_flags import FlagKind
from heritage.quality.facts import SiteFacts


@dataclass(frozen=True)
class Found:
    """One doubt. `about` tells two doubts of one rule apart; `values` fill the sentence of the rule.

    `values` are plain JSON: as long as they stay the same, an answer to the doubt stands.
    """

    field: str
    about: str = ""
    values: dict[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Rule:
    """A rule by its key: which kind of flag it raises, the sentence for the officer, and how it is found."""

    key: str
    kind: FlagKind
    sentence: str | Promise
    find: Callable[[SiteFacts], Iterable[Found]]


@dataclass(frozen=True)
class Finding:
    """What is to be written as a flag of one site."""

    kind: str
    field: str
    key: str
    particulars: dict[str, Any]
    other_id: int | None = None
