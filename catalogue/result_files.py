"""All hits of a search as a file: keys from the search, rows from the database, some hundred at a time."""

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from catalogue.designation_words import identity
from catalogue.result_rows import ResultRow, rows_for
from catalogue.search_form import SearchRequest
from heritage.exchange.cells import safe_cell
from search.engine import get_engine
from search.query import MAX_HITS

CHUNK = 500
FEED_ENTRIES = 50
BYTE_ORDER_MARK = "\ufeff"  # else spreadsheets read Chinese as Latin

COLUMNS = (
    "number",
    "kind",
    "name",
    "name_en",
    "other_names",
    "place",
    "dating",
    "dating_edtf",
    "protection",
    "document_number",
    "longitude",
    "latitude",
    "uncertainty_m",
    "to_verify",
    "url",
)


def all_rows(request: SearchRequest) -> Iterator[ResultRow]:
    """Yield the rows of all hits up to the last that is answered. Raises SearchUnavailableError at once."""
    keys = islice(get_engine().iter_keys(request.query), MAX_HITS)
    return _rows(list(keys))


def csv_lines(rows: Iterator[ResultRow]) -> Iterator[str]:
    """Yield a header and one line a record; no cell is read as a formula by a spreadsheet."""
    yield BYTE_ORDER_MARK + _line(COLUMNS)
    for row in rows:
        yield _line([safe_cell(value) for value in _cells(row)])


def atom(request: SearchRequest, rows: Iterator[ResultRow], address: str) -> str:
    """Return the first hits as an Atom feed (RFC 4287)."""
    feed = Atom1Feed(
        title=_("Industrial Heritage of Jilin"),
        link=f"{settings.WAGTAILADMIN_BASE_URL}{address}",
        description=" ".join([readable(request.query.text), *map(readable, request.warnings)]).strip(),
        feed_url=f"{settings.WAGTAILADMIN_BASE_URL}{address}",
        language="en" if request.query.language.startswith("en") else "zh-Hans",
    )
    for row in islice(rows, FEED_ENTRIES):
        link = f"{settings.WAGTAILADMIN_BASE_URL}{row.url}"
        changed_at = row.site.last_changed_at if row.site else None
        facts = [row.kind_label, row.period, row.place]
        feed.add_item(
            title=row.name,
            link=link,
            unique_id=link,
            updateddate=changed_at,
            description=pgettext("list", ", ").join(filter(None, facts)),
        )
    return feed.writeString("utf-8")


def readable(text: str) -> str:
    """The text without the control characters that XML cannot hold.

    >>> readable("a\x0bb")
    'ab'
    """
    return "".join(character for character in text if character >= " " and character not in "\ufffe\uffff")


def _rows(keys: list) -> Iterator[ResultRow]:
    for start in range(0, len(keys), CHUNK):
        yield from rows_for(keys[start : start + CHUNK])


def _cells(row: ResultRow) -> list[object]:
    site = row.site
    if site is None:
        return [None, row.kind, row.name, row.name_en, None, row.place, row.period, *[None] * 7, _url(row)]
    protections = [identity(one) for one in site.designations if one.is_in_force or one.is_to_verify]
    place = site.place
    return [
        row.number,
        row.kind,
        row.name,
        row.name_en,
        "；".join(name.name for name in site.names),
        row.place,
        row.period,
        site.period_edtf,
        "；".join(f"{one.title} {one.status_label}".strip() for one in protections),
        "；".join(filter(None, (one.document_number for one in protections))),
        round(place.longitude, place.decimals) if place.longitude is not None else None,
        round(place.latitude, place.decimals) if place.latitude is not None else None,
        place.uncertainty_m,
        int(row.to_verify),
        _url(row),
    ]


def _url(row: ResultRow) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL}{row.url}"


def _line(cells) -> str:
    text = StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue()
