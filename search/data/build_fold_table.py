"""Write ``fold.txt``, the character table of ``search.text``. A development tool: needs opencc.

    python search/data/build_fold_table.py

Each character is mapped by itself, never by phrase, so that a text and a query fold alike:
NFKC, lower case, Latin letters without accents, traditional and Japanese forms to simplified ones,
everything that is neither letter nor digit to a space, marks and invisible characters to nothing.
A changed table is a changed analysis: the next index rebuild follows from the file's hash.
"""

import unicodedata
from itertools import groupby
from pathlib import Path

from opencc import OpenCC

TABLE = Path(__file__).with_name("fold.txt")
SIMPLIFY = OpenCC("t2s")
FROM_JAPANESE = OpenCC("jp2t")
# Variants that OpenCC leaves alone and that stand in the names of old works.
VARIANTS = {"鑛": "矿", "甎": "砖", "煖": "暖", "礮": "炮", "菸": "烟", "銕": "铁"}
HEADER = """\
# Character folding for search. Made by build_fold_table.py; see LICENSE-opencc.txt. Unicode {version}.
# first-last<tab>folded: code points in hexadecimal; "=n" adds n to each, none removes the character.
"""


def fold_once(character: str) -> str:
    """The folded form of one character, perhaps not final yet."""
    category = unicodedata.category(character)
    if category[0] == "M" or category == "Cf":
        return ""
    if category == "Co":
        return character
    if category == "Cs":
        return " "
    if character.isascii():
        return character.lower() if character.isalnum() else " "
    normal = unicodedata.normalize("NFKC", character).lower()
    if len(normal) == 1:
        if unicodedata.name(normal, "").startswith("LATIN"):
            normal = unicodedata.normalize("NFKD", normal)
        elif normal in VARIANTS:
            normal = VARIANTS[normal]
        else:
            normal = SIMPLIFY.convert(normal if _is_in_gb2312(normal) else FROM_JAPANESE.convert(normal))
    if normal == character and category[0] not in "LN":
        return " "
    return normal


def fold(character: str) -> str:
    """The final form: folding it again changes nothing."""
    folded = fold_once(character)
    while folded != (again := "".join(map(fold_once, folded))):
        folded = again
    return folded


def _is_in_gb2312(character: str) -> bool:
    """A character that writers of simplified Chinese use is not read as a Japanese form of another."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def rows() -> list[str]:
    """Lines of the table: neighbours that fold alike, or by the same distance, share one."""
    changed = []
    for code in range(0x110000):
        folded = fold(chr(code))
        if folded == chr(code):
            continue
        distance = f"={ord(folded) - code}" if len(folded) == 1 and folded != " " else None
        target = distance or " ".join(f"{ord(character):X}" for character in folded)
        changed.append((code, target))
    lines = []
    for _, group in groupby(enumerate(changed), key=lambda pair: (pair[1][0] - pair[0], pair[1][1])):
        members = [row for _, row in group]
        (first, target), (last, _) = members[0], members[-1]
        lines.append(f"{first:X}-{last:X}\t{target}")
    return lines


if __name__ == "__main__":
    lines = rows()
    TABLE.write_text(HEADER.format(version=unicodedata.unidata_version) + "\n".join(lines) + "\n", "utf-8")
    print(f"{TABLE.name}: {len(lines)} rows")
