"""SearchQuery → tantivy.Query: pure functions. No user text is ever parsed by Tantivy.

Tokens hold letters, digits and ``_`` only (``search.text``), so they are safe inside a regular expression.
"""

from collections.abc import Iterable

from tantivy import FieldType, Occur, Query, Schema

from search.engines.embedded_schema import facet_field
from search.index_fields import TEXT_WEIGHTS, TIE_BREAKER, WORD_WEIGHTS
from search.query import SearchQuery
from search.terms import LONGEST_BEGINNING, Term, parse


def build_query(schema: Schema, query: SearchQuery) -> Query:
    """Everything that narrows a search: terms, filters, years and box."""
    parsed = parse(query.text)
    if parsed.is_unsearchable:
        return Query.empty_query()
    return every(
        [
            *(term_query(schema, term) for term in parsed.terms),
            *(
                Query.const_score_query(Query.term_set_query(schema, facet_field(name), list(values)), 0.0)
                for name, values in dict(query.filters).items()
            ),
            *_years(schema, query),
            *_box(schema, query),
        ]
    )


def term_query(schema: Schema, term: Term, *, is_typing: bool = False) -> Query:
    """A term in whichever field it scores best; ``is_typing``: its last word may go on."""
    return Query.disjunction_max_query(list(field_queries(schema, term, is_typing).values()), TIE_BREAKER)


def field_queries(schema: Schema, term: Term, is_typing: bool = False) -> dict[str, Query]:
    """Field → weighted query for a term, for the fields where it can stand."""
    queries = {name: _phrase(schema, name, term, is_typing) for name in TEXT_WEIGHTS}
    if term.begins_code:
        queries["code"] = _beginning(schema, "code", term.code)
    elif term.code:
        queries["code"] = Query.term_query(schema, "code", term.code)
    if term.pinyin:
        queries["pinyin"] = any_of(
            [_beginning(schema, "pinyin", start) for start in (term.pinyin, f"_{term.pinyin}")]
        )
    weights = {**TEXT_WEIGHTS, **WORD_WEIGHTS}
    return {name: Query.boost_query(query, weights[name]) for name, query in queries.items()}


def every(queries: list[Query]) -> Query:
    """All of the queries; every document if there is none."""
    if not queries:
        return Query.all_query()
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def any_of(queries: list[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def _phrase(schema: Schema, field: str, term: Term, is_typing: bool) -> Query:
    is_open = (term.ends_open or is_typing) and len(term.tokens[-1]) <= LONGEST_BEGINNING
    if len(term.tokens) == 1:
        token = term.tokens[0]
        return _beginning(schema, field, token) if is_open else Query.term_query(schema, field, token)
    if is_open:
        # phrase_prefix_query looks at 50 continuations only, in the order of the alphabet.
        return Query.regex_phrase_query(schema, field, [*term.tokens[:-1], f"{term.tokens[-1]}.*"])
    # Every bigram is needed: with every second one, 四平，铁东 would count as 四平铁东.
    return Query.phrase_query(schema, field, list(term.tokens))


def _beginning(schema: Schema, field: str, start: str) -> Query:
    if len(start) > LONGEST_BEGINNING:
        return Query.term_query(schema, field, start)
    return Query.regex_query(schema, field, f"{start}.*")


def _years(schema: Schema, query: SearchQuery) -> Iterable[Query]:
    """Spans that overlap the wanted years."""
    first, last = query.years or (None, None)
    if last is not None:
        yield _range(schema, "year_from", FieldType.Integer, None, last)
    if first is not None:
        yield _range(schema, "year_to", FieldType.Integer, first, None)


def _box(schema: Schema, query: SearchQuery) -> Iterable[Query]:
    if query.bbox:
        west, south, east, north = query.bbox
        yield _range(schema, "longitude", FieldType.Float, west, east)
        yield _range(schema, "latitude", FieldType.Float, south, north)


def _range(schema: Schema, field: str, kind: FieldType, low: float | None, high: float | None) -> Query:
    return Query.const_score_query(Query.range_query(schema, field, kind, low, high), 0.0)
