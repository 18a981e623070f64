"""How every search engine takes documents, and changes from one generation to the next."""

from dataclasses import replace

import pytest

from search.document_schema import DocumentKey
from search.query import SearchQuery
from search.results import SearchUnavailableError
from tests.search.documents import AREA, CELLAR, CEMENT, CORPUS, DEPOT, FERROALLOY, make_document
from tests.search.engines import found, keys


def test_an_update_replaces_the_record_and_is_visible_at_once(engine):
    generation = engine.search(SearchQuery()).generation
    engine.apply(generation, [replace(CELLAR, title_zh="山葡萄酒厂", texts=(), version=2)])
    assert (found(engine, "酒窖"), found(engine, "山葡萄")) == (set(), keys(CELLAR))
    assert dict(engine.versions()) == {document.key: 1 for document in CORPUS} | {CELLAR.key: 2}


def test_a_deletion_takes_one_record_of_one_kind(engine):
    engine.apply(engine.search(SearchQuery()).generation, (), [AREA.key, DocumentKey("page", 77)])
    assert found(engine) == keys(CEMENT, FERROALLOY, DEPOT, CELLAR)


def test_doing_a_batch_twice_changes_nothing_more(engine):
    generation = engine.search(SearchQuery()).generation
    for _ in range(2):
        engine.apply(generation, [*CORPUS, CEMENT], [DEPOT.key])
    assert sorted(key for key, _ in engine.versions()) == sorted(keys(*CORPUS))


def test_a_batch_that_fails_half_way_leaves_nothing_behind(engine):
    generation = engine.search(SearchQuery()).generation

    def broken():
        yield make_document(50, "半途")
        raise LookupError("row 51")

    with pytest.raises(LookupError, match="row 51"):
        engine.apply(generation, broken())
    engine.apply(generation, [])
    assert found(engine, "半途") == set()


def test_the_revision_changes_with_the_index_only(engine):
    first, second = (engine.search(SearchQuery(text=text)).revision for text in ("湾", ""))
    assert first == second
    engine.apply(engine.search(SearchQuery()).generation, [], [AREA.key])
    assert engine.search(SearchQuery()).revision != first


# Generations


def test_without_an_index_a_search_is_unavailable_and_says_what_to_run(empty_engine):
    with pytest.raises(SearchUnavailableError, match="rebuild_search_index"):
        empty_engine.search(SearchQuery())
    assert "rebuild_search_index" in empty_engine.status().problem
    assert empty_engine.generations() == ()


def test_a_new_generation_answers_only_after_its_promotion(engine):
    old = engine.search(SearchQuery()).generation
    new = engine.create()
    engine.apply(new, [AREA])
    assert found(engine) == keys(*CORPUS)
    engine.promote(new)
    assert found(engine) == keys(AREA)
    assert [(state.name, state.is_current, state.document_count) for state in engine.generations()] == [
        (old, False, 5),
        (new, True, 1),
    ]
    assert dict(engine.versions(old)).keys() == keys(*CORPUS)


def test_a_dropped_generation_is_gone_and_the_current_one_cannot_be_dropped(engine):
    current, other = engine.search(SearchQuery()).generation, engine.create()
    engine.drop(other)
    engine.drop(other)
    with pytest.raises(SearchUnavailableError, match="promote another"):
        engine.drop(current)
    assert [state.name for state in engine.generations()] == [current]


def test_a_generation_that_is_not_there_cannot_be_promoted(engine):
    gone = engine.create()
    engine.drop(gone)
    for name in (gone, "../elsewhere"):
        with pytest.raises(SearchUnavailableError):
            engine.promote(name)
    assert found(engine) == keys(*CORPUS)


def test_the_status_tells_what_answers(engine):
    status = engine.status()
    assert (status.generation, status.document_count, status.is_outdated, status.problem) == (
        engine.search(SearchQuery()).generation,
        5,
        False,
        "",
    )
