"""The sentences of a description, and what fills their gaps."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.corpus import vocabulary as words
from benchmarks.corpus.classes import INDUSTRIES, Era, Industry, Level
from benchmarks.corpus.drawing import Uneven
from benchmarks.corpus.places import LOCALITIES, PLACES, RIVERS, STREETS, County

CITIES = Uneven(tuple(PLACES), 0.85)
LOCALITY = Uneven(LOCALITIES, 0.5, 4)
WORKSHOP = Uneven(words.WORKSHOPS, 0.5, 3)
MACHINE = Uneven(words.MACHINES, 0.5, 3)

OPENINGS = (
    "{title}位于{city}{county}{locality}{street}{house}号，始建于{year}年，{later}年扩建，隶属于{owner}。",
    "{title}地处{city}{county}{locality}，{year}年由{builder}兴建，初名{former}，占地{area}平方米。",
    "该处遗存坐落于{city}{county}{street}北侧，为{era}{industry}的代表性{type}，{year}年建成投产。",
    "{year}年{month}月，{builder}在{county}{locality}择址建厂，次年试车成功，主要生产{product}。",
    "{title}原为{former}，{year}年更今名，现存{workshop}、{workshop}、{workshop}等建筑{many}处。",
)
BODY = Uneven(
    (
        "主体建筑为{style}{material}结构，{roof}，檐高{height}米，跨度{span}米，开间{many}间，现状{state}。",
        "{workshop}平面呈长方形，长{length}米，宽{span}米，建筑面积{area}平方米，墙体为{material}砌筑，勒脚用{material}。",
        "厂内保存{machine}{many}台，铭牌标注{year}年{maker}制造，编号{serial}，至{later}年仍在使用。",
        "{year}年投产后年产{product}{quantity}吨，产品供应{elsewhere}等地，{later}年起出口。",
        "伪满时期，{locality}一带先后设立{former}、{another}等企业，{year}年由东北人民政府接收。",
        "1953年列入第一个五年计划重点项目，苏联专家组{many}人驻厂指导，{workshop}即按苏方图纸施工。",
        "专用铁路线自{locality}站引出，全长{distance}公里，设道岔{many}组，{year}年拆除其中{few}组。",
        "{year}年{month}月{day}日，工人{person}提出改进{machine}的操作方法，被评为{honour}。",
        "{person}时任厂长，主持修建{workshop}与职工住宅{many}栋，俗称“{nickname}”。",
        "院内有{material}烟囱一座，高{tall}米，顶部直径{diameter}米，避雷针为{year}年加装。",
        "现存档案包括{year}年总平面图、{workshop}施工图{many}张及{person}日记一册，藏于{donor}。",
        "{workshop}内墙尚存标语“抓革命促生产”“{slogan}”，红漆字迹{state}。",
        "该线{year}年通车，{locality}至{locality}段采用{rail}轨，{many}孔{material}拱桥跨越{river}。",
        "{year}年企业改制后，{workshop}{use}，{workshop}{use}，产权归{owner}。",
        "2014年{month}月第三次全国文物普查复核时，登记面积{area}平方米，保存状况{state}。",
        "{workshop}的{roof}为东北地区同类厂房中年代较早的实例，具有较高的科学技术价值。",
        "锅炉房安装{machine}，蒸汽经地沟送至{workshop}、{workshop}，{year}年改用煤气。",
        "抗美援朝期间，{another}奉命北迁至{county}，{year}年并入{title}，随迁设备{quantity}台件。",
        "{year}年特大洪水冲毁{workshop}围墙，{person}带领职工抢修{many}昼夜恢复生产。",
        "建筑南立面保留{style}山花，窗间墙以{material}装饰，木门扇上有“{year}”字样。",
        "周边环境以{locality}居民区为主，东距{river}约{distance}公里，西邻{another}旧址。",
        "厂史展室陈列{machine}模型、{product}样品及劳动模范奖章{many}枚，由{donor}捐赠。",
        "水塔为{material}圆筒形，容积{many}0立方米，曾为蒸汽机车上水，{year}年停用。",
        "{workshop}屋架下弦设单轨吊，起重{many}吨，轨距{gauge}毫米，系{year}年由{maker}安装。",
        "{industry}是{city}的支柱产业之一，{title}见证了{era}的建设历程，社会价值突出。",
        "{year}年起，{owner}对{workshop}实施抢险加固，更换檩条{many}根，修补{material}墙面{area}平方米。",
    ),
    0.25,
    3,
)
# About the places and things that people search for; seldom on purpose.
SELDOM = (
    "据《{county}志》记载，{former}创办于{year}年，雇工{quantity}人，日产{product}{many}吨。",
    "地下酒窖为{material}券顶，深{height}米，内列橡木桶{many}只，恒温保存葡萄酒原液。",
    "机车库呈扇形，设{many}股道，中央为直径{length}米的转盘，可停放{machine}。",
    "四平铁东一带的铁路遗产与{former}有密切的运输联系，{year}年合用一条货物线。",
    "一汽建厂初期，{another}为其配套{product}，{year}年划归一汽管理。",
    "哈达湾工业区{year}年规划，铁合金厂、炭素厂与{former}隔{street}相望。",
)
CLOSINGS = (
    "建议公布为{level}，划定保护范围{area}平方米，并结合{use}利用。",
    "现场调查记录日期{surveyed}年{month}月{day}日。",
    "{title}现{use}，保存状况{state}，需尽快完善四有档案。",
    "该点已纳入{city}工业遗产名录，编号{code}。",
)
ENGLISH = (
    "The {noun} was built in {year} and taken over by the workers in {later}; its boiler house survives.",
    "Soviet engineers supervised the {noun} between {year} and {later}, leaving {many} drawings.",
    "A Lancashire boiler and a narrow gauge railway once served the {noun}.",
)


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What the sentences of one record agree on."""

    title: str
    code: str
    city: str
    county: County
    industry: Industry
    type_words: str
    level: Level
    era: Era
    former: str


