"""Reigns and named periods: data, in the order in which the documentation lists them."""

import re
from dataclasses import dataclass

#: The basis of a named period: the census standard, history (first and last year), or our own choice.
STANDARD, HISTORY, OURS = "standard", "history", "ours"


@dataclass(frozen=True)
class Reign:
    """A reign name; ``first`` and ``last`` are the years in which its first and last year begin.

    ``lunar_until``: months of years up to and including this one follow the lunar calendar.
    """

    name: str
    first: int
    last: int
    lunar_until: int = 0


@dataclass(frozen=True)
class NamedPeriod:
    """A period that has a name; ``aliases`` is a pattern of every spelling, after folding.

    ``gloss_zh``, ``gloss_en``: printed after the years where a date equals the period, empty for none.
    """

    key: str
    aliases: str
    edtf: str
    basis: str
    gloss_zh: str = ""
    gloss_en: str = ""


REIGNS = (
    Reign("顺治", 1644, 1661, 1911),
    Reign("康熙", 1662, 1722, 1911),
    Reign("雍正", 1723, 1735, 1911),
    Reign("乾隆", 1736, 1795, 1911),
    Reign("嘉庆", 1796, 1820, 1911),
    Reign("道光", 1821, 1850, 1911),
    Reign("咸丰", 1851, 1861, 1911),
    Reign("同治", 1862, 1874, 1911),
    Reign("光绪", 1875, 1908, 1911),
    Reign("宣统", 1909, 1911, 1911),
    Reign("民国", 1912, 1949),
    Reign("大同", 1932, 1934),
    Reign("康德", 1934, 1945),
    # Japan counts by the Gregorian calendar from 1873.
    Reign("明治", 1868, 1912, 1872),
    Reign("大正", 1912, 1926),
    Reign("昭和", 1926, 1989),
)
REIGN_BY_NAME = {reign.name: reign for reign in REIGNS}
REIGN_NAMES = "|".join(REIGN_BY_NAME)
REIGN_PREFIX = "(?:(?:前|大)?清朝?代?|伪(?:满洲?国?)?|满洲国|中华|日本)?"

