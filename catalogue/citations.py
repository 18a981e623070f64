"""How to cite a record: GB/T 7714 (electronic resource, [EB/OL]), English, BibTeX and RIS."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from heritage.disclosure import SiteSummary

PUBLISHER_ZH = "吉林工业遗产名录"
PUBLISHER_EN = "Industrial Heritage of Jilin"


@dataclass(frozen=True)
class Citations:
    gbt7714: str
    english: str
    bibtex: str
    ris: str


@dataclass(frozen=True)
class CitationFile:
    """A form that reference managers import: the field of `Citations` with its text, and its media type."""

    label: str
    form: str
    media_type: str


# By the value of ?format=, which is also the ending of the file's name.
CITATION_FILES = {
    "bib": CitationFile("BibTeX", "bibtex", "application/x-bibtex"),
    "ris": CitationFile("RIS", "ris", "application/x-research-info-systems"),
}


def citations_of(site: SiteSummary) -> Citations:
    """Return the forms of a public site, accessed today at its address in the language of the page."""
    return cite(
        number=site.number,
        name_zh=site.name_zh,
        name_en=site.name_en,
        url=f"{settings.WAGTAILADMIN_BASE_URL}{reverse('site', args=[site.number])}",
        changed_on=timezone.localdate(site.last_changed_at) if site.last_changed_at else None,
        today=timezone.localdate(),
    )


def cite(
    *, number: str, name_zh: str, name_en: str, url: str, changed_on: date | None, today: date
) -> Citations:
    """Return the four forms; `today` is the day of access, `changed_on` that of the last change."""
    version = changed_on or today
    title_zh = " ".join(name_zh.split())
    title_en = " ".join((name_en or name_zh).split())
    return Citations(
        gbt7714=(
            f"{PUBLISHER_ZH}. {title_zh}：{number}[EB/OL]. "
            f"({version.isoformat()})[{today.isoformat()}]. {url}."
        ),
        english=(
            f"{PUBLISHER_EN}. “{title_en}” ({number}). Last changed {_english_day(version)}. "
            f"Accessed {_english_day(today)}. {url}."
        ),
        bibtex=(
            f"@misc{{{number},\n  title = {{{_in_tex(title_en)}}},\n  author = {{{{{PUBLISHER_EN}}}}},\n"
            f"  year = {{{version.year}}},\n  url = {{{url}}},\n  urldate = {{{today.isoformat()}}},\n"
            f"  note = {{{_in_tex(title_zh)}, {number}}}\n}}\n"
        ),
        ris=(
            f"TY  - ELEC\nTI  - {title_zh}\nTT  - {title_en}\nAU  - {PUBLISHER_ZH}\nPY  - {version.year}\n"
            f"DA  - {version:%Y/%m/%d}\nAN  - {number}\nUR  - {url}\nY2  - {today:%Y/%m/%d}\nER  - \n"
        ),
    )


def _english_day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _in_tex(text: str) -> str:
    """Text that TeX prints as it is: no commands, no open braces, its special signs escaped."""
    return text.translate(_TEX_SIGNS)


_MONTHS = "January February March April May June July August September October November December".split()
_TEX_SIGNS = str.maketrans(
    {"\\": "", "{": "(", "}": ")", "~": " ", "^": " ", **{sign: f"\\{sign}" for sign in "&%$#_"}}
)
