"""What a search is tested by: phrases that one record alone holds, and words that only seem to be there."""

import random

NEEDLE_EVERY = 1000
_FIRST = "鹮鸊鹈鸂鹬鹳鹭鵙鵟鵰鶪鶬鶹鷉鷚鷟鷴鸏鸑鹖"
_SECOND = "璆璊璈瓀瓒瓘琎琡瑑瑝瑱璁璪瓃瓛玕玗玚玠玥"
_FIGURES = "一二三四五六七八九十"
_PLACES = "试验塔 试车台 验收间 观测井 标准室 样品廊 计量棚 校准槽".split()

# Searched word → strings in which its characters stand next to each other without being that word.
DISTRACTORS: dict[str, tuple[str, ...]] = {
    "机车": ("电机车间", "柴油机车间", "发动机车间", "飞机车轮", "拖拉机车架"),
    "一汽": ("第一汽缸", "唯一汽笛", "统一汽车"),
    "中东": ("其中东侧", "院中东墙"),
    "酒窖": ("白酒窖池",),
    "伪满": ("真伪满三年",),
    "铁东": ("栅铁东侧",),
    "铁路": ("生铁路运",),
    "炭素": ("焦炭素来",),
    "四平": ("共四平方米", "约四平方公里"),
    "老厂房": ("古老厂房产",),
    "电厂": ("无线电厂", "机电厂区"),
}

DISTRACTING_SENTENCES = (
    "其中东侧{workshop}为后期接建，院中东墙已拆除一段。",
    "第一汽缸与第二汽缸的铸件编号仍可辨认，曾由统一汽车运输队承运。",
    "厂区北部原有电机车间一座，柴油机车间在其西，面积共四平方米的配电间附于山墙。",
    "白酒窖池共{many}口，唯一汽笛现存厂史室。",
    "据老职工口述，设备真伪满三年后方可鉴定，所用焦炭素来由{locality}供应。",
    "栅铁东侧的围墙为古老厂房产权分界，约四平方公里的货场已改作他用。",
    "生铁路运至{locality}，再由发动机车间改制；无线电厂的库房借用至{year}年。",
    "机电厂区与拖拉机车架库之间，设有飞机车轮存放棚。",
)
NEEDLE_SENTENCE = "其北端另有{needle}一处，形制特殊，尚待考证。"


def needle_in(number: int, seed: int) -> str | None:
    """Return the phrase that record `number` alone holds; its rare characters stand in no other text."""
    if number % NEEDLE_EVERY != NEEDLE_EVERY // 2:
        return None
    shift = random.Random(f"needle:{seed}").randrange(8000)  # noqa: S311 — seeded, the same each time
    order = number // NEEDLE_EVERY + shift
    order, first = divmod(order, len(_FIRST))
    order, second = divmod(order, len(_SECOND))
    order, figure = divmod(order, len(_FIGURES))
    return f"{_FIRST[first]}{_SECOND[second]}{_FIGURES[figure]}号{_PLACES[order % len(_PLACES)]}"


def needles(count: int, *, seed: int = 1) -> dict[str, int]:
    """Return phrase → number of the record that holds it, for a corpus of `count` records."""
    found = ((needle_in(number, seed), number) for number in range(NEEDLE_EVERY // 2, count, NEEDLE_EVERY))
    return {needle: number for needle, number in found if needle}


def without_distractors(text: str, word: str) -> str:
    """Return a text without the strings that only seem to hold the word: the judge of what is a word."""
    for distractor in DISTRACTORS[word]:
        text = text.replace(distractor, "　")
    return text
