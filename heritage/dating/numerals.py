"""Chinese numerals, read only where they count years, months or days (一汽 stays 一汽)."""

import re

DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
TENS = {"十": 10, "廿": 20, "卅": 30}
#: 元年 is the first year, 正月 the first month.
FIRSTS = {"元": 1, "正": 1}

HAN_DIGIT = "[〇零○一二三四五六七八九]"
HAN_NUMBER = "[元正〇零○一二三四五六七八九十廿卅]{1,4}"
#: A number as it is written in dates: 七, 十五, 廿三, 二十三, 元, or Arabic digits.
NUMBER = f"(?:[0-9]{{1,3}}|{HAN_NUMBER})"
#: A year of four places: 1953 or 一九五三.
YEAR = f"(?:[0-9]{{4}}|[一二]{HAN_DIGIT}{{3}})"

_COUNTED_REIGNS = "光绪|宣统|民国|大同|康德|同治|咸丰|道光|嘉庆|乾隆|康熙|明治|大正|昭和"
_NUMBER_OF_TIME = re.compile(
    f"[一二]{HAN_DIGIT}{{3}}(?=年)"
    f"|(?:(?<={')|(?<='.join(_COUNTED_REIGNS.split('|'))})){HAN_NUMBER}(?=年)"
    "|[一二]?十[一二三四五六七八九]?(?=世纪)"
    "|[一二三四五六七八九]十(?=年代)"
    "|(?<=[0-9]年)[一二三四五六七八九十]{1,3}(?=月)"
    "|(?<=[0-9]月)[一二三四五六七八九十廿卅]{1,3}(?=[日号])"
)


def read_number(text: str) -> int | None:
    """Return the number that ``text`` writes (1953, 一九五三, 廿三, 三十四, 元), or None."""
    if text.isascii():
        return int(text) if text.isdigit() else None
    if text in FIRSTS:
        return FIRSTS[text]
    if all(sign in DIGITS for sign in text):
        return int("".join(str(DIGITS[sign]) for sign in text))
    return _read_tens(text)


def _read_tens(text: str) -> int | None:
    """Read 十五, 二十三, 廿三, 卅; None where the signs do not make a number below one hundred."""
    match = re.fullmatch("([二三四五六七八九]?十|廿|卅)([一二三四五六七八九]?)", text)
    if match is None:
        return None
    tens, ones = match.groups()
    value = TENS[tens] if tens in TENS else DIGITS[tens[0]] * 10
    return value + DIGITS[ones] if ones else value


def fold_year_numerals(text: str) -> str:
    """Write the Chinese numerals of years, reign years, decades and centuries in Arabic digits.

    一九五三年七月 → 1953年7月, 民国廿三年 → 民国23年, 五十年代 → 50年代. Numerals of names, counts and
    durations stay: 一汽, 第一个五年计划, 三年.
    """
    folded = text
    # Month and day are known as such only once the year before them is in digits.
    for _ in ("year", "month", "day"):
        folded = _NUMBER_OF_TIME.sub(_in_digits, folded)
    return folded


def _in_digits(match: re.Match[str]) -> str:
    number = read_number(match[0])
    return match[0] if number is None else str(number)
