"""EDTF → words, Chinese and English; the Chinese words read back to the same EDTF."""

import calendar
import re

from heritage.dating.edtf_bounds import OPEN, UNKNOWN, Parts, take_apart
from heritage.dating.eras import GLOSSES

_SEASONS = {"21": ("春", "spring"), "22": ("夏", "summer"), "23": ("秋", "autumn"), "24": ("冬", "winter")}
_BARE = re.compile("[~?%]$")


def describe(edtf: str, language: str) -> str:
    """Return an EDTF value in words.

    ``language`` is ``zh`` or ``en``; a variant such as ``zh-hans`` counts as its language, any other is
    a ``ValueError``. Raises ``PeriodError`` for what is not EDTF.
    """
    writers = {"zh": _describe_zh, "en": _describe_en}
    code = language.lower().replace("_", "-").split("-")[0]
    if code not in writers:
        raise ValueError(f"describe() writes zh and en, not {language!r}.")
    return writers[code](take_apart(edtf))


def _split(member: str) -> tuple[str, bool, bool]:
    """Return a date without its qualifier, and whether it is approximate and uncertain."""
    qualifier = member[-1]
    return _BARE.sub("", member), qualifier in "~%", qualifier in "?%"


# Chinese


def _describe_zh(parts: Parts) -> str:
    if parts.kind == "date":
        return _member_zh(parts.members[0], doubt="（存疑）")
    if parts.is_range:
        return _some_time_zh(*parts.members)
    if parts.kind == "interval":
        return _interval_zh(parts)
    joint = "或" if parts.kind == "one_of" else "、"
    return joint.join(_member_zh(member) for member in parts.members)


def _member_zh(member: str, *, doubt: str = "？") -> str:
    bare, is_approximate, is_uncertain = _split(member)
    return ("约" if is_approximate else "") + _date_zh(bare) + (doubt if is_uncertain else "")


def _date_zh(bare: str) -> str:
    if bare.endswith("XX") and len(bare) == 4:
        return f"{int(bare[:2]) + 1}世纪"
    if bare.endswith("X") and len(bare) == 4:
        return f"{int(bare[:2]) + 1}世纪初" if bare[2] == "0" else f"{int(bare[:3])}0年代"
    year, month, day = (*bare.split("-"), "", "")[:3]
    words = f"{_year(year)}年"
    if month in _SEASONS:
        return words + _SEASONS[month][0]
    if "X" in month:
        return f"{words}（月份不详）"
    words += f"{int(month)}月" if month else ""
    if "X" in day:
        return f"{words}（日期不详）"
    return words + (f"{int(day)}日" if day else "")


def _year(text: str) -> str:
    """Write a year without leading noughts, unless too few places would be left to know it by."""
    return str(int(text)) if int(text) > 99 else text


def _interval_zh(parts: Parts) -> str:
    first, last = parts.members
    if last in (OPEN, UNKNOWN):
        return _member_zh(first) + ("至今" if last == OPEN else "–不详")
    if first in (OPEN, UNKNOWN):
        return ("上限不明，止于" if first == OPEN else "不详–") + _member_zh(last)
    (bare_first, about_first, doubt_first), (bare_last, about_last, doubt_last) = _split(first), _split(last)
    gloss = GLOSSES.get(parts.edtf)
    note = f"（{gloss[0]}）" if gloss else ""
    if (about_first, doubt_first) != (about_last, doubt_last):
        return f"{_member_zh(first)}–{_member_zh(last)}{note}"
    about, doubt = "约" if about_first else "", "（存疑）" if doubt_first else ""
    return f"{about}{_span_zh(bare_first, bare_last, about_first)}{note}{doubt}"


def _span_zh(first: str, last: str, is_about: bool) -> str:
    """Write two dates, the second without what it shares with the first."""
    if len(first) == len(last) == 4 and "X" not in first + last:
        return f"{_year(first)}–{_year(last)}年"
    if not is_about and _share_year_in_full(first, last):
        shared = f"{_year(first[:4])}年" + (f"{int(first[5:7])}月" if _share_month(first, last) else "")
        return f"{_date_zh(first)}–{_date_zh(last).removeprefix(shared)}"
    return f"{_date_zh(first)}–{'约' if is_about else ''}{_date_zh(last)}"


