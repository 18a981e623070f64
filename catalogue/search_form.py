"""From the parameters of an address to a search, saying of each what could not be used."""

from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.facet_values import labels_by_facet
from search.facets import FACET_NAMES, SORT_NAMES
from search.query import MAX_HITS, SearchQuery

PER_PAGE_CHOICES = (20, 50, 100)
VIEWS = ("list", "grid", "map")
MAX_VALUES = 50  # values of one facet; the rest is named as ignored
MAX_TEXT = 500  # characters of a query; the rest is cut and said so
MOST_WARNINGS = 20  # of an address; more are counted
KNOWN_PARAMETERS = frozenset(
    {"q", "year_from", "year_to", "bbox", "sort", "page", "per_page", "view"} | set(FACET_NAMES)
)


@dataclass
class SearchRequest:
    """A readable search, what was typed, and a sentence for each thing that was not used."""

    query: SearchQuery
    typed: QueryDict
    view: str = "list"
    warnings: list[str] = field(default_factory=list)


def read_search(parameters: QueryDict, *, language: str) -> SearchRequest:
    """Read an address; any parameters make a valid search."""
    reader = _Reader(parameters)
    page, per_page = reader.paging()
    query = SearchQuery(
        text=reader.text(),
        filters=reader.filters(),
        years=reader.years(),
        bbox=reader.box(),
        sort=reader.choice("sort", SORT_NAMES, ""),
        page=page,
        per_page=per_page,
        language=language,
    )
    view = reader.choice("view", VIEWS, "list")
    reader.name_unknown_parameters()
    reader.name_repeated_parameters()
    return SearchRequest(query, parameters, view, at_most(MOST_WARNINGS, reader.warnings))


def at_most(count: int, warnings: list[str]) -> list[str]:
    """Return the warnings, or the first of them and a sentence that counts the rest."""
    if len(warnings) <= count:
        return warnings
    rest = len(warnings) - count
    return [
        *warnings[:count],
        ngettext("%(count)s more condition was ignored.", "%(count)s more conditions were ignored.", rest)
        % {"count": rest},
    ]


def ignored(name: str, value: str) -> str:
    """Say that the value of a parameter was not used."""
    return _("“%(value)s” is no usable value of “%(name)s” and was ignored.") % {
        "value": value[:60],
        "name": name,
    }


class _Reader:
    """Reads one parameter after the other and collects the warnings."""

    def __init__(self, parameters: QueryDict) -> None:
        self.parameters = parameters
        self.warnings: list[str] = []

    def text(self) -> str:
        typed = self.parameters.get("q", "").strip()
        if len(typed) > MAX_TEXT:
            self.warnings.append(
                _("The search text is longer than %(limit)s characters; only its beginning was searched.")
                % {"limit": MAX_TEXT}
            )
        return typed[:MAX_TEXT]

    def filters(self) -> dict[str, tuple[str, ...]]:
        """Values that exist; a facet that nobody chose asks the database nothing."""
        given = {
            name: tuple(dict.fromkeys(value for value in self.parameters.getlist(name) if value))
            for name in FACET_NAMES
        }
        known = labels_by_facet({name: values[:MAX_VALUES] for name, values in given.items()})
        for name, values in given.items():
            for value in values:
                if value not in known[name]:
                    self.ignore(name, value)
        return {
            name: tuple(value for value in values if value in known[name]) for name, values in given.items()
        }

    def years(self) -> tuple[int | None, int | None] | None:
        first, last = self.year("year_from"), self.year("year_to")
        if first is not None and last is not None and first > last:
            self.warnings.append(
                _("The years %(first)s to %(last)s run backwards; they were searched the other way round.")
                % {"first": first, "last": last}
            )
            first, last = last, first
        return None if first is None and last is None else (first, last)

    def year(self, name: str) -> int | None:
        return self.number(name, 1, 2100)

    def number(self, name: str, least: int, most: int) -> int | None:
        typed = self.parameters.get(name, "").strip()
        if not typed:
            return None
        digits = typed.translate(_FULL_WIDTH_DIGITS)
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 6 and least <= int(digits) <= most):
            self.ignore(name, typed)
            return None
        return int(digits)

    def box(self) -> tuple[float, float, float, float] | None:
        typed = self.parameters.get("bbox", "").strip()
        if not typed:
            return None
        try:
            west, south, east, north = (float(part) for part in typed.split(","))
        except ValueError:
            self.ignore("bbox", typed)
            return None
        if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
            self.ignore("bbox", typed)
            return None
        return west, south, east, north

    def choice(self, name: str, choices: tuple[str, ...], default: str) -> str:
        typed = self.parameters.get(name, "").strip()
        if typed and typed not in choices:
            self.ignore(name, typed)
            return default
        return typed or default

    def paging(self) -> tuple[int, int]:
        typed = self.parameters.get("per_page", "").strip()
        per_page = int(typed) if typed in map(str, PER_PAGE_CHOICES) else PER_PAGE_CHOICES[0]
        if typed and typed != str(per_page):
            self.ignore("per_page", typed)
        page = self.number("page", 1, 999_999) or 1
        last_page = MAX_HITS // per_page
        if page > last_page:
            self.warnings.append(
                _("Pages end at hit %(limit)s; narrow the search to see the rest.")
                % {"limit": f"{MAX_HITS:,}"}
            )
        return min(page, last_page), per_page

    def name_unknown_parameters(self) -> None:
        for name in self.parameters:
            if name not in KNOWN_PARAMETERS:
                self.warnings.append(
                    _("The parameter “%(name)s” is not known and was ignored.") % {"name": name[:40]}
                )

    def name_repeated_parameters(self) -> None:
        for name in sorted(KNOWN_PARAMETERS - set(FACET_NAMES)):
            if len(self.parameters.getlist(name)) > 1:
                self.warnings.append(
                    _("“%(name)s” was given more than once; only the last value was used.") % {"name": name}
                )

    def ignore(self, name: str, value: str) -> None:
        self.warnings.append(ignored(name, value))


_FULL_WIDTH_DIGITS = {ord("０") + digit: str(digit) for digit in range(10)}
