"""SearchQuery → a query of Elasticsearch: pure functions. No user text is ever parsed by the server.

The same rules as `search.engines.embedded_queries`, told in another language.
"""

from collections.abc import Iterable

from elasticsearch.dsl.query import (
    Bool,
    DisMax,
    Exists,
    MatchAll,
    MatchNone,
    MatchPhrase,
    MatchPhrasePrefix,
    Prefix,
    Query,
    Range,
    Terms,
)
from elasticsearch.dsl.query import Term as Exactly

from search.engines.elasticsearch_schema import facet_field
from search.index_fields import TEXT_WEIGHTS, TIE_BREAKER, WORD_WEIGHTS
from search.query import SearchQuery
from search.terms import LONGEST_BEGINNING, Term, parse

# The server looks at 50 continuations only, unless told otherwise; a character begins a few thousand pairs.
CONTINUATIONS = 20_000
# Every document but the one that tells the revision.
RECORDS = Exists(field="version")


def text_query(query: SearchQuery) -> Query:
    """The terms and the box: what narrows hits and every count alike."""
    parsed = parse(query.text)
    if parsed.is_unsearchable:
        return MatchNone()
    terms = [term_query(term) for term in parsed.terms]
    return Bool(must=terms, filter=[RECORDS, *_box(query)])


def narrowing(query: SearchQuery) -> Query:
    """The chosen facets and years: each is left out where its own values are counted."""
    return Bool(filter=[*_facets(query), *_years(query)] or [MatchAll()])


def whole_query(query: SearchQuery) -> Query:
    """Everything that narrows a search."""
    return Bool(must=[text_query(query)], filter=[narrowing(query)])


def term_query(term: Term, *, is_typing: bool = False) -> Query:
    """A term in whichever field it scores best; `is_typing`: its last word may go on."""
    fields = [_phrase(name, weight, term, is_typing) for name, weight in TEXT_WEIGHTS.items()]
    return DisMax(queries=[*fields, *_words(term)], tie_breaker=TIE_BREAKER)


def _words(term: Term) -> Iterable[Query]:
    weight = WORD_WEIGHTS["code"]
    if term.begins_code:
        yield _beginning("code", weight, term.code)
    elif term.code:
        yield Exactly("code", {"value": term.code, "boost": weight})
    if term.pinyin:
        weight = WORD_WEIGHTS["pinyin"]
        yield Bool(should=[_beginning("pinyin", weight, start) for start in (term.pinyin, f"_{term.pinyin}")])


def _phrase(field: str, weight: float, term: Term, is_typing: bool) -> Query:
    is_open = (term.ends_open or is_typing) and len(term.tokens[-1]) <= LONGEST_BEGINNING
    if len(term.tokens) == 1:
        token = term.tokens[0]
        return (
            _beginning(field, weight, token) if is_open else Exactly(field, {"value": token, "boost": weight})
        )
    words = {"query": " ".join(term.tokens), "boost": weight}
    if is_open:
        return MatchPhrasePrefix(field, words | {"max_expansions": CONTINUATIONS})
    return MatchPhrase(field, words)


def _beginning(field: str, weight: float, start: str) -> Query:
    if len(start) > LONGEST_BEGINNING:
        return Exactly(field, {"value": start, "boost": weight})
    return Prefix(field, {"value": start, "boost": weight})


def _facets(query: SearchQuery) -> Iterable[Query]:
    for name, values in dict(query.filters).items():
        yield Terms(facet_field(name), list(values))


def _years(query: SearchQuery) -> Iterable[Query]:
    """Spans that overlap the wanted years."""
    first, last = query.years or (None, None)
    if last is not None:
        yield Range("year_from", {"lte": last})
    if first is not None:
        yield Range("year_to", {"gte": first})


def _box(query: SearchQuery) -> Iterable[Query]:
    if query.bbox:
        west, south, east, north = query.bbox
        yield Range("longitude", {"gte": west, "lte": east})
        yield Range("latitude", {"gte": south, "lte": north})