def _share_year_in_full(first: str, last: str) -> bool:
    """Say whether both are months, or both days, of one year, so that it need not be said twice."""
    is_plain = len(first) == len(last) > 4 and "X" not in first + last
    return is_plain and first[:4] == last[:4] and not {first[5:], last[5:]} & _SEASONS.keys()


def _share_month(first: str, last: str) -> bool:
    return len(first) == 10 and first[:7] == last[:7]


def _some_time_zh(first: str, last: str) -> str:
    if first == OPEN:
        return f"{_member_zh(last)}以前"
    if last == OPEN:
        return f"{_member_zh(first)}以后"
    return f"{_member_zh(first)}–{_member_zh(last)}间某时"


# English


def _describe_en(parts: Parts) -> str:
    if parts.kind == "date":
        return _member_en(parts.members[0])
    if parts.is_range:
        return _some_time_en(*parts.members)
    if parts.kind == "interval":
        return _interval_en(parts)
    *others, final = map(_member_en, parts.members)
    joint = "or" if parts.kind == "one_of" else "and"
    return f"{', '.join(others)} {joint} {final}" if others else final


def _member_en(member: str) -> str:
    bare, is_approximate, is_uncertain = _split(member)
    words = f"about {_with_article(bare)}" if is_approximate else _date_en(bare)
    return words + (" (uncertain)" if is_uncertain else "")


def _after_preposition(member: str) -> str:
    bare, *doubts = _split(member)
    return _member_en(member) if any(doubts) else _with_article(bare)


def _with_article(bare: str) -> str:
    is_year_or_day = "X" not in bare[:4]
    return _date_en(bare) if is_year_or_day else f"the {_date_en(bare)}"


def _date_en(bare: str) -> str:
    if bare.endswith("XX") and len(bare) == 4:
        return f"{_ordinal(int(bare[:2]) + 1)} century"
    if bare.endswith("X") and len(bare) == 4:
        is_first = bare[2] == "0"
        return f"early {_ordinal(int(bare[:2]) + 1)} century" if is_first else f"{int(bare[:3])}0s"
    year, month, day = (*bare.split("-"), "", "")[:3]
    words = str(int(year))
    if month in _SEASONS:
        return f"{_SEASONS[month][1]} {words}"
    if "X" in month:
        return f"{words} (month unknown)"
    if month:
        words = f"{calendar.month_name[int(month)]} {words}"
    if "X" in day:
        return f"{words} (day unknown)"
    return f"{int(day)} {words}" if day else words


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _interval_en(parts: Parts) -> str:
    first, last = parts.members
    if last in (OPEN, UNKNOWN):
        return (
            f"since {_after_preposition(first)}"
            if last == OPEN
            else f"from {_after_preposition(first)}, end unknown"
        )
    if first in (OPEN, UNKNOWN):
        return f"until {_after_preposition(last)}, beginning unknown"
    gloss = GLOSSES.get(parts.edtf)
    note = f" ({gloss[1]})" if gloss else ""
    (bare_first, *doubts_first), (bare_last, *doubts_last) = _split(first), _split(last)
    if (
        len(bare_first) == len(bare_last) == 4
        and "X" not in bare_first + bare_last
        and doubts_first == doubts_last
    ):
        is_approximate, is_uncertain = doubts_first
        about, doubt = "about " if is_approximate else "", " (uncertain)" if is_uncertain else ""
        return f"{about}{int(bare_first)}–{int(bare_last)}{note}{doubt}"
    if not any(doubts_first + doubts_last) and _share_year_in_full(bare_first, bare_last):
        return f"{_span_within_year_en(bare_first, bare_last)}{note}"
    return f"{_member_en(first)} – {_member_en(last)}{note}"


def _span_within_year_en(first: str, last: str) -> str:
    """Write “May–October 2022”, “1–10 July 1953” or “1 July – 3 October 1953”."""
    if _share_month(first, last):
        return f"{int(first[8:])}–{_date_en(last)}"
    dash = "–" if len(first) == 7 else " – "
    return f"{_date_en(first).removesuffix(' ' + str(int(first[:4])))}{dash}{_date_en(last)}"


def _some_time_en(first: str, last: str) -> str:
    if first == OPEN:
        return f"{_member_en(last)} or earlier"
    if last == OPEN:
        return f"{_member_en(first)} or later"
    return f"some time between {_member_en(first)} and {_member_en(last)}"
