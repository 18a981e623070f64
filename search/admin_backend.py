"""Chinese search in every search box of the officers' admin, in Wagtail's own SQLite full-text index.

The stock backend takes a run of Han characters for one word: no part of it is found. Here text and query
are folded alike (`search.text`), each Han character is a word and a run of them in a query is a phrase, so
any part of any length is found, traditional or simplified. Every box looks into all indexed fields and
completes Latin words. Keys must be integers. Measurements: docs/decisions/admin-search.md.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any

from django.db.models import BigIntegerField, Case, F, Model, QuerySet, Value, When
from django.db.models.functions import Cast
from modelsearch.backends.base import BaseSearchResults
from modelsearch.backends.database.sqlite import sqlite
from modelsearch.backends.database.sqlite.query import BM25, MatchExpression, normalize
from modelsearch.query import MATCH_NONE, And, MatchAll, Not, Or, Phrase, PlainText, SearchQuery
from modelsearch.utils import AND, OR, get_content_type_pk, get_descendants_content_types_pks

from search.text import fold, is_bigram_character

COLUMNS = ["title", "body", "autocomplete"]
RANKED = 2000  # hits; above that the newest come first, for ranking would take seconds
LONGEST_QUERY = 100  # characters of each part of a query


def words(text: str) -> str:
    """Return the folded text with each Han character a word of its own."""
    return " ".join(" ".join(run) if is_han else run for is_han, run in _runs(text))


def analysed(query: SearchQuery) -> SearchQuery | None:
    """Return the query in the words of the index; None when it holds nothing but punctuation."""
    match query:
        case PlainText(query_string=text):
            parts = (
                Phrase(" ".join(run)) if is_han else PlainText(run, operator=query.operator)
                for is_han, run in _runs(text[:LONGEST_QUERY])
            )
            return _combined(OR if query.operator == "or" else AND, parts)
        case Phrase(query_string=text):
            phrase = words(text[:LONGEST_QUERY])
            return Phrase(phrase) if phrase else None
        case And(subqueries=queries):
            return _combined(AND, filter(None, map(analysed, queries)))
        case Or(subqueries=queries):
            return _combined(OR, filter(None, map(analysed, queries)))
        case Not(subquery=unwanted):
            refused = analysed(unwanted)
            return Not(refused) if refused else None
        case _:
            return query


def _runs(text: str) -> Iterator[tuple[bool, str]]:
    """Cut folded text where Han and other characters meet; what is only spaces is left out."""
    for is_han, run in groupby(fold(text), is_bigram_character):
        if stripped := "".join(run).strip():
            yield is_han, stripped


def _combined(
    join: Callable[[list[SearchQuery]], SearchQuery], queries: Iterable[SearchQuery]
) -> SearchQuery | None:
    """Join in a tree that is as flat as possible: SQLite refuses deep ones."""
    found = list(queries)
    return join(found) if found else None


class WordIndexer(sqlite.ObjectIndexer):
    """What a row puts into the index."""

    def prepare_value(self, value: Any) -> str:
        """Return the words of a field's value."""
        return words(super().prepare_value(value))


class WordIndex(sqlite.SQLiteIndex):
    """One entry a row, written in one statement."""

    def add_items(self, model: type[Model], rows: Iterable[Model]) -> None:
        """Write the entries of these rows; the title norms of the stock index are not used here."""
        content_type_id = get_content_type_pk(model)
        indexers = [WordIndexer(row, self.backend) for row in rows]
        sqlite.IndexEntry.objects.bulk_create(
            [
                sqlite.IndexEntry(
                    content_type_id=content_type_id,
                    object_id=indexer.id,
                    **{column: getattr(indexer, column) for column in COLUMNS},
                )
                for indexer in indexers
            ],
            update_conflicts=True,
            unique_fields=["content_type", "object_id"],
            update_fields=COLUMNS,
        )


class WordQueryCompiler(sqlite.SQLiteSearchQueryCompiler):
    """Matches first, filters then.

    The stock query lets SQLite walk all entries of a model and probe the full-text index for each, and
    ranks every row with a query of its own.
    """

    FTS_TABLE_FIELDS = COLUMNS
    LAST_TERM_IS_PREFIX = True

    def search(
        self, config: Any, start: int | None, stop: int | None, score_field: str | None = None
    ) -> QuerySet:
        """Return the hits between two places: the best first, unless the queryset has an order to keep."""
        query = normalize(self.query)
        if isinstance(query, (MatchAll, Not)) or score_field is not None:
            return super().search(config, start, stop, score_field=score_field)
        matches = self._matches(self.build_search_query(query, config=config))
        if self.order_by_relevance and stop is not None:
            ranked = list(
                matches.annotate(rank=BM25()).order_by("rank", "-key").values_list("key", flat=True)[:RANKED]
            )
            if len(ranked) < RANKED:
                return self._page_of(ranked, start or 0, stop)
        hits = self.queryset.filter(pk__in=matches.values("key"))
        if self.order_by_relevance or not hits.query.order_by:
            hits = hits.order_by("-pk")
        return hits[start:stop]

    def _matches(self, expression: Any) -> QuerySet:
        """Entries that match, with the row's `key`; the added zero keeps the content type's index out."""
        return (
            sqlite.SQLiteFTSIndexEntry.objects.filter(MatchExpression(COLUMNS, expression))
            .annotate(
                content_type=F("index_entry__content_type_id") + 0,
                key=Cast("index_entry__object_id", BigIntegerField()),
            )
            .filter(content_type__in=get_descendants_content_types_pks(self.queryset.model))
        )

    def _page_of(self, ranked: list[int], start: int, stop: int) -> QuerySet:
        """Cut a page from what the queryset holds of the ranked keys."""
        held = set(self.queryset.filter(pk__in=ranked).values_list("pk", flat=True))
        page = [key for key in ranked if key in held][start:stop]
        places = Case(*[When(pk=key, then=Value(place)) for place, key in enumerate(page)], default=0)
        return self.queryset.filter(pk__in=page).order_by(places)


class WordAutocompleteCompiler(WordQueryCompiler, sqlite.SQLiteAutocompleteQueryCompiler):
    """What Wagtail's listings and choosers ask; it finds the same as a search."""


class SearchBackend(sqlite.SQLiteSearchBackend):
    """Named by WAGTAILSEARCH_BACKENDS."""

    query_compiler_class = WordQueryCompiler
    autocomplete_query_compiler_class = WordAutocompleteCompiler
    index_class = WordIndex

    def _search(
        self,
        compiler: type[sqlite.SQLiteSearchQueryCompiler],
        query: str | SearchQuery,
        *args: Any,
        operator: str | None = None,
        **options: Any,
    ) -> BaseSearchResults:
        if isinstance(query, str):
            query = PlainText(query, operator=operator or compiler.DEFAULT_OPERATOR)
        # Not the empty text: listings break on the results that Wagtail makes of it.
        return super()._search(compiler, analysed(query) or MATCH_NONE, *args, operator=operator, **options)
