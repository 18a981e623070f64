"""Why a period was refused: what was found, where, and what to write instead."""

#: reason → (what is wrong, what to do) in Chinese and in English; ``{found}`` is the text found.
REASONS: dict[str, tuple[str, str]] = {
    "empty": (
        "年代是空的。请写出年代，例如“1953年7月”；年代不详时请留空并选择原因。",
        "The period is empty. Write one, such as “1953年7月”; if it is not known leave it blank and say why.",
    ),
    "too_long": (
        "年代文字过长（{found}字，至多200字）。请只写年代，其余写入简介。",
        "The period is {found} characters long, at most 200 are read. Write only the period here.",
    ),
    "no_date": (
        "“{found}”中没有年代。请写出年代；年代不详时请留空并选择原因。",
        "“{found}” states no date. Write one; if it is not known leave the field blank and say why.",
    ),
    "unknown_words": (
        "不认识“{found}”。请只写年代，例如“1937–1983年”“20世纪50年代初”“清光绪七年”。",
        "“{found}” was not understood. Write only the period, such as “1937–1983年” or “清光绪七年”.",
    ),
    "unexpected": (
        "“{found}”用在这里意思不明。请写成一个年代，或“起–止”两个年代。",
        "“{found}” makes no sense here. Write one date, or two as “from–to”.",
    ),
    "no_such_date": (
        "没有“{found}”这一天（月）。请核对月、日。",
        "There is no such date as “{found}”. Check the month and the day.",
    ),
    "year_out_of_range": (
        "年份“{found}”超出公元1年至2100年。请核对年份。",
        "The year “{found}” lies outside 1–2100. Check it.",
    ),
    "before_christ": (
        "“{found}”：公元前的年代不能录入。请写统计年代，并在简介中说明。",
        "“{found}”: years before the common era cannot be stored. Say so in the description.",
    ),
    "short_year": (
        "“{found}”缺少世纪。请写四位年份，例如“1958年”。",
        "“{found}” lacks its century. Write four digits, such as “1958年”.",
    ),
    "ambiguous_range": (
        "“{found}”可以是月份，也可以是年份。请写成“1909年10月”或“1909–1910年”。",
        "“{found}” may be a month or a year. Write “1909年10月” or “1909–1910年”.",
    ),
    "lacks_year": (
        "“{found}”前面没有年份。请写出年份。",
        "“{found}” has no year before it. Write the year.",
    ),
    "reign_year": (
        "没有“{found}”：{detail}。请核对年号纪年。",
        "There is no “{found}”: {detail}. Check the reign year.",
    ),
    "lunar_month": (
        "“{found}”是农历月份，不能直接当作公历。请只写年，或写换算后的公历日期。",
        "“{found}” is a month of the lunar calendar. Write only the year, or the Gregorian date.",
    ),
    "reversed": (
        "“{found}”止早于起。请核对先后。",
        "“{found}” ends before it begins. Check the order.",
    ),
    "disagree": (
        "括号内的“{found}”与括号外的年代不符。请核对。",
        "“{found}” in brackets contradicts the date outside them. Check both.",
    ),
    "undated_event": (
        "“{found}”没有写年代。请写出年代，或删去这几个字。",
        "“{found}” has no date. Write its date, or leave these words out.",
    ),
    "brackets": (
        "括号“{found}”不成对。请补全。",
        "The bracket “{found}” has no partner. Complete it.",
    ),
    "not_edtf": (
        "“{found}”不是可用的 EDTF 值。例如 1953-07-15、193X、1820~、1937/1983、1953/..。",
        "“{found}” is not an EDTF value used here, such as 1953-07-15, 193X, 1820~, 1937/1983, 1953/..",
    ),
}


class PeriodError(ValueError):
    """A period that was refused.

    ``reason`` is a key of ``REASONS``, ``found`` the text it is about and ``position`` the index of
    its first character in the text as given. ``str()`` is Chinese,
    for officers read it; English is in ``message_en``.
    """

    def __init__(self, reason: str, found: str, position: int = 0, detail: str = "") -> None:
        chinese, english = REASONS[reason]
        self.reason = reason
        self.found = found
        self.position = position
        self.detail = detail
        self.message_zh = f"第{position + 1}个字：" + chinese.format(found=found, detail=detail)
        self.message_en = f"At character {position + 1}: " + english.format(found=found, detail=detail)
        super().__init__(self.message_zh)
