"""Datings by century and decade. Bounds of their parts are our own choice (see docs/dating.md)."""

import re

from heritage.dating.calendar_dates import RANGE_SIGN, Context, Moment, Rule, check_year
from heritage.dating.errors import PeriodError
from heritage.dating.numerals import NUMBER, YEAR, read_number

#: Names of parts → first and last year within the century …
CENTURY_PARTS = {"上叶": (1, 33), "中叶": (34, 66), "下叶": (67, 100), "前半": (1, 50), "后半": (51, 100)}
#: … and within the decade.
DECADE_PARTS = {"初": (0, 3), "中": (4, 6), "末": (7, 9), "前半": (0, 4), "后半": (5, 9)}
_CENTURY_NAMES = {"上": 20, "本": 21}
_CENTURY_SYNONYMS = {
    **dict.fromkeys(("上叶", "早期", "前期"), "上叶"),
    **dict.fromkeys(("中叶", "中期"), "中叶"),
    **dict.fromkeys(("下叶", "晚期", "后期"), "下叶"),
    **dict.fromkeys(("上半叶", "前半叶", "上半期", "前半期", "前半", "上半"), "前半"),
    **dict.fromkeys(("下半叶", "后半叶", "下半期", "后半期", "后半", "下半"), "后半"),
}
_DECADE_SYNONYMS = {
    **dict.fromkeys(("初", "初期", "早期", "前期"), "初"),
    **dict.fromkeys(("中", "中期", "中叶"), "中"),
    **dict.fromkeys(("末", "末期", "晚期", "后期"), "末"),
    **dict.fromkeys(("前半", "前半期", "上半", "上半期", "上半叶"), "前半"),
    **dict.fromkeys(("后半", "后半期", "下半", "下半期", "下半叶"), "后半"),
}


def _century(match: re.Match[str], context: Context) -> Moment:
    number = _CENTURY_NAMES.get(match["number"]) or read_number(match["number"]) or 0
    _check_century(number)
    context = Context(century=number)
    lacks_unit = not match["century_unit"]
    start, part = (number - 1) * 100, match["part"]
    if not part:
        return Moment(f"{number - 1:02}XX", context, lacks_unit)
    if part[0] in "初末" and part not in _CENTURY_SYNONYMS:
        return Moment(f"{number - 1:02}{0 if part[0] == '初' else 9}X", context)
    first, last = CENTURY_PARTS[_CENTURY_SYNONYMS[part]]
    return Moment(f"{start + first:04}/{start + last:04}", context)


def _turn_of_century(match: re.Match[str], context: Context) -> Moment:
    later = read_number(match["later"]) or 0
    _check_century(later - 1)
    if read_number(match["earlier"]) != later - 1:
        raise PeriodError("reversed", match[0])
    return Moment(f"{later - 2:02}9X/{later - 1:02}0X", Context(century=later))


def _decade(match: re.Match[str], context: Context) -> Moment:
    """1950年代, 20世纪50年代, 五十年代; a decade without its century is of the one before, else the 20th."""
    if match["full"]:
        start = check_year(read_number(match["full"]) or 0)
    else:
        start = _century_start(match, context) + (read_number(match["decade"]) or 0)
    context = Context(century=start // 100 + 1)
    if not match["part"]:
        return Moment(f"{start // 10:03}X", context, lacks_unit=not match["decade_unit"])
    first, last = DECADE_PARTS[_DECADE_SYNONYMS[match["part"]]]
    return Moment(f"{start + first:04}/{start + last:04}", context)


def _two_decades(match: re.Match[str], context: Context) -> Moment:
    """五六十年代."""
    start = _century_start(match, context)
    first, last = read_number(match["first"]) or 0, read_number(match["last"]) or 0
    if first >= last:
        raise PeriodError("reversed", match[0])
    century = start // 100
    return Moment(f"{century:02}{first}X/{century:02}{last}X", Context(century=century + 1))


def _century_start(match: re.Match[str], context: Context) -> int:
    name = match["number"]
    century = (_CENTURY_NAMES.get(name) or read_number(name) or 0) if name else context.century or 20
    return _check_century(century)


def _check_century(number: int) -> int:
    """Return the year before the first; the 1st century is refused, for EDTF counts 00XX from a year 0."""
    if number < 2:
        raise PeriodError("year_out_of_range", str(number))
    return check_year(number * 100 - 99) - 1


_IN_CENTURY = f"(?:(?:公元)?(?P<number>{NUMBER}|[上本])个?世纪)?"
_CENTURY_PART = "|".join(sorted((*_CENTURY_SYNONYMS, "初[期叶年]?", "末[期叶年]?"), key=len, reverse=True))
_DECADE_PART = "|".join(sorted(_DECADE_SYNONYMS, key=len, reverse=True))

CENTURY_RULES: tuple[Rule, ...] = (
    (
        re.compile(
            f"(?:公元)?(?P<number>{NUMBER}|[上本](?=个?世纪))个?"
            f"(?:(?P<century_unit>世纪)(?P<part>{_CENTURY_PART})?|(?={RANGE_SIGN}{NUMBER}世纪))"
        ),
        _century,
    ),
    (re.compile(f"(?P<earlier>{NUMBER})(?:世纪)?[、,和与](?P<later>{NUMBER})世纪之交"), _turn_of_century),
    (
        re.compile(
            f"(?:(?P<full>{YEAR})|{_IN_CENTURY}(?P<decade>[0-9]0|[一二三四五六七八九]十))"
            f"(?:(?P<decade_unit>年代)(?P<part>{_DECADE_PART})?|(?={RANGE_SIGN}(?:{YEAR}|[0-9]0|.十)年代))"
        ),
        _decade,
    ),
    (
        re.compile(f"{_IN_CENTURY}(?P<first>[一二三四五六七八九])、?(?P<last>[一二三四五六七八九])十年代"),
        _two_decades,
    ),
)
