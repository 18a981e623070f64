"""Record numbers: given once, checked, read without regard to case."""

from itertools import pairwise

import pytest

from heritage.models import RecordNumber
from heritage.numbering import (
    ALPHABET,
    LARGEST_SERIAL,
    check_character,
    normalise_number,
    number_for_serial,
)
from tests.factories import SiteFactory, drafted_site, make_divisions


def test_a_serial_is_written_with_five_characters_and_a_check_character():
    assert [number_for_serial(serial) for serial in (1, 2, 32, 1024)] == [
        "JL000016",
        "JL00002C",
        "JL000105",
        "JL001004",
    ]


@pytest.mark.parametrize("serial", [0, -1, LARGEST_SERIAL + 1])
def test_a_serial_outside_the_range_is_refused(serial):
    with pytest.raises(ValueError, match=f"serial {serial} is outside"):
        number_for_serial(serial)


def test_the_largest_serial_still_fits():
    assert number_for_serial(LARGEST_SERIAL)[2:7] == "ZZZZZ"


def test_no_written_number_uses_letters_that_are_mistaken_for_digits():
    assert not set("ILOU") & set(ALPHABET)


def test_a_number_is_read_in_any_case_and_with_blanks_around():
    assert normalise_number(" jl000016 ") == "JL000016"


@pytest.mark.parametrize(
    "text",
    ["", "JL", "JL000017", "JL00001", "JL0000166", "XX000016", "JL0000I6", "ＪＬ０００016", "JL00 016"],
)
def test_what_is_no_number_is_read_as_none(text):
    assert normalise_number(text) is None


def test_every_single_wrong_character_is_caught_but_one_pair():
    """0 and Z escape: they are 0 and 31, the same modulo 31, and look nothing like each other."""
    number = number_for_serial(123_456)
    missed = {
        frozenset((number[place], character))
        for place in range(2, 7)
        for character in ALPHABET
        if character != number[place] and normalise_number(number[:place] + character + number[place + 1 :])
    }
    assert missed == {frozenset("0Z")}


def test_every_swap_of_neighbours_is_caught():
    body = "A1B2C"
    check = check_character(body)
    swaps = [body[:at] + body[at + 1] + body[at] + body[at + 2 :] for at, _pair in enumerate(pairwise(body))]
    assert check not in [check_character(swap) for swap in swaps]


@pytest.mark.django_db
def test_numbers_are_drawn_in_turn_and_never_again_after_a_deletion():
    division = make_divisions()["220202"]
    first = drafted_site(division=division)
    first.delete()
    second = drafted_site(division=division)
    serials = list(RecordNumber.objects.order_by("pk"))[-2:]
    assert [first.number, second.number] == [str(serial) for serial in serials]
    assert first.number != second.number


@pytest.mark.django_db
def test_a_record_keeps_its_number_when_it_is_saved_again():
    site = SiteFactory(division=make_divisions()["220202"])
    number = site.number
    site.name_zh = "新名"
    site.save()
    site.refresh_from_db()
    assert site.number == number
