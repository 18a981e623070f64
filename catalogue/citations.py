"""How to cite a record: GB/T 7714 (electronic resource, [EB/OL]), English, BibTeX and RIS."""

from dataclasses import dataclass
from datetime import date

PUBLISHER_ZH = "吉林工业遗产名录"
PUBLISHER_EN = "Industrial Heritage of Jilin"


@dataclass(frozen=True)
class Citations:
    gbt7714: str
    english: str
    bibtex: str
    ris: str


def cite(
    *, number: str, name_zh: str, name_en: str, url: str, changed_on: date | None, today: date
) -> Citations:
    """Return the four forms; `today` is the day of access, `changed_on` that of the last change."""
    version = changed_on or today
    title_en = name_en or name_zh
    return Citations(
        gbt7714=(
            f"{PUBLISHER_ZH}. {name_zh}：{number}[EB/OL]. "
            f"({version.isoformat()})[{today.isoformat()}]. {url}."
        ),
        english=(
            f"{PUBLISHER_EN}. “{title_en}” ({number}). Last changed {_english_day(version)}. "
            f"Accessed {_english_day(today)}. {url}."
        ),
        bibtex=(
            f"@misc{{{number},\n  title = {{{_braced(title_en)}}},\n  author = {{{{{PUBLISHER_EN}}}}},\n"
            f"  year = {{{version.year}}},\n  url = {{{url}}},\n  note = {{{_braced(name_zh)}; "
            f"accessed {today.isoformat()}}}\n}}"
        ),
        ris=(
            f"TY  - ELEC\nTI  - {name_zh}\nTT  - {title_en}\nAU  - {PUBLISHER_ZH}\nPY  - {version.year}\n"
            f"AN  - {number}\nUR  - {url}\nY2  - {today:%Y/%m/%d}\nER  - "
        ),
    )


def _english_day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _braced(text: str) -> str:
    """Text safe inside BibTeX braces."""
    return text.replace("\\", "").replace("{", "(").replace("}", ")")


_MONTHS = "January February March April May June July August September October November December".split()
