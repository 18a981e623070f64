"""Which statements rest on the writer's own knowledge alone, and the sources that may be named."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from heritage.models import Source
from heritage.models.sources import Citation

# What they support is never told, so neither is what a source says about it.
INTERNAL_STATEMENTS = frozenset({"address", "note", "last_known_place"})


@dataclass(frozen=True)
class CitedSource:
    """A source with its place in the record's list, and the statements it supports."""

    index: int
    title: str
    reference: str
    url: str | None
    confidence: str
    statements: tuple[tuple[str, str, str], ...]  # (statement, locator, claim)


@dataclass(frozen=True)
class Evidence:
    """What the citations of one record say about what may be told, and by which sources.

    `withheld` holds the statements of which every source is the writer's own knowledge, or was deleted.
    """

    withheld: frozenset[str]
    sources: tuple[CitedSource, ...]
    indexes: dict[str, tuple[int, ...]]

    @classmethod
    def of(cls, citations: Iterable[Citation], *, claims_withheld: Iterable[str] = ()) -> Self:
        """Read the citations; of statements in `claims_withheld` the source is named, its words are not."""
        citations = list(citations)
        numbered = _number_sources(citations)
        return cls(
            withheld=own_knowledge_statements(citations),
            sources=tuple(
                _cited(source, number, citations, frozenset(claims_withheld))
                for source, number in numbered.items()
            ),
            indexes=_indexes_by_statement(citations, numbered),
        )

    def tells(self, statement: str) -> bool:
        return statement not in self.withheld

    def text(self, statement: str, value: str) -> str:
        """The value where the statement may be told, else nothing."""
        return value if self.tells(statement) else ""


def own_knowledge_statements(citations: Iterable[Citation]) -> frozenset[str]:
    """Return the statements of which every source is the writer's own knowledge, or was deleted since."""
    sourced: dict[str, bool] = {}
    for citation in citations:
        if citation.statement:
            is_sourced = citation.source is not None and not citation.source.is_own_knowledge
            sourced[citation.statement] = sourced.get(citation.statement, False) or is_sourced
    return frozenset(statement for statement, is_sourced in sourced.items() if not is_sourced)


def rests_on_own_knowledge(sources: Iterable[Source | None]) -> bool:
    """Whether there are sources and none of them may be named."""
    given = list(sources)
    return bool(given) and all(source is None or source.is_own_knowledge for source in given)


def _number_sources(citations: Iterable[Citation]) -> dict[Source, int]:
    """Number the tellable sources from 1, each once, in the order of the record."""
    numbered: dict[Source, int] = {}
    for citation in citations:
        source = citation.source
        if source and not source.is_own_knowledge and source not in numbered:
            numbered[source] = len(numbered) + 1
    return numbered


def _indexes_by_statement(
    citations: Iterable[Citation], numbered: dict[Source, int]
) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for citation in citations:
        if citation.source in numbered and citation.statement not in ("", *INTERNAL_STATEMENTS):
            found.setdefault(citation.statement, []).append(numbered[citation.source])
    return {statement: tuple(sorted(set(indexes))) for statement, indexes in found.items()}


def _cited(
    source: Source, number: int, citations: Sequence[Citation], claims_withheld: frozenset[str]
) -> CitedSource:
    return CitedSource(
        index=number,
        title=source.title,
        reference=source.reference,
        url=source.url,
        confidence=source.confidence,
        statements=tuple(
            (
                citation.statement,
                citation.locator,
                "" if citation.statement in claims_withheld else citation.claim,
            )
            for citation in citations
            if citation.source == source
            and citation.statement
            and citation.statement not in INTERNAL_STATEMENTS
        ),
    )