NAMED_PERIODS = (
    NamedPeriod(
        "late_qing", "清末年?|晚清|清朝?代?晚期|清朝?代?末[年期]", "1840~/1911", STANDARD, "清末", "late Qing"
    ),
    NamedPeriod("republic", "(?:中华)?民国", "1912/1949", STANDARD, "民国时期", "Republican period"),
    NamedPeriod("manchukuo", "伪满(?:洲国)?|伪满洲", "1932/1945", STANDARD, "伪满时期", "Manchukuo period"),
    NamedPeriod("people", "中华人民共和国|新中国", "1949-10-01/..", STANDARD),
    NamedPeriod("modern", "近现代", "1840/..", STANDARD),
    NamedPeriod("tang", "唐朝?代?", "0618~/0907~", HISTORY),
    NamedPeriod("bohai", "渤海国?", "0698~/0926~", HISTORY),
    NamedPeriod("five_dynasties", "五代(?:十国)?", "0907~/0960~", HISTORY),
    NamedPeriod("liao", "辽代|辽朝|辽", "0916~/1125~", HISTORY),
    NamedPeriod("jin", "金代|金朝", "1115~/1234~", HISTORY),
    NamedPeriod("liao_jin", "辽金", "0916~/1234~", HISTORY),
    NamedPeriod("yuan", "元代|元朝", "1271~/1368~", HISTORY),
    NamedPeriod("ming", "明代|明朝", "1368~/1644~", HISTORY),
    NamedPeriod("qing", "大?清朝?代?", "1644/1911", HISTORY, "清代", "Qing dynasty"),
    NamedPeriod("qing_early", "清初|清朝?代?(?:早|前)期", "1644/1735~", OURS),
    NamedPeriod("qing_middle", "清中[叶期]|清朝?代?中[叶期]", "1736~/1839~", OURS),
    NamedPeriod("qing_to_republic", "清末民初|清末民国初年?", "1840~/1928~", OURS),
    NamedPeriod("republic_early", "民初|民国初[年期]?|北洋(?:政府|军阀)?", "1912/1928~", OURS),
    NamedPeriod("republic_late", "民国末[年期]?|民国晚期", "1945~/1949", OURS),
    NamedPeriod("occupation", "日伪|(?:东北)?沦陷", "1931/1945", HISTORY),
    NamedPeriod("resistance", "抗日战争|抗战", "1931/1945", OURS),
    NamedPeriod("civil_war", "解放战争", "1945/1949", HISTORY),
    NamedPeriod("before_liberation", "(?:解放|建国|新中国成立)(?:以|之)?前", "../1949", OURS),
    NamedPeriod("after_liberation", "(?:解放|建国|新中国成立)(?:以|之)?后", "1949/..", OURS),
    NamedPeriod(
        "early_people", "(?:建国|解放|新中国|新中国成立|中华人民共和国)初[年期]?", "1949/1956~", OURS
    ),
    NamedPeriod(
        "restoration",
        "(?:国民)?经济恢复|三年恢复",
        "1949/1952",
        HISTORY,
        "国民经济恢复时期",
        "economic recovery",
    ),
    NamedPeriod(
        "plan_1", "一五(?:计划)?|第一个五年计划", "1953/1957", HISTORY, "“一五”时期", "First Five-Year Plan"
    ),
    NamedPeriod(
        "plan_2", "二五(?:计划)?|第二个五年计划", "1958/1962", HISTORY, "“二五”时期", "Second Five-Year Plan"
    ),
    NamedPeriod("leap", "大跃进", "1958/1960", HISTORY),
    NamedPeriod(
        "adjustment",
        "(?:国民)?(?:经济)?调整",
        "1963/1965",
        HISTORY,
        "国民经济调整时期",
        "economic adjustment",
    ),
    NamedPeriod(
        "third_front", "三线(?:建设)?", "1964/1980", HISTORY, "三线建设时期", "Third Front construction"
    ),
    NamedPeriod("cultural_revolution", "文化大革命|文革", "1966/1976", HISTORY),
    NamedPeriod("plan_3", "第三个五年计划|三五(?:计划|(?=时期|期间))", "1966/1970", HISTORY),
    NamedPeriod("plan_4", "第四个五年计划|四五(?:计划|(?=时期|期间))", "1971/1975", HISTORY),
    NamedPeriod("plan_5", "第五个五年计划|五五(?:计划|(?=时期|期间))", "1976/1980", HISTORY),
    NamedPeriod("plan_6", "第六个五年计划|六五(?:计划|(?=时期|期间))", "1981/1985", HISTORY),
    NamedPeriod("plan_7", "第七个五年计划|七五(?:计划|(?=时期|期间))", "1986/1990", HISTORY),
    NamedPeriod("plan_8", "第八个五年计划|八五(?:计划|(?=时期|期间))", "1991/1995", HISTORY),
    NamedPeriod("plan_9", "第九个五年计划|九五(?:计划|(?=时期|期间))", "1996/2000", HISTORY),
    NamedPeriod("plan_10", "第十个五年计划|十五(?:计划|(?=时期|期间))", "2001/2005", HISTORY),
    NamedPeriod("plan_11", "十一五(?:计划|规划|(?=时期|期间))", "2006/2010", HISTORY),
    NamedPeriod("plan_12", "十二五(?:计划|规划|(?=时期|期间))", "2011/2015", HISTORY),
    NamedPeriod("reform", "改革开放(?:以来|以?后|之后)?", "1978/..", OURS),
)

_REIGN_PERIODS = tuple(
    NamedPeriod(
        f"reign_{reign.first}",
        f"{REIGN_PREFIX}{reign.name}朝?",
        f"{reign.first}/{reign.last}",
        HISTORY,
        {"光绪": "清光绪年间", "宣统": "清宣统年间"}.get(reign.name, ""),
        {"光绪": "Guangxu reign", "宣统": "Xuantong reign"}.get(reign.name, ""),
    )
    for reign in REIGNS
    if reign.name != "民国"
)
NAMED_MATCHERS = tuple(
    (re.compile(f"(?:{period.aliases})(?:时期|期间|年间|时代|阶段)?"), period)
    for period in (*NAMED_PERIODS, *_REIGN_PERIODS)
)
GLOSSES = {
    period.edtf: (period.gloss_zh, period.gloss_en)
    for period in (*NAMED_PERIODS, *_REIGN_PERIODS)
    if period.gloss_zh
}
