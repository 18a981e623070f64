"""A search is a value: forms make it, engines translate it. It knows no engine."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from search.facets import FACET_NAMES, SORT_NAMES

# No engine answers further than this, whatever the page size.
MAX_HITS = 10_000

Filters = tuple[tuple[str, tuple[str, ...]], ...]


class InvalidQueryError(ValueError):
    """A query was built from values that no form should let through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchQuery:
    """What is looked for, how it is ordered and which page of it is wanted.

    ``text``: terms are AND-ed, "quoted" text is one phrase, and any text is valid.
    ``filters``: facet → values, OR inside a facet, AND across facets; a mapping or pairs are accepted.
    ``years``: inclusive (from, to), either may be None; finds records whose years overlap them.
    ``bbox``: (west, south, east, north) in WGS 84 degrees.
    ``sort``: a name of ``search.facets.SORTS``; empty means relevance with text, pinyin without.
    Raises InvalidQueryError for values that cannot be searched for.
    """

    text: str = ""
    filters: Filters | Mapping[str, tuple[str, ...]] = ()
    years: tuple[int | None, int | None] | None = None
    bbox: tuple[float, float, float, float] | None = None
    sort: str = ""
    page: int = 1
    per_page: int = 20
    language: str = "zh-hans"

    def __post_init__(self) -> None:
        object.__setattr__(self, "filters", _normalised(self.filters))
        if self.years == (None, None):
            object.__setattr__(self, "years", None)
        if self.sort not in ("", *SORT_NAMES):
            raise InvalidQueryError(f"Unknown sort {self.sort!r}; known are {', '.join(SORT_NAMES)}.")
        if self.page < 1 or self.per_page < 1 or self.offset + self.per_page > MAX_HITS:
            raise InvalidQueryError(
                f"Page {self.page} of {self.per_page} hits lies outside hits 1 to {MAX_HITS:,}; "
                "narrow the search instead of paging further."
            )
        first, last = self.years or (None, None)
        if first is not None and last is not None and first > last:
            raise InvalidQueryError(f"The years begin in {first} but end in {last}.")
        if self.bbox and not _is_box(self.bbox):
            raise InvalidQueryError(f"{self.bbox} is not a box of west, south, east, north in degrees.")

    @property
    def offset(self) -> int:
        return (self.page - 1) * self.per_page

    @property
    def order(self) -> str:
        """The sort in force: relevance only where there is text to be relevant to."""
        if self.text.strip():
            return self.sort or "relevance"
        return "pinyin" if self.sort in ("", "relevance") else self.sort

    def selected(self, facet: str) -> tuple[str, ...]:
        """The chosen values of a facet, sorted; empty if it does not narrow the search."""
        return dict(self.filters).get(facet, ())

    def without(self, facet: str) -> Self:
        """The same search, not narrowed by this facet."""
        return replace(self, filters={**dict(self.filters), facet: ()})


def _normalised(filters: Filters | Mapping[str, tuple[str, ...]]) -> Filters:
    """Pairs in the order of FACETS with sorted values, so that equal searches are equal values."""
    chosen = dict(filters)
    unknown = sorted(set(chosen) - set(FACET_NAMES))
    if unknown:
        raise InvalidQueryError(f"Unknown facet {', '.join(unknown)}; known are {', '.join(FACET_NAMES)}.")
    return tuple((name, tuple(sorted(set(chosen[name])))) for name in FACET_NAMES if chosen.get(name))


def _is_box(box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    return -180 <= west <= east <= 180 and -90 <= south <= north <= 90
