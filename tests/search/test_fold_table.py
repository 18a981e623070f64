"""The shipped fold table is what its script makes."""

import pytest

from search.text import fold

pytest.importorskip("opencc", reason="a development dependency that makes the table")

from search.data import build_fold_table


@pytest.mark.parametrize(
    ("first", "last"), [(0x20, 0x24FF), (0x3000, 0x33FF), (0x4E00, 0x9FFF), (0xF900, 0xFFEF)]
)
def test_each_character_folds_as_the_script_says(first, last):
    characters = [chr(code) for code in range(first, last + 1)]
    assert [fold(character) for character in characters] == [
        build_fold_table.fold(character) for character in characters
    ]
