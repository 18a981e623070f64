"""Which statements rest on the writer's own knowledge alone, and the sources that may be named."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from heritage.models import Source
from heritage.models.sources import Citation

# What they support is never told, so neither is what a source says about it.
INTERNAL_STATEMENTS = frozenset({"address", "note", "last_known_place"})


class CitedStatement(NamedTuple):
    """What a source was used for; `confidence` is that of this use, else that of the source."""

    statement: str
    locator: str
    claim: str
    confidence: str


@dataclass(frozen=True)
class CitedSource:
    """A source with its place in the record's list, and the statements it supports."""

    index: int
    title: str
    reference: str
    url: str | None
    confidence: str
    statements: tuple[CitedStatement, ...]


@dataclass(frozen=True)
class Claim:
    """What one source says of a statement, and how far that can be trusted."""

    text: str
    source_index: int
    locator: str
    confidence: str


@dataclass(frozen=True)
class Disagreement:
    """A statement of which the sources say different things. Which is right is not for a program to say."""

    statement: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Evidence:
    """What the citations of one record say about what may be told, and by which sources.

    `withheld` holds the statements of which every source is the writer's own knowledge, or was deleted.
    """

    withheld: frozenset[str]
    sources: tuple[CitedSource, ...]
    indexes: dict[str, tuple[int, ...]]
    disagreements: tuple[Disagreement, ...]

    @classmethod
    def of(cls, citations: Iterable[Citation], *, claims_withheld: Iterable[str] = ()) -> Self:
        """Read the citations; of statements in `claims_withheld` the source is named, its words are not."""
        citations = list(citations)
        numbered = _number_sources(citations)
        claims_withheld = frozenset(claims_withheld)
        return cls(
            withheld=own_knowledge_statements(citations),
            sources=tuple(
                _cited(source, number, citations, claims_withheld) for source, number in numbered.items()
            ),
            indexes=_indexes_by_statement(citations, numbered),
            disagreements=_disagreements(citations, numbered, claims_withheld | INTERNAL_STATEMENTS),
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


def may_be_named(source: Source) -> bool:
    """Whether the public may be told of a source: not of what somebody merely knows."""
    return not source.is_own_knowledge


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


def _disagreements(
    citations: Iterable[Citation], numbered: dict[Source, int], untold: frozenset[str]
) -> tuple[Disagreement, ...]:
    """Gather the claims of each statement that may be told; those alike but for spaces are one claim."""
    claims: dict[str, dict[str, Claim]] = {}
    for citation in citations:
        source, text = citation.source, " ".join(citation.claim.split())
        if source is None or source not in numbered or not text or citation.statement in ("", *untold):
            continue
        claim = Claim(text, numbered[source], citation.locator, citation.confidence or source.confidence)
        claims.setdefault(citation.statement, {}).setdefault(text, claim)
    return tuple(
        Disagreement(statement, tuple(found.values()))
        for statement, found in claims.items()
        if len(found) > 1
    )


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
            CitedStatement(
                citation.statement,
                citation.locator,
                "" if citation.statement in claims_withheld else citation.claim,
                citation.confidence or source.confidence,
            )
            for citation in citations
            if citation.source == source
            and citation.statement
            and citation.statement not in INTERNAL_STATEMENTS
        ),
    )
