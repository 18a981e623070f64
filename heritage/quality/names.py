"""How much two names are alike: by the pairs of characters they share."""

import re
import unicodedata
from functools import lru_cache

#: Of the traditional characters, those that names of works are written with.
_TRADITIONAL = (
    "廠鐵機車東長電廳總礦紡織發紙業場錳鋼鎮縣區學館車站舊遺線橋塢樓儲糧釀國軍聯興華東龍馬爐煉輪鍋號"
)
_SIMPLIFIED = "厂铁机车东长电厅总矿纺织发纸业场锰钢镇县区学馆车站旧遗线桥坞楼储粮酿国军联兴华东龙马炉炼轮锅号"
_FOLD = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_NUMERALS = str.maketrans("〇一二三四五六七八九", "0123456789")
#: What names of heritage end in, whatever they are names of.
_GENERIC = re.compile(r"(?:旧址|遗址|遗存|遗迹|老厂区|厂区|老厂房|厂房|建筑群|建筑|办公楼|工业遗产)+$")
_IN_BRACKETS = re.compile(r"[(（\[【].*?[)）\]】]")
_NO_LETTER = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"\d+")


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """Return a name without case, width, traditional writing, brackets, and what every site is called."""
    plain = unicodedata.normalize("NFKC", _IN_BRACKETS.sub("", name)).casefold().translate(_FOLD)
    plain = _NO_LETTER.sub("", plain)
    return _GENERIC.sub("", plain) or plain


@lru_cache(maxsize=65536)
def bigrams(name: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of a folded name; a single character stands for itself."""
    plain = folded(name)
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1)) or frozenset(filter(None, (plain,)))


def likeness(one: str, other: str) -> float:
    """Return how much two names are alike, from 0 to 1: twice what they share by what they have.

    第一机械厂 and 第二机械厂 are two works: names with different numerals are not alike at all.
    """
    first, second = bigrams(one), bigrams(other)
    if not first or not second or _numbers(one) != _numbers(other):
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))


@lru_cache(maxsize=65536)
def _numbers(name: str) -> tuple[str, ...]:
    return tuple(_NUMBER.findall(folded(name).translate(_NUMERALS)))
