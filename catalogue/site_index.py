"""The A–Z of sites by the pinyin of their names."""

from dataclasses import dataclass
from itertools import groupby
from unicodedata import normalize

from catalogue.labels import in_english
from catalogue.wording import period_words, place_words
from heritage.disclosure import site_summaries, summarise
from heritage.models.sites import Verification


@dataclass(frozen=True)
class IndexRow:
    name: str
    name_en: str
    url: str
    place: str
    period: str
    to_verify: bool
    sort_key: str


def alphabetical_groups() -> list[tuple[str, list[IndexRow]]]:
    """Return (initial, rows) in order; # gathers names without a Latin initial."""
    rows = sorted((_row(site) for site in site_summaries()), key=lambda row: row.sort_key)
    return [
        (initial, list(group)) for initial, group in groupby(rows, key=lambda row: _initial(row.sort_key))
    ]


def _row(site) -> IndexRow:
    public = summarise(site)
    is_english = in_english() and public.name_en
    return IndexRow(
        name=public.name_en if is_english else public.name_zh,
        name_en=public.name_en,
        url=site.get_absolute_url(),
        place=place_words(public.place),
        period=period_words(public),
        to_verify=public.verification == Verification.TO_VERIFY,
        sort_key=_plain(public.name_en if is_english else public.name_pinyin or public.name_zh),
    )


def _plain(text: str) -> str:
    """Letters without tones, for sorting."""
    return "".join(
        character for character in normalize("NFD", text) if not "\u0300" <= character <= "\u036f"
    ).casefold()


def _initial(sort_key: str) -> str:
    first = sort_key[:1].upper()
    return first if first.isascii() and first.isalpha() else "#"
