"""What a document refuses, and what follows from its values."""

import pytest

from search.document_schema import KINDS, MAX_DECADES, SearchDocument
from search.facets import FACET_NAMES
from search.index_fields import facet_values, key_number, key_of_number, number_values, text_values
from tests.search.documents import CELLAR, CEMENT, make_document


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"kind": "ship"}, "Unknown kind 'ship' of 7"),
        ({"longitude": 126.5}, "site 7 has a longitude or a latitude, but not both"),
        ({"year_from": 1953, "year_to": 1952}, "begins in 1953"),
    ],
)
def test_a_document_that_contradicts_itself_is_refused(values, message):
    with pytest.raises(ValueError, match=message):
        SearchDocument(**{"kind": "site", "pk": 7, "version": 1, "title_zh": "厂"} | values)


@pytest.mark.parametrize(
    ("first", "last", "years", "decades"),
    [
        (None, None, None, ()),
        (1937, None, (1937, 1937), (1930,)),
        (None, 1937, (1937, 1937), (1930,)),
        (1929, 1941, (1929, 1941), (1920, 1930, 1940)),
        (-5, 3, (-5, 3), (-10, 0)),
    ],
)
def test_years_and_decades_follow_from_the_bounds(first, last, years, decades):
    document = make_document(1, "厂", year_from=first, year_to=last)
    assert (document.years, document.decades) == (years, decades)


def test_of_a_very_long_span_the_latest_decades_are_kept():
    decades = make_document(1, "矿", year_from=-9000, year_to=1949).decades
    assert (len(decades), decades[-1]) == (MAX_DECADES, 1940)


def test_the_fields_of_a_document_are_its_texts_as_written():
    assert CEMENT.fields() == (
        ("name", "哈达湾水泥厂旧址"),
        ("name_en", "Hadawan Cement Works"),
        ("former_names", "松江水泥厂"),
        ("former_names", "満洲大同洋灰株式会社"),
        ("place", "吉林市昌邑区"),
        ("description", "回转窑与老厂房尚存，属156项之外的工程。"),
        ("sources", "《吉林市志》"),
    )


def test_a_document_is_indexed_as_tokens_values_and_numbers():
    document = make_document(
        4,
        "酒窖",
        number="JL00004B",
        former_names=("老窖", "窖"),
        facets={"division": ("2", "2")},
        year_from=1937,
    )
    assert text_values(document) == {
        "name": "酒窖 窖",
        "former_names": "老窖 窖 ¶ 窖",
        "place": "",
        "text": "",
        "code": "jl00004b",
        "pinyin": "jiujiao _jj jiao _j laojiao _lj",
    }
    values = dict.fromkeys(FACET_NAMES, ()) | {"kind": ("site",), "division": ("2",)}
    assert facet_values(document) == values
    assert number_values(document) == {
        "version": (1,),
        "year_from": (1937,),
        "year_to": (1937,),
        "decade": (1930,),
        "listed_on": (),
        "longitude": (),
        "latitude": (),
    }
    assert set(number_values(CELLAR)) - set(number_values(document)) == {"cell"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_key_is_one_number_and_back(kind):
    key = make_document(2**40, "厂", kind=kind).key
    assert key_of_number(key_number(key)) == key
