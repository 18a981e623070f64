"""A search is a value."""

import pytest

from search.query import InvalidQueryError, SearchQuery


def test_equal_searches_are_equal_values_however_they_were_written():
    mapping = SearchQuery(filters={"division": ("220200", "220100", "220200"), "kind": ("site",)})
    pairs = SearchQuery(filters=(("kind", ("site",)), ("division", ("220100", "220200"))))
    assert mapping == pairs
    assert hash(mapping) == hash(pairs)
    assert mapping.selected("division") == ("220100", "220200")
    assert mapping.without("division") == SearchQuery(filters={"kind": ("site",)})


def test_an_empty_filter_or_span_narrows_nothing():
    assert SearchQuery(filters={"kind": ()}, years=(None, None)) == SearchQuery()


@pytest.mark.parametrize(
    ("text", "sort", "order"),
    [
        ("", "", "pinyin"),
        ("  ", "relevance", "pinyin"),
        ("湾", "", "relevance"),
        ("湾", "year", "year"),
        ("", "listed", "listed"),
    ],
)
def test_relevance_needs_text(text, sort, order):
    assert SearchQuery(text=text, sort=sort).order == order


def test_the_last_page_ends_at_hit_ten_thousand():
    assert SearchQuery(page=100, per_page=100).offset == 9_900


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"sort": "distance"}, "Unknown sort 'distance'"),
        ({"filters": {"colour": ("red",)}}, "Unknown facet colour"),
        ({"page": 0}, "outside hits 1 to 10,000"),
        ({"page": 101, "per_page": 100}, "outside hits 1 to 10,000"),
        ({"per_page": 0}, "outside hits 1 to 10,000"),
        ({"years": (1953, 1952)}, "begin in 1953 but end in 1952"),
        ({"bbox": (127.0, 43.0, 126.0, 44.0)}, "not a box"),
        ({"bbox": (126.0, 43.0, 127.0, float("nan"))}, "not a box"),
    ],
)
def test_what_cannot_be_searched_for_is_refused_with_the_reason(values, message):
    with pytest.raises(InvalidQueryError, match=message):
        SearchQuery(**values)
