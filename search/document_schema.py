"""What a search engine is given: one flat, public document for each record.

``search.documents`` builds these from models and decides what is public; engines take them and
know no model. Highlights are made from the same texts, so a snippet cannot show more than the index.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

# The order is part of the index format (an engine may store the place of a kind in this list):
# append, never reorder.
KINDS = ("site", "component", "project", "area", "enterprise", "page")

MAX_DECADES = 300


class DocumentKey(NamedTuple):
    """The identity of a document: one of ``KINDS`` and the primary key of the row."""

    kind: str
    pk: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchDocument:
    """The public face of one record, ready to be analysed.

    ``version`` grows with every change of the row and is what the index check compares.
    ``texts`` are (field, text) pairs such as ``("description", "…")`` and ``("sources", "…")``.
    ``codes`` are numbers given by others (census, list, decree numbers); ``number`` is our own.
    ``pinyin`` comes from ``search.pinyin.name_keys``, ``sort_key`` from ``search.pinyin.sort_key``.
    ``facets`` maps a facet name to the values of this record; a division is given with its ancestors.
    Years are inclusive; ``longitude`` and ``latitude`` are WGS 84 degrees as the public may see them;
    ``listed_on`` is the ordinal of the day of listing (``datetime.date.toordinal``).
    """

    kind: str
    pk: int
    version: int
    title_zh: str
    title_en: str = ""
    number: str = ""
    former_names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    codes: tuple[str, ...] = ()
    pinyin: tuple[str, ...] = ()
    sort_key: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    year_from: int | None = None
    year_to: int | None = None
    longitude: float | None = None
    latitude: float | None = None
    listed_on: int | None = None

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"Unknown kind {self.kind!r} of {self.pk}; known are {', '.join(KINDS)}.")
        if (self.longitude is None) != (self.latitude is None):
            raise ValueError(f"{self.kind} {self.pk} has a longitude or a latitude, but not both.")
        if self.year_from is not None and self.year_to is not None and self.year_from > self.year_to:
            raise ValueError(f"{self.kind} {self.pk} begins in {self.year_from} and ends in {self.year_to}.")

    @property
    def key(self) -> DocumentKey:
        return DocumentKey(self.kind, self.pk)

    @property
    def years(self) -> tuple[int, int] | None:
        """First and last year; a single bound stands for both."""
        known = [year for year in (self.year_from, self.year_to) if year is not None]
        return (known[0], known[-1]) if known else None

    @property
    def decades(self) -> tuple[int, ...]:
        """First year of every decade the record touches, so that a bar counts what its years filter finds.

        Of a span of more than 3,000 years the latest decades are kept.
        """
        if self.years is None:
            return ()
        first, last = (year // 10 * 10 for year in self.years)
        return tuple(range(max(first, last - 10 * (MAX_DECADES - 1)), last + 10, 10))

    def fields(self) -> tuple[tuple[str, str], ...]:
        """The searched texts as written, in the order in which highlights are shown."""
        return (
            ("name", self.title_zh),
            ("name_en", self.title_en),
            *(("former_names", name) for name in self.former_names),
            *(("place", place) for place in self.places),
            *self.texts,
        )
