"""What a search answers. Engines return keys; the rows come from the database."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from search.document_schema import DocumentKey

# Warning codes; the catalogue words them.
NOTHING_TO_SEARCH = "nothing-to-search"  # the text holds nothing but punctuation
TEXT_SHORTENED = "text-shortened"  # terms past the limit of search.text were not searched


class SearchUnavailableError(Exception):
    """The engine cannot answer or write now. Says what was found and what to do."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One found record. Where it matched is seen in its texts: see ``search.highlight``."""

    key: DocumentKey
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class FacetCount:
    value: str
    count: int
    is_selected: bool = False


@dataclass(frozen=True, slots=True)
class YearCount:
    """One bar of the histogram: records dated in the inclusive years."""

    year_from: int
    year_to: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResults:
    """A page of hits, and counts over all hits.

    Each facet is counted without its own filter, the histogram without the years filter.
    ``revision`` changes with every change of the index: fit for an ETag. ``took_ms`` is the engine's time.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, tuple[FacetCount, ...]] = field(default_factory=dict)
    years: tuple[YearCount, ...] = ()
    generation: str = ""
    revision: str = ""
    took_ms: float = 0.0
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cluster:
    """Points near each other at a zoom level: their mean place, and the key where there is one point."""

    longitude: float
    latitude: float
    count: int
    key: DocumentKey | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    key: DocumentKey
    name: str
    name_en: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Generation:
    """One build of the index. ``problem`` says why it cannot be read; empty if it can."""

    name: str
    is_current: bool
    document_count: int
    problem: str = ""


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """Whether searches can be answered, by what, and what stands in the way.

    ``is_outdated``: built with another schema, analysis chain or engine version; rebuild.
    ``revision``: that of ``SearchResults``; empty where nothing can be answered.
    """

    engine: str
    generation: str
    document_count: int
    is_outdated: bool = False
    problem: str = ""
    revision: str = ""
