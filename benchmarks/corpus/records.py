"""Whole records: a name, what it is classed as, where it lies, when it was built, and a description."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.corpus import vocabulary as words
from benchmarks.corpus.classes import CONDITIONS, ERAS, INDUSTRIES, LEVELS, TYPES, Level
from benchmarks.corpus.drawing import Uneven
from benchmarks.corpus.needles import DISTRACTING_SENTENCES, NEEDLE_SENTENCE, needle_in
from benchmarks.corpus.places import PLACES
from benchmarks.corpus.sentences import (
    BODY,
    CITIES,
    CLOSINGS,
    ENGLISH,
    LOCALITY,
    OPENINGS,
    SELDOM,
    WORKSHOP,
    Subject,
    draw_plant,
    fill,
)

COUNTIES = {city: Uneven(counties, 0.7) for city, counties in PLACES.items()}
# A few records of the very places that people search for.
FAMOUS = (
    "哈达湾铁合金厂老厂房",
    "四平铁东机车库",
    "第一汽车制造厂早期建筑（一汽）",
    "通化葡萄酒厂地下酒窖",
    "中东铁路南支线桥",
)
SIMPLIFIED = (
    "铁机车厂务联轴锅炉农电东长龙边县层总条战满伪业产铸锻压缩钢观筑风仓库储运输时给艺历术兴见证设备图纸档馆为记录专线轨"
    "桥区华国发动处铜铅锌镍选矿劳团结头会议宾医药门顶砖规划环节单双级宝质护迁丰宽营浑临"
)
TRADITIONAL = (
    "鐵機車廠務聯軸鍋爐農電東長龍邊縣層總條戰滿偽業產鑄鍛壓縮鋼觀築風倉庫儲運輸時給藝歷術興見證設備圖紙檔館為記錄專線軌"
    "橋區華國發動處銅鉛鋅鎳選礦勞團結頭會議賓醫藥門頂磚規劃環節單雙級寶質護遷豐寬營渾臨"
)
TO_TRADITIONAL = str.maketrans(SIMPLIFIED, TRADITIONAL)
TO_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")

SHORTEST, LONGEST = 300, 1380  # characters of a description


@dataclass(frozen=True, kw_only=True)
class GeneratedRecord:
    """A made-up site in the words and codes of the reference data; WGS 84 degrees, or no point at all."""

    number: int
    code: str
    title: str
    former_names: tuple[str, ...]
    description: str
    division: str
    address: str
    industry: str
    theme: str
    type: str
    type_words: str
    era: str
    condition: str
    level: Level
    year_from: int
    year_to: int | None
    longitude: float | None
    latitude: float | None
    needle: str | None


def make_record(number: int, *, seed: int = 1) -> GeneratedRecord:
    """Return record `number`, counted from 0."""
    chance = random.Random(f"{seed}:{number}")  # noqa: S311 — repeatable, nobody's secret
    city = CITIES.draw(chance)
    county = COUNTIES[city].draw(chance)
    industry, level, era = INDUSTRIES.draw(chance), LEVELS.draw(chance), ERAS.draw(chance)
    type_words, type_code = TYPES.draw(chance)
    locality = LOCALITY.draw(chance)
    former_names = tuple(draw_plant(chance, industry, city) for _ in range(chance.choice((0, 1, 1, 1, 2, 3))))
    title = _title(chance, city, county.name, locality, industry.plants.draw(chance))
    subject = Subject(
        title=title,
        code=f"GEN-{number:06d}",
        city=city,
        county=county,
        industry=industry,
        type_words=type_words,
        level=level,
        era=era,
        former=former_names[0] if former_names else title,
    )
    needle = needle_in(number, seed)
    title, description = _written(chance, title, _description(chance, subject, needle))
    year_from = chance.randint(era.first, era.last)
    is_located = chance.random() >= 0.01
    return GeneratedRecord(
        number=number,
        code=subject.code,
        title=title,
        former_names=former_names,
        description=description,
        division=county.code,
        address=f"{city}{county.name}{locality}{chance.randint(1, 320)}号",
        industry=industry.code,
        theme=industry.theme,
        type=type_code,
        type_words=type_words,
        era=era.code,
        condition=CONDITIONS.draw(chance)[1],
        level=level,
        year_from=year_from,
        year_to=None
        if chance.random() < 0.35
        else min(2024, year_from + 1 + int(chance.expovariate(1 / 28))),
        longitude=round(chance.gauss(county.longitude, 0.06), 6) if is_located else None,
        latitude=round(chance.gauss(county.latitude, 0.045), 6) if is_located else None,
        needle=needle,
    )


def make_records(count: int, *, start: int = 0, seed: int = 1) -> Iterator[GeneratedRecord]:
    """Yield `count` records from number `start` on."""
    return (make_record(number, seed=seed) for number in range(start, start + count))


def _title(chance: random.Random, city: str, county: str, locality: str, plant: str) -> str:
    if chance.random() < 0.0004:
        return chance.choice(FAMOUS)
    short, prefix, workshop = city[:2], chance.choice(words.PREFIXES), WORKSHOP.draw(chance)
    head = chance.choice((short, locality, short + prefix, county[:2] + prefix, short + locality, prefix))
    tails = ("旧址", "旧址", "", "老厂房", workshop, f"{workshop}旧址", "早期建筑", "建筑群")
    return head + plant + chance.choice((*tails, f"{chance.randint(1, 12)}号{workshop}"))


def _description(chance: random.Random, subject: Subject, needle: str | None) -> str:
    """An opening, sentences up to the drawn length, what is seldom, an end; long ones in two paragraphs."""
    wanted = min(LONGEST, max(SHORTEST, chance.lognormvariate(6.45, 0.42)))
    parts = [fill(chance.choice(OPENINGS), chance, subject)]
    used: set[str] = set()
    while sum(map(len, parts)) < wanted:
        sentence = BODY.draw(chance)
        if sentence in used and len(used) < len(BODY.items) - 4:
            continue
        used.add(sentence)
        parts.append(fill(sentence, chance, subject))
    for share, sentences in ((0.10, SELDOM), (0.12, DISTRACTING_SENTENCES)):
        if chance.random() < share:
            place = chance.randint(1, len(parts))
            parts.insert(place, fill(chance.choice(sentences), chance, subject))
    parts.append(fill(chance.choice(CLOSINGS), chance, subject))
    if chance.random() < 0.06:
        parts.append(fill(chance.choice(ENGLISH), chance, subject))
    if needle:
        parts.insert(chance.randint(1, len(parts)), NEEDLE_SENTENCE.format(needle=needle))
    if sum(map(len, parts)) > 700:
        parts.insert(len(parts) // 2, "\n\n")
    return "".join(parts)


def _written(chance: random.Random, title: str, description: str) -> tuple[str, str]:
    """Two in a hundred in traditional characters, three with full-width figures."""
    drawn = chance.random()
    if drawn < 0.02:
        return title.translate(TO_TRADITIONAL), description.translate(TO_TRADITIONAL)
    return title, description.translate(TO_FULL_WIDTH) if drawn < 0.05 else description
