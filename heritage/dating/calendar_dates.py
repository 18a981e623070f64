"""Datings that count years, months and days: Gregorian, by reign, and shortened ones.

Each rule is a pattern and a function that makes EDTF of its match. What a rule leaves unsaid (the
year of “10月”, the reign of “九年”) comes from the dating before it.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from heritage.dating.edtf_bounds import LAST_YEAR
from heritage.dating.eras import REIGN_BY_NAME, REIGN_NAMES, REIGN_PREFIX, Reign
from heritage.dating.errors import PeriodError
from heritage.dating.numerals import NUMBER, YEAR, read_number

RANGE_SIGN = "(?:[-–~]+|至|到)"
#: Names of parts → first and last month of the year …
YEAR_PARTS = {
    "初": (1, 4), "中": (5, 8), "末": (9, 12), "上半年": (1, 6), "下半年": (7, 12),
    "一": (1, 3), "二": (4, 6), "三": (7, 9), "四": (10, 12),
}  # fmt: skip
SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
#: … first and last day of the month, 0 for its last.
MONTH_PARTS = {"上": (1, 10), "中": (11, 20), "下": (21, 0)}


@dataclass(frozen=True)
class Context:
    """What a later dating may leave out because an earlier one said it."""

    century: int | None = None
    year: int | None = None
    month: int | None = None
    reign: Reign | None = None
    follows_range: bool = False


@dataclass(frozen=True)
class Moment:
    """The EDTF of one dating; ``lacks_unit`` where its unit stands only after the next (1937–39年)."""

    edtf: str
    context: Context
    lacks_unit: bool = False


Rule = tuple[re.Pattern[str], Callable[[re.Match[str], Context], Moment]]


def check_year(year: int) -> int:
    """Return the year, or raise ``PeriodError`` where it is outside 1–2100."""
    if not 1 <= year <= LAST_YEAR:
        raise PeriodError("year_out_of_range", str(year))
    return year


def _of_year(year: int, groups: dict[str, str | None], context: Context, whole: str) -> Moment:
    """Make the moment of a year with what follows it: a part, a season, a month, a day."""
    check_year(year)
    context = replace(context, century=(year // 100) + 1, year=year, month=None)
    if groups["month"]:
        return _of_month(year, groups, context, whole)
    if groups["season"]:
        return Moment(f"{year:04}-{SEASONS[groups['season']]}", context)
    part = groups["half"] or groups["quarter"] or _third(groups["third"])
    if part:
        first, last = YEAR_PARTS[part]
        return Moment(f"{year:04}-{first:02}/{year:04}-{last:02}", context)
    return Moment(f"{year:04}", context)


def _third(words: str | None) -> str | None:
    return {"底": "末"}.get(words[-1], words[-1]) if words else None


def _of_month(year: int, groups: dict[str, str | None], context: Context, whole: str) -> Moment:
    month = read_number(groups["month"] or "")
    if month is None or not 1 <= month <= 12:
        raise PeriodError("no_such_date", whole)
    context = replace(context, month=month)
    if groups["day"]:
        return _of_day(groups["day"], context, whole, lacks_unit=not groups["day_unit"])
    if groups["ten_days"]:
        last_of_month = calendar.monthrange(year, month)[1]
        first, last = MONTH_PARTS[
            {"初": "上", "底": "下", "末": "下"}.get(groups["ten_days"], groups["ten_days"])
        ]
        return Moment(
            f"{year:04}-{month:02}-{first:02}/{year:04}-{month:02}-{last or last_of_month:02}", context
        )
    return Moment(f"{year:04}-{month:02}", context, lacks_unit=not groups["month_unit"])


def _of_day(day_text: str, context: Context, whole: str, *, lacks_unit: bool = False) -> Moment:
    day, year, month = read_number(day_text), context.year, context.month
    if year is None or month is None:
        raise PeriodError("lacks_year", whole)
    if day is None or not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise PeriodError("no_such_date", whole)
    return Moment(f"{year:04}-{month:02}-{day:02}", context, lacks_unit=lacks_unit)


#: Groups that say nothing, for the forms that cannot have them.
_NOTHING = dict.fromkeys(("month", "day", "season", "half", "quarter", "third", "ten_days"))
COMMON_ERA = "(?:公元|西元)?"

_DAY = f"(?P<day>{NUMBER})(?:(?P<day_unit>[日号])|(?={RANGE_SIGN}{NUMBER}[日号]))"
_MONTH = (
    f"(?P<month>{NUMBER})(?:(?P<month_unit>月)份?|(?={RANGE_SIGN}{NUMBER}月))"
    f"(?:{_DAY}|(?P<ten_days>[上中下](?=旬)|[初底末](?!建))旬?)?"
)
_REST_OF_YEAR = (
    f"(?:{_MONTH}|(?P<season>[春夏秋冬])[季天]?|(?P<half>[上下]半年)"
    "|第?(?P<quarter>[一二三四])季度?|(?P<third>年?(?:初(?!建(?!成))|中(?!东)|末|底)))?"
)


def _gregorian(match: re.Match[str], context: Context) -> Moment:
    return _of_year(
        read_number(match["year"]) or 0, match.groupdict(), replace(context, reign=None), match[0]
    )


def _bare_year(match: re.Match[str], context: Context) -> Moment:
    year = check_year(read_number(match["year"]) or 0)
    return Moment(f"{year:04}", Context(century=year // 100 + 1, year=year), lacks_unit=True)


def _numeric(match: re.Match[str], context: Context) -> Moment:
    """1953.7.15, 1953-07-15, 1953/7/15, 1953.7."""
    found = match.groupdict()
    month = found["month"] or found.get("month_iso")
    groups = _NOTHING | {"month": month, "day": match["day"] or None, "month_unit": "月", "day_unit": "日"}
    return _of_year(int(match["year"]), groups, replace(context, reign=None), match[0])


def _reign_year(match: re.Match[str], context: Context) -> Moment:
    return _in_reign(REIGN_BY_NAME[match["reign"]], match, context)


def _in_reign(reign: Reign, match: re.Match[str], context: Context) -> Moment:
    number = read_number(match["number"])
    length = reign.last - reign.first + 1
    if number is None or not 1 <= number <= length:
        raise PeriodError(
            "reign_year", match[0], detail=f"{reign.name} 1–{length}（{reign.first}–{reign.last}）"
        )
    year = reign.first + number - 1
    if match["month"] and year <= reign.lunar_until:
        raise PeriodError("lunar_month", match[0])
    moment = _of_year(year, match.groupdict(), replace(context, reign=reign), match[0])
    return replace(moment, lacks_unit=moment.lacks_unit or not match["year_unit"])


def _short_year(match: re.Match[str], context: Context) -> Moment:
    """九年 after a reign year, 57年 after a year of the same century; 618年 is itself."""
    number = read_number(match["number"])
    if number is not None and number > 99:
        return _of_year(number, match.groupdict(), context, match[0])
    if context.reign is not None:
        return _in_reign(context.reign, match, context)
    if context.century is None or number is None or not context.follows_range:
        raise PeriodError("short_year", match[0])
    return _of_year((context.century - 1) * 100 + number, match.groupdict(), context, match[0])


def _short_bare_year(match: re.Match[str], context: Context) -> Moment:
    """57 in 1953–57; below 13 it may be a month."""
    if not context.follows_range or context.year is None:
        raise PeriodError("short_year", match[0])
    if int(match[0]) <= 12:
        raise PeriodError("ambiguous_range", match[0])
    year = context.year // 100 * 100 + int(match[0])
    return Moment(f"{year:04}", replace(context, year=year), lacks_unit=True)


def _later_month(match: re.Match[str], context: Context) -> Moment:
    if context.year is None:
        raise PeriodError("lacks_year", match[0])
    return _of_month(context.year, match.groupdict(), context, match[0])


def _later_day(match: re.Match[str], context: Context) -> Moment:
    return _of_day(match["day"], context, match[0])


DATE_RULES: tuple[Rule, ...] = (
    (re.compile(f"{COMMON_ERA}(?P<year>{YEAR})年{_REST_OF_YEAR}"), _gregorian),
    (
        re.compile(
            r"(?P<year>[0-9]{4})(?P<sign>[-./])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})(?![0-9年])"
        ),
        _numeric,
    ),
    (
        re.compile(
            r"(?P<year>[0-9]{4})(?:[./](?P<month>[0-9]{1,2})|-(?P<month_iso>0[1-9]|1[0-2]))"
            r"(?P<day>)(?![0-9年])"
        ),
        _numeric,
    ),
    (
        re.compile(f"{COMMON_ERA}(?P<year>{YEAR}|[0-9]{{3}}(?={RANGE_SIGN}[0-9]{{3,4}}年))(?![0-9])"),
        _bare_year,
    ),
    (
        re.compile(
            f"{REIGN_PREFIX}(?P<reign>{REIGN_NAMES})(?P<number>{NUMBER})"
            f"(?:(?P<year_unit>年){_REST_OF_YEAR}|(?={RANGE_SIGN}{NUMBER}年))"
        ),
        _reign_year,
    ),
    (re.compile(f"(?P<number>{NUMBER})(?P<year_unit>年){_REST_OF_YEAR}"), _short_year),
    (re.compile("[0-9]{1,2}(?![0-9年月日号世.])"), _short_bare_year),
    (re.compile(_MONTH), _later_month),
    (re.compile(_DAY), _later_day),
)
