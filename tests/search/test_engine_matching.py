"""What every search engine must find for a text, and what not."""

from random import Random

import pytest

from search.document_schema import DocumentKey
from search.highlight import find_marks
from search.query import SearchQuery
from search.results import NOTHING_TO_SEARCH, TEXT_SHORTENED
from search.terms import parse
from tests.search.documents import AREA, CELLAR, CEMENT, CORPUS, DEPOT, FERROALLOY, make_document
from tests.search.engines import found, keys


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("", CORPUS),
        ("哈达湾", (CEMENT, FERROALLOY)),
        ("哈達灣", (CEMENT, FERROALLOY)),
        ("hadawan", (CEMENT,)),
        ("HDW", (CEMENT,)),
        ("tiehejin", (FERROALLOY,)),
        ("songjiang", (CEMENT,)),
        ("hunchun", (AREA,)),
        ("铁合金", (FERROALLOY,)),
        ("松江水泥", (CEMENT,)),
        ("满洲大同", (CEMENT,)),
        ("酒窖", (CELLAR,)),
        ("窖", (CELLAR,)),
        ("湾", (CEMENT, FERROALLOY, AREA)),
        ("机车", (DEPOT, CELLAR)),
        ("房尚", (CEMENT,)),
        ("铁东", (DEPOT,)),
        ("四平鐵東", (DEPOT,)),
        ("车检修修建", ()),
        ("156项", (CEMENT, FERROALLOY)),
        ("１５６项", (CEMENT, FERROALLOY)),
        ("1953年", (FERROALLOY,)),
        ("8000m2", (CELLAR,)),
        ("locomotive", (DEPOT,)),
        ("LOCOMOTIVE depot", (DEPOT,)),
        ("locomot", ()),
        ("吉林 哈达湾", (CEMENT, FERROALLOY)),
        ("吉林 机车", ()),
        ('"Ferroalloy Works"', (FERROALLOY,)),
        ("Works Ferroalloy", (FERROALLOY,)),
        ('"Works Ferroalloy"', ()),
        ("“吉林市昌邑区”", (CEMENT, FERROALLOY)),
        ("「尚存，属」", (CEMENT,)),
        ("「松江水泥厂 满洲」", ()),
        ("JL00001X", (CEMENT,)),
        ("jl00001x", (CEMENT,)),
        ("220202-0012", (CEMENT,)),
        ("2202020012", (CEMENT,)),
        ("220202", (CEMENT,)),
    ],
)
def test_a_text_finds_exactly_the_records_that_hold_it(engine, text, documents):
    assert found(engine, text) == keys(*documents)


@pytest.mark.parametrize(
    "text",
    [
        '"',
        '"""',
        "“",
        "\0",
        "哈达湾\0",
        "🚂🚂",
        "。，！",
        "a" * 10_000,
        "湾" * 10_000,
        "湾 " * 5_000,
        "* OR title:x",
        "name:[a TO z]",
        ".*",
        "(((",
        "哈达湾)",
        "\\",
        "/regex/",
        "-+~^&|",
        "\u202e湾\u200b",
        "é́",
        "﷽",
        "İ",
        "¶",
        "“铁路 湾” 「",
    ],
)
def test_any_text_is_a_valid_search(engine, text):
    results = engine.search(SearchQuery(text=text))
    assert results.total == len(found(engine, text))
    assert len(engine.suggest(text)) <= 10


def test_text_of_punctuation_alone_finds_nothing_and_says_so(engine):
    results = engine.search(SearchQuery(text="？！"))
    assert (results.total, results.hits, results.warnings) == (0, (), (NOTHING_TO_SEARCH,))


def test_text_past_the_limit_is_left_out_and_the_results_say_so(engine):
    assert engine.search(SearchQuery(text="湾 " * 600)).warnings == (TEXT_SHORTENED,)


def test_a_name_counts_for_more_than_a_mention(engine):
    hits = engine.search(SearchQuery(text="哈达湾")).hits
    assert [hit.key for hit in hits] == [CEMENT.key, FERROALLOY.key]
    assert hits[0].score > hits[1].score > 0


def test_every_record_of_a_large_result_is_found_by_a_single_character(engine):
    many = [
        make_document(pk, f"湾{chr(0x4E00 + pk)}厂", texts=(("description", f"路 湾{chr(0x4E00 + pk)}"),))
        for pk in range(100, 300)
    ]
    engine.apply(engine.search(SearchQuery()).generation, many)
    assert found(engine, "湾") == keys(CEMENT, FERROALLOY, AREA, *many)
    assert found(engine, "“路 湾”") == keys(*many)


@pytest.mark.parametrize("seed", range(3))
def test_a_record_is_found_exactly_where_a_highlight_can_be_shown(empty_engine, seed):
    random = Random(seed)
    texts = {
        DocumentKey("site", pk): "".join(random.choices("铁鐵路湾厂a1Ａ，。 ㎡", k=random.randint(1, 12)))
        for pk in range(1, 400)
    }
    generation = empty_engine.create()
    empty_engine.apply(
        generation,
        [make_document(key.pk, "", texts=(("description", text),)) for key, text in texts.items()],
    )
    empty_engine.promote(generation)
    for _ in range(60):
        term = "".join(random.choices("铁路湾厂a1， ", k=random.randint(1, 4)))
        parsed = parse(f'"{term}"').terms
        expected = {key for key, text in texts.items() if find_marks(text, parsed)} if parsed else set()
        if term.strip():
            assert found(empty_engine, f'"{term}"') == expected, term
