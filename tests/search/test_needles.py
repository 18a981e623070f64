"""Two thousand made-up records: what each engine finds in them, against what their texts say."""

import re
from collections.abc import Iterator

import pytest

from benchmarks.corpus import (
    DISTRACTORS,
    GeneratedRecord,
    make_record,
    make_records,
    needles,
    without_distractors,
)
from search.document_schema import SearchDocument
from search.engines.base import SearchEngine
from search.pinyin import name_keys
from search.query import SearchQuery
from search.text import fold
from tests.search.engines import ENGINES, EVERY_ENGINE

RECORDS = 1_500
MORE_NEEDLES = 6
SEED = 1
HAN = re.compile(r"[^\u4e00-\u9fff]+")


def document(record: GeneratedRecord) -> SearchDocument:
    return SearchDocument(
        kind="site",
        pk=record.number,
        version=1,
        title_zh=record.title,
        former_names=record.former_names,
        texts=(("description", record.description),),
        codes=(record.code,),
        pinyin=name_keys([record.title]),
    )


@pytest.fixture(scope="module")
def corpus() -> list[GeneratedRecord]:
    """The first records, and those further on that hold a needle."""
    further = list(needles(RECORDS + MORE_NEEDLES * 1000, seed=SEED).values())
    return [
        *make_records(RECORDS, seed=SEED),
        *(make_record(number, seed=SEED) for number in further if number >= RECORDS),
    ]


@pytest.fixture(scope="module", params=EVERY_ENGINE)
def engine(request, tmp_path_factory, corpus) -> Iterator[SearchEngine]:
    engine = ENGINES[request.param](tmp_path_factory.mktemp("needles"), request)
    generation = engine.create()
    engine.apply(generation, map(document, corpus))
    engine.promote(generation)
    return engine


def found(engine: SearchEngine, text: str) -> set[int]:
    return {key.pk for key in engine.iter_keys(SearchQuery(text=text))}


def holding(corpus: list[GeneratedRecord], word: str) -> set[int]:
    """The records in which the word stands, as whoever reads characters sees it."""
    return {record.number for record in corpus if word in "¶".join(_texts(record))}


def meaning(corpus: list[GeneratedRecord], word: str) -> set[int]:
    """The records in which it stands as a word, as whoever reads Chinese sees it."""
    return {
        record.number
        for record in corpus
        if any(word in without_distractors(text, word) for text in _texts(record))
    }


def _texts(record: GeneratedRecord) -> list[str]:
    return [fold(text) for text in (record.title, *record.former_names, record.description)]


def test_every_needle_is_found_and_nothing_else(engine, corpus) -> None:
    hidden = {record.needle: {record.number} for record in corpus if record.needle}
    assert len(hidden) == MORE_NEEDLES + 1
    assert {needle: found(engine, needle) for needle in hidden} == hidden


@pytest.mark.parametrize("word", DISTRACTORS)
def test_a_word_is_found_wherever_its_characters_stand(engine, corpus, word) -> None:
    assert found(engine, word) == holding(corpus, word)


@pytest.mark.parametrize("word", DISTRACTORS)
def test_no_word_is_missed_and_what_is_found_beside_it_is_a_known_distractor(engine, corpus, word) -> None:
    beside = found(engine, word) - meaning(corpus, word)
    distracted = {
        record.number
        for record in corpus
        if any(distractor in text for distractor in DISTRACTORS[word] for text in _texts(record))
    }
    assert meaning(corpus, word) <= found(engine, word)
    assert beside <= distracted


def test_a_phrase_of_any_place_in_a_text_finds_its_record(engine, corpus) -> None:
    phrases = {
        record.number: max(HAN.split(record.description[len(record.description) // 2 :]), key=len)
        for record in corpus[::50]
    }
    assert {number for number, phrase in phrases.items() if number not in found(engine, phrase)} == set()


def test_a_number_given_to_a_record_finds_that_record_alone(engine, corpus) -> None:
    assert found(engine, corpus[12].code.replace("-", "")) == {corpus[12].number}
