"""Pinyin of names, for the indexing side. A query's pinyin is Latin text and needs none of this.

pypinyin reads by phrase; where it is wrong about a place in Jilin, READINGS says what is right.
"""

from collections.abc import Iterable
from functools import lru_cache

from pypinyin import lazy_pinyin, load_phrases_dict, load_single_dict

from search.text import fold, is_bigram_character

# Read otherwise in its simplified form 干: kept as written, for 乾安.
KEPT = "乾"

# A query longer than this is found from the start of a name only.
SYLLABLES = 6

READINGS = {
    "珲春": ("hún", "chūn"),
    "长白": ("cháng", "bái"),
    "长岭": ("cháng", "lǐng"),
    "朝阳": ("cháo", "yáng"),
    "长影": ("cháng", "yǐng"),
    "长客": ("cháng", "kè"),
    "长拖": ("cháng", "tuō"),
}
load_phrases_dict({name: [[syllable] for syllable in syllables] for name, syllables in READINGS.items()})
# By itself 长 is a short form of 长春 far more often than "to grow"; 厂长 and 站长 are phrases.
load_single_dict({ord("长"): "cháng,zhǎng"})


def name_keys(names: Iterable[str]) -> tuple[str, ...]:
    """What a name is found by: at each syllable the next six joined, and the initials after ``_``.

    The first key of a name is the whole of it. ü is given as v and as u: both are typed.
    """
    return tuple(dict.fromkeys(key for name in names for key in _keys_of(name)))


@lru_cache(maxsize=4096)
def _keys_of(name: str) -> tuple[str, ...]:
    """The keys of one name; kept, because divisions and parts of plants are called alike all over."""
    if not any(map(is_bigram_character, fold(name))):
        return ()
    syllables = _syllables(name)
    keys = ["".join(syllables)]
    for start in range(len(syllables)):
        following = syllables[start : start + SYLLABLES]
        keys.append("".join(following))
        keys.append("_" + "".join(syllable[0] for syllable in following))
    return tuple(dict.fromkeys(spelling for key in keys for spelling in (key, _with_u(key))))


@lru_cache(maxsize=4096)
def sort_key(name: str) -> str:
    """A text that sorts names as a pinyin dictionary does: syllable by syllable."""
    return " ".join(_syllables(name))


def _syllables(name: str) -> list[str]:
    """Pinyin syllables without tones; a Latin or digit run counts as one."""
    readable = KEPT.join(map(fold, name.split(KEPT)))
    return " ".join(lazy_pinyin(readable)).split()


def _with_u(key: str) -> str:
    return key if key.isascii() and "v" not in key else key.replace("v", "u")
