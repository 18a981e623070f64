"""Marks on the text as written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.highlight import SNIPPET_CHARACTERS, Highlight, find_marks, highlights
from search.terms import make_term, parse
from search.text import fold


def marked(text, query):
    """The marked parts of a text."""
    return [text[start:end] for start, end in find_marks(text, parse(query).terms)]


@pytest.mark.parametrize(
    ("text", "query", "parts"),
    [
        ("四平鐵路遗产", "铁路", ["鐵路"]),
        ("四平铁路遗产", "鐵路", ["铁路"]),
        ("苏联援建的１５６项工程", "156项", ["１５６项"]),
        ("156项", "１５６项", ["156项"]),
        ("面积8000㎡的厂房", "8000m2", ["8000㎡"]),
        ("面积8000㎡的厂房", "厂房", ["厂房"]),
        ("Locomotive locomotives", "LOCOMOTIVE", ["Locomotive"]),
        ("C616车床", "616", []),
        ("C616车床", "车床", ["车床"]),
        ("松江（水泥）", "“松江 水泥”", ["松江（水泥"]),
        ("哈达湾水泥", "哈达湾 水泥", ["哈达湾水泥"]),
        ("始建于 1953 年", "于1953年", ["于 1953 年"]),
        ("始建于1953年", "“1953 年”", ["1953年"]),
        ("湾湾湾", "湾湾", ["湾湾"]),
        ("哈达湾", "。", []),
        ("", "湾", []),
    ],
)
def test_what_matched_is_marked_as_it_is_written(text, query, parts):
    assert marked(text, query) == parts


def test_each_field_with_a_match_has_its_highlight_in_order():
    fields = (
        ("name", "哈达湾水泥厂"),
        ("place", "吉林市"),
        ("description", "水泥"),
        ("description", "哈達灣"),
    )
    assert highlights(fields, "哈达湾 水泥厂") == (
        Highlight("name", "哈达湾水泥厂", ((0, 6),)),
        Highlight("description", "哈達灣", ((0, 3),)),
    )


def test_a_long_text_is_cut_where_most_marks_are():
    text = "湾" + "一" * 300 + "湾湾，湾" + "一" * 300
    (highlight,) = highlights([("description", text)], "湾")
    assert (highlight.text[:2], highlight.text[-2:]) == ("…一", "一…")
    assert len(highlight.text) == SNIPPET_CHARACTERS + 2
    assert [highlight.text[start:end] for start, end in highlight.marks] == ["湾湾", "湾"]


@given(
    st.text(st.sampled_from("铁鐵路湾㎡a1，。 "), max_size=400),
    st.text(st.sampled_from("铁路湾m2a "), max_size=4),
)
def test_marks_lie_inside_the_snippet_in_order_and_hold_a_term(text, query):
    for highlight in highlights([("description", text)], f'"{query}"'):
        ends = [0, *(place for mark in highlight.marks for place in mark)]
        assert [*ends, len(highlight.text)] == sorted([*ends, len(highlight.text)])
        term = make_term(query).folded.replace(" ", "")
        parts = [highlight.text[start:end] for start, end in highlight.marks]
        assert all(fold(part).replace(" ", "").startswith(term) for part in parts)
