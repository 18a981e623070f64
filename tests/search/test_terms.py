"""How a typed text becomes terms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.terms import MAX_TERMS, ParsedText, make_term, parse


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", []),
        ("铁路 遗产", ["铁路", "遗产"]),
        ("铁路　遗产", ["铁路", "遗产"]),
        ('"铁路 遗产" 湾', ["铁路 遗产", "湾"]),
        ("“铁路 遗产”", ["铁路 遗产"]),
        ("”铁路 遗产“", ["铁路 遗产"]),
        ("「鐵路 遺產」", ["铁路 遗产"]),
        ("『铁路 遗产』机车", ["铁路 遗产", "机车"]),
        ('"铁路 遗产', ["铁路", "遗产"]),
        ("「铁路 遗产", ["铁路", "遗产"]),
        ('"" 铁路', ["铁路"]),
        ("铁路 铁路 鐵路", ["铁路"]),
        ("。 铁路", ["铁路"]),
        ("xi'an", ["xi an"]),
    ],
)
def test_white_space_parts_terms_and_quotation_marks_hold_them_together(text, folded):
    assert [term.folded for term in parse(text).terms] == folded


@pytest.mark.parametrize(
    ("text", "tokens", "ends_open"),
    [
        ("湾", ("湾",), True),
        ("哈达湾", ("哈达", "达湾"), False),
        ("1953年", ("1953", "_年"), False),
        ("1953 年", ("1953", "_年"), False),
        ("铁路 湾", ("铁路", "路", "湾"), True),
        ("松江·水泥", ("松江", "江", "水泥"), False),
        ("locomotive", ("locomotive",), False),
    ],
)
def test_a_term_leaves_open_how_the_text_goes_on(text, tokens, ends_open):
    term = make_term(text)
    assert (term.tokens, term.ends_open) == (tokens, ends_open)


def test_only_romanised_terms_are_compared_with_pinyin():
    terms = ("hadawan", "HDW", "xi'an", "201chang", "哈da", "156", "a")
    assert [make_term(text).pinyin for text in terms] == ["hadawan", "hdw", "xian", "201chang", "", "", ""]


def test_what_is_left_out_is_told():
    assert parse("，！") == ParsedText((), is_shortened=False, is_unsearchable=True)
    assert parse(" ") == ParsedText((), is_shortened=False, is_unsearchable=False)
    many = parse(" ".join(map(str, range(100))))
    assert (len(many.terms), many.is_shortened) == (MAX_TERMS, True)


@given(st.text())
def test_any_text_can_be_parsed(text):
    assert all(term.tokens for term in parse(text).terms)