class Gaps(dict[str, object]):
    """What stands in the gaps of one sentence: drawn when it is asked for, each time anew."""

    def __init__(self, chance: random.Random, subject: Subject) -> None:
        first = max(1900, subject.era.first)
        self.year = chance.randint(first, min(2000, max(first, subject.era.last + 12)))
        super().__init__(year=self.year)
        self.chance, self.subject = chance, subject

    def __missing__(self, gap: str) -> object:
        return GAPS[gap](self)


def fill(sentence: str, chance: random.Random, subject: Subject) -> str:
    """Return the sentence with its gaps filled."""
    return sentence.format_map(Gaps(chance, subject))


def draw_person(chance: random.Random) -> str:
    """Return a name of somebody who does not exist."""
    return chance.choice(words.SURNAMES) + "".join(chance.sample(words.GIVEN_NAMES, chance.choice((1, 2, 2))))


def draw_plant(chance: random.Random, industry: Industry, city: str) -> str:
    """Return the name of a plant of an industry."""
    heads = (city.removesuffix("市")[:2], chance.choice(LOCALITIES), chance.choice(words.PREFIXES))
    return chance.choice(heads) + industry.plants.draw(chance)


Gap = Callable[[Gaps], object]


def _one_of(items: tuple[str, ...] | list[str]) -> Gap:
    return lambda gaps: gaps.chance.choice(items)


def _drawn(items: Uneven[str]) -> Gap:
    return lambda gaps: items.draw(gaps.chance)


def _whole(low: int, high: int) -> Gap:
    return lambda gaps: gaps.chance.randint(low, high)


def _tenths(low: float, high: float) -> Gap:
    return lambda gaps: round(gaps.chance.uniform(low, high), 1)


NOUNS = "roundhouse|carbon plant|ferroalloy works|winery cellar|paper mill|power station|coal mine".split("|")
GAPS: dict[str, Gap] = {
    "title": lambda gaps: gaps.subject.title,
    "code": lambda gaps: gaps.subject.code,
    "city": lambda gaps: gaps.subject.city,
    "county": lambda gaps: gaps.subject.county.name,
    "industry": lambda gaps: gaps.subject.industry.name,
    "type": lambda gaps: gaps.subject.type_words,
    "level": lambda gaps: gaps.subject.level.name,
    "era": lambda gaps: gaps.subject.era.name,
    "former": lambda gaps: gaps.subject.former,
    "another": lambda gaps: draw_plant(gaps.chance, INDUSTRIES.draw(gaps.chance), gaps.subject.city),
    "person": lambda gaps: draw_person(gaps.chance),
    "builder": lambda gaps: gaps.chance.choice(words.BUILDERS).replace("{p}", draw_person(gaps.chance)),
    "serial": lambda gaps: f"{gaps.chance.choice('ABCDKMQ')}{gaps.chance.randint(100, 99999)}",
    "later": lambda gaps: min(2012, gaps.year + gaps.chance.randint(1, 30)),
    "locality": _drawn(LOCALITY),
    "workshop": _drawn(WORKSHOP),
    "machine": _drawn(MACHINE),
    "elsewhere": _drawn(CITIES),
    "street": _one_of(STREETS),
    "river": _one_of(RIVERS),
    "owner": _one_of(words.OWNERS),
    "product": _one_of(words.PRODUCTS),
    "style": _one_of(words.STYLES),
    "material": _one_of(words.MATERIALS),
    "roof": _one_of(words.ROOFS),
    "state": _one_of(words.STATES),
    "maker": _one_of(words.MAKERS),
    "honour": _one_of(words.HONOURS),
    "nickname": _one_of(words.NICKNAMES),
    "donor": _one_of(words.DONORS),
    "slogan": _one_of(words.SLOGANS),
    "rail": _one_of(words.RAILS),
    "use": _one_of(words.USES),
    "noun": _one_of(NOUNS),
    "house": _whole(1, 320),
    "month": _whole(1, 12),
    "day": _whole(1, 28),
    "surveyed": _whole(2008, 2024),
    "area": _whole(60, 48_000),
    "many": _whole(2, 48),
    "few": _whole(1, 9),
    "tall": _whole(18, 90),
    "gauge": _whole(600, 1520),
    "quantity": _whole(20, 9000),
    "height": _tenths(3, 24),
    "span": _tenths(6, 36),
    "length": _tenths(12, 240),
    "diameter": _tenths(1.2, 5.5),
    "distance": _tenths(0.2, 42),
}
