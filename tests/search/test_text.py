"""The analysis chain against a plain-Python reading of its rules."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search.text import GAP, code_key, field_tokens, fold, fold_with_offsets, is_bigram_character, tokens

# Every kind of character that the rules tell apart, and any other text.
TEXTS = st.text(st.sampled_from("铁鐵路湾灣aZ１9é㎡㍻ﾞ，。 \0·々〇")) | st.text()


def tokens_one_by_one(text):
    """The rules of the chain, character by character."""
    folded, out, previous, before = fold(text), [], " ", " "
    for place, character in enumerate(folded):
        following = folded[place + 1] if place + 1 < len(folded) else " "
        if character == " ":
            pass
        elif not is_bigram_character(character):
            if previous == " " or is_bigram_character(previous):
                out.append("")
            out[-1] += character
        else:
            if before != " " and not is_bigram_character(before):
                out.append("_" + character)
            out.append(character + (following if is_bigram_character(following) else ""))
        before = character if character != " " else before
        previous = character
    return " ".join(out)


@given(TEXTS)
@example("第1厂房C616車床 湾")
def test_tokens_are_those_of_the_rules(text):
    assert tokens(text) == tokens_one_by_one(text)


@given(TEXTS)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_a_folded_text_holds_letters_digits_and_spaces_only(text):
    assert {unicodedata.category(character)[0] for character in fold(text).replace(" ", "")} <= {
        "L",
        "N",
        "C",
    }
    assert GAP not in fold(text)


@given(TEXTS)
def test_each_folded_character_is_found_at_its_offset(text):
    folded, offsets = fold_with_offsets(text)
    places = range(len(text)) if offsets is None else offsets
    assert folded == fold(text)
    assert len(places) == len(folded)
    assert all(character in fold(text[place]) for place, character in zip(places, folded, strict=True))
    assert list(places) == sorted(places)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("鐵路", "铁路"),
        ("満洲鉄道", "满洲铁道"),
        ("炭鑛", "炭矿"),
        ("吉林造紙廠", "吉林造纸厂"),
        ("１５６项", "156项"),
        ("ＣＡ10型", "ca10型"),
        ("Café", "cafe"),
        ("8000㎡", "8000m2"),
        ("①号", "1号"),
        ("葛\U000e0100", "葛"),
        ("《铁路》，", " 铁路  "),
        ("🚂", " "),
        ("乾安", "干安"),
    ],
)
def test_forms_of_one_character_fold_to_one(written, folded):
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("湾", "湾"),
        ("哈达湾", "哈达 达湾 湾"),
        ("1953年9月", "1953 _年 年 9 _月 月"),
        ("四平铁东，铁路", "四平 平铁 铁东 东 铁路 路"),
        ("C616車床", "c616 _车 车床 床"),
        ("ガス", "ガス ス"),
        ("1953 年", "1953 _年 年"),
    ],
)
def test_han_runs_become_bigrams_with_head_and_tail(text, expected):
    assert tokens(text) == expected


def test_values_of_a_field_are_kept_apart():
    assert field_tokens(("一厂", "", "，", "二厂")) == "一厂 厂 ¶ 二厂 厂"


def test_a_code_is_compared_without_punctuation_case_or_width():
    assert {code_key(code) for code in ("220203-0012", "220203—0012", "２２０２０３ 0012")} == {"2202030012"}
    assert code_key("jl00001x") == code_key("JL00001X")
