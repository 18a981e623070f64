"""The A–Z of sites by the pinyin of their names, in English by their English names, two hundred a page.

The database counts names by how they begin, which says on which page each letter starts; then only the
names of the letters on one page are read and put in order, and only that page is told in full.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, groupby
from unicodedata import normalize

from django.db.models import Case, Count, When
from django.db.models.functions import Substr

from catalogue.labels import in_english
from catalogue.wording import period_words, place_words
from heritage.disclosure import is_public, site_summaries, summarise
from heritage.models import HeritageSite
from heritage.models.sites import Verification
from search.pinyin import sort_key

PER_PAGE = 200
OTHER = "#"  # gathers names without a Latin initial
NAMES_REMEMBERED = 65_536


@dataclass(frozen=True)
class IndexRow:
    name: str
    name_en: str
    url: str
    place: str
    period: str
    to_verify: bool


@dataclass(frozen=True)
class Letter:
    """An initial with the page and the anchor at which it begins."""

    initial: str
    page: int

    @property
    def anchor(self) -> str:
        return f"letter-{'other' if self.initial == OTHER else self.initial}"


@dataclass(frozen=True)
class LetterGroup:
    """The names of one initial on a page; `is_continued` where it began on an earlier one."""

    letter: Letter
    rows: list[IndexRow]
    is_continued: bool


@dataclass(frozen=True)
class IndexPage:
    """`number` is that of the last page where a later one was asked for."""

    total: int
    number: int
    count: int
    letters: list[Letter]
    groups: list[LetterGroup]


def index_page(wanted: int) -> IndexPage:
    """Return a page of the A–Z, in a number of queries that does not grow with the inventory."""
    heads = _heads_by_initial()
    sizes = [sum(heads[initial].values()) for initial in heads]
    total = sum(sizes)
    count = max(1, -(-total // PER_PAGE))
    number = min(max(wanted, 1), count)
    starts = dict(zip(heads, accumulate(sizes, initial=0), strict=False))
    letters = {initial: Letter(initial, start // PER_PAGE + 1) for initial, start in starts.items()}
    first, last = (number - 1) * PER_PAGE, min(number * PER_PAGE, total)
    shown = [
        initial
        for initial, size in zip(heads, sizes, strict=True)
        if starts[initial] < last and starts[initial] + size > first
    ]
    skipped = first - starts[shown[0]] if shown else 0
    ordered = _ordered_keys(head for initial in shown for head in heads[initial])
    rows = _rows(ordered[skipped : skipped + last - first])
    groups = [
        LetterGroup(letters[initial], [row for _initial, row in found], letters[initial].page < number)
        for initial, found in groupby(rows, key=lambda row: row[0])
    ]
    return IndexPage(total, number, count, list(letters.values()), groups)


def _head() -> Case:
    """How a name begins: a letter, or two Chinese signs, which tell their reading."""
    chinese = Case(When(name_pinyin="", then=Substr("name_zh", 1, 2)), default=Substr("name_pinyin", 1, 1))
    return Case(When(name_en="", then=chinese), default=Substr("name_en", 1, 1)) if in_english() else chinese


def _heads_by_initial() -> dict[str, dict[str, int]]:
    """Return, by initial in order, how many names begin in which way."""
    public = HeritageSite.objects.filter(is_public()).annotate(head=_head()).order_by()
    counted = public.values_list("head").annotate(Count("pk"))
    found: dict[str, dict[str, int]] = {}
    for head, size in counted:
        found.setdefault(_initial(_key(head)), {})[head] = size
    return {initial: found[initial] for initial in sorted(found, key=lambda name: (name == OTHER, name))}


def _ordered_keys(heads: Iterable[str]) -> list[tuple[str, int]]:
    """Return (initial, primary key) of the names that begin so, in order."""
    public = HeritageSite.objects.filter(is_public()).annotate(head=_head()).filter(head__in=list(heads))
    names = public.values_list("pk", "head", "name_en", "name_pinyin", "name_zh")
    found = []
    for pk, head, english, pinyin, chinese in names:
        initial = _initial(_key(head))
        key = _key((english if in_english() else "") or pinyin or chinese)
        found.append(((initial == OTHER, initial, key, pk), initial, pk))
    return [(initial, pk) for _order, initial, pk in sorted(found)]


def _rows(keys: list[tuple[str, int]]) -> Iterator[tuple[str, IndexRow]]:
    told = {site.pk: _row(site) for site in site_summaries().filter(pk__in=[pk for _initial, pk in keys])}
    return ((initial, told[pk]) for initial, pk in keys if pk in told)


def _row(site: HeritageSite) -> IndexRow:
    public = summarise(site)
    return IndexRow(
        name=public.name_en if in_english() and public.name_en else public.name_zh,
        name_en=public.name_en,
        url=site.get_absolute_url(),
        place=place_words(public.place),
        period=period_words(public),
        to_verify=public.verification == Verification.TO_VERIFY,
    )


@lru_cache(maxsize=NAMES_REMEMBERED)
def _key(name: str) -> str:
    """The letters of a name without tones and spaces, Chinese signs by their pinyin."""
    letters = normalize("NFD", sort_key(name) or name)
    return "".join(
        sign for sign in letters if not ("\u0300" <= sign <= "\u036f" or sign.isspace())
    ).casefold()


def _initial(key: str) -> str:
    first = key[:1].upper()
    return first if first.isascii() and first.isalpha() else OTHER
